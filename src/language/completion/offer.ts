import type { Sentence } from '../../document/sentence';
import type { Line } from '../hover/lines';
import type { Form } from './form';
import { literal } from './form';

export type Kind =
  | 'key'
  | 'value'
  | 'date'
  | 'role'
  | 'space'
  | 'page'
  | 'guest'
  | 'team'
  | 'group'
  | 'user'
  | 'text'
  | 'snippet';

/** Something that may be written at a place; of many, only those that are shown are worked out. */
export interface Offer {
  readonly kind: Kind;
  /** What people read in the list. */
  readonly label: string;
  readonly detail?: (() => Sentence | undefined) | undefined;
  /** When the site said so, ISO 8601, for what the file does not say itself. */
  readonly readAt?: string | undefined;
  /** Words by which it is found besides its label. */
  readonly search?: string | undefined;
  /** What there is to say of it, as in a hover. */
  readonly about?: (() => readonly Line[] | undefined) | undefined;
  readonly write: (form: Form) => Written;
}

export interface Written {
  readonly text: string;
  /** With tab stops, in VS Code's syntax. */
  readonly isSnippet?: boolean;
  /** There is something to choose at once where the cursor then stands: at the tab stop, or else at the end. */
  readonly goesOn?: boolean;
}

type Facts = Omit<Offer, 'kind' | 'label' | 'write'> & { readonly label?: string };

/** A value of a key or an item of a list, in quotes where it needs them. */
export function value(kind: Kind, key: string, text: string, facts: Facts = {}): Offer {
  return { label: text, ...facts, kind, write: (form) => ({ text: literal(key, text, form) }) };
}

/** The same with something around it; `flow` when that is brackets. */
export function within(offer: Offer, before: string, after: string, flow: boolean): Offer {
  const write = (form: Form): Written =>
    around(offer.write(flow ? { ...form, flow } : form), before, after);
  return { ...offer, write };
}

export function around(
  { text, isSnippet = false, goesOn = false }: Written,
  before: string,
  after: string,
): Required<Written> {
  return goesOn && !isSnippet && after !== ''
    ? { text: `${before}${text.replace(/[\\$}]/g, '\\$&')}$0${after}`, isSnippet: true, goesOn }
    : { text: before + text + after, isSnippet, goesOn };
}

/** More than anybody scrolls through; what is left out is found by typing on. */
const most = 100;

/** Those that what is written may still become, the likeliest first where there are many. */
export function narrow(
  offers: readonly Offer[],
  written: string,
): { readonly offers: readonly Offer[]; readonly isIncomplete: boolean } {
  const typed = written.toLowerCase();
  const whole: Offer[] = [];
  const parts: Offer[] = [];
  for (const offer of offers) {
    const words = wordsOf(offer);
    if (words.includes(typed)) whole.push(offer);
    else if (isIn(typed, words)) parts.push(offer);
  }
  const isIncomplete = whole.length + parts.length > most;
  if (isIncomplete) return { offers: [...whole, ...parts].slice(0, most), isIncomplete };
  const fitting = new Set([...whole, ...parts]);
  return { offers: offers.filter((offer) => fitting.has(offer)), isIncomplete };
}

function wordsOf({ label, search = '' }: Offer): string {
  return `${label} ${search}`.toLowerCase();
}

/** Whether the signs occur in this order, as the editor compares what is typed. */
function isIn(typed: string, words: string): boolean {
  let at = 0;
  for (const sign of typed) {
    at = words.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
