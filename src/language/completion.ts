import { applyEdits } from '../document/edit';
import type { Span } from '../document/model';
import { onceFor } from '../document/once';
import type { Sentence } from '../document/sentence';
import { expand } from './completion/expand';
import { formAt, type Form } from './completion/form';
import { keyOffers, lacksKey } from './completion/keys';
import { around, narrow, within, type Kind, type Offer } from './completion/offer';
import { nameOf, slotAt, type Keys } from './completion/slot';
import { snippetsAt } from './completion/snippets';
import { otherSpaces } from './completion/spaces';
import { itemOffers, valueOffers } from './completion/values';
import { mistakesIn } from './fixes/mistakes';
import type { Line } from './hover/lines';
import type { Known } from './known';
import { lineAt } from './line';
import { placeAt, type Place } from './place';
import { placeInItemAbove } from './place/onLine';

/** What may be written where a cursor stands, in the order in which it is offered. */
export interface Completion {
  readonly kind: Kind;
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: Sentence | undefined;
  /** When the site said so, ISO 8601, for what the file does not say itself. */
  readonly readAt: string | undefined;
  /** What it replaces. */
  readonly span: Span;
  /** With all indentation, and with tab stops in VS Code's syntax for a snippet. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** What is compared with the text from the start of the span to the cursor. */
  readonly filter: string;
  /** There is something to choose at once where the cursor then stands. */
  readonly goesOn: boolean;
  /** What a hover says of it. */
  readonly about: (() => readonly Line[] | undefined) | undefined;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Typing on may bring others. */
  readonly isIncomplete: boolean;
}

/** What may be written at a place of any text, finished or not. Nobody is asked for it. */
export function complete(text: string, offset: number, known: Known): Completions {
  const place = placeAt(text, offset);
  if (!place || isBehindTab(text, place)) return { items: [], isIncomplete: false };
  const { items, isIncomplete } = completionsAt(place, text, known);
  const above = moreAbove(place, text, known);
  const others = items.filter(
    ({ kind, label }) => kind !== 'key' || !above.some((one) => one.label === label),
  );
  return { items: withoutMistakes([...above, ...others], text, known), isIncomplete };
}

/** The keys of the item above, below whose dash the cursor stands, while more of them are to be expected. */
function moreAbove(place: Place, text: string, known: Known): readonly Completion[] {
  const above = placeInItemAbove(text, place);
  if (!above) return [];
  const slot = slotAt(nameOf(above.path));
  const isBegun = above.siblings.length === 1;
  return slot.kind === 'keys' && (isBegun || lacksKey(slot.keys, above))
    ? completionsAt(above, text, known).items
    : [];
}

function completionsAt(place: Place, text: string, known: Known): Completions {
  const form = formAt(text, place);
  const typed = place.written.slice(form.begun.length);
  const { offers, isIncomplete } = narrow(offersAt(place, form, text, known), typed);
  return { items: offers.map((offer) => completionOf(offer, place, form)), isIncomplete };
}

/** UTF-16 code units of a text that is read again while somebody types, which takes a few milliseconds. */
const maxWhileTyping = 8_192;

/** Those of a kind stand or fall together: where one makes a mistake, of what is around it, all do. */
function withoutMistakes(
  items: readonly Completion[],
  text: string,
  { today }: Known,
): readonly Completion[] {
  if (items.length === 0 || text.length > maxWhileTyping) return items;
  const mistakes = mistakesIn(text, today).length;
  const fits = onceFor((kind: Kind): boolean => {
    const one = items.find((item) => item.kind === kind);
    return !one || mistakesIn(accept(text, one), today).length <= mistakes;
  });
  return items.filter(({ kind }) => fits(kind));
}

/** The text once an item has been chosen, with the examples in its tab stops. */
export function accept(text: string, { span, insert, isSnippet }: Completion): string {
  return applyEdits(text, [{ span, text: isSnippet ? expand(insert) : insert }]);
}

/** YAML takes no tab for an indentation. */
function isBehindTab(text: string, { flow, ownLine, span }: Place): boolean {
  return ownLine && !flow && text.slice(lineAt(text, span.start).start, span.start).includes('\t');
}

function offersAt(place: Place, form: Form, text: string, known: Known): readonly Offer[] {
  const { kind, path } = place;
  const name = nameOf(path);
  const slot = slotAt(name);
  const snippets = form.begun === '' ? snippetsAt(name, place, known) : [];
  switch (slot.kind) {
    case 'keys':
      return [...asMapping(keyOffers(slot.keys, place), place), ...snippets];
    case 'names':
      return [...asMapping(name === 'spaces' ? otherSpaces(place, known) : [], place), ...snippets];
    case 'entries':
      return kind === 'value' ? [...asList(entryKeys(slot.keys, place), place), ...snippets] : [];
    case 'list':
      return kind === 'value' ? asList(itemOffers(name, place, text, known), place) : [];
    case 'text':
      if (kind === 'item') return itemOffers(nameOf(path.slice(0, -1)), place, text, known);
      return kind === 'value' ? valueOffers(name, place, text, known) : [];
  }
}

/** Keys need braces on the line of the key that holds them, and among the items in brackets. */
function asMapping(offers: readonly Offer[], { kind, flow, ownLine }: Place): readonly Offer[] {
  const isBare = kind === 'key' || (!flow && (kind === 'item' || ownLine));
  return isBare ? offers : offers.map((offer) => within(offer, '{ ', ' }', true));
}

/** The first item of a list that has none yet. */
function asList(offers: readonly Offer[], { flow, ownLine }: Place): readonly Offer[] {
  return ownLine && !flow
    ? offers.map((offer) => within(offer, '- ', '', false))
    : offers.map((offer) => within(offer, '[', ']', true));
}

/** A guest or a page is begun with one of its keys on a line of its own, and else as a whole. */
function entryKeys(keys: Keys, place: Place): readonly Offer[] {
  return place.ownLine && !place.flow ? keyOffers(keys, place) : [];
}

function completionOf(offer: Offer, { span, lead, tail }: Place, form: Form): Completion {
  const { kind, label, detail, readAt, search, about } = offer;
  const written = offer.write(form);
  const { text, isSnippet, goesOn } = around(
    written,
    written.text.startsWith('\n') ? '' : lead,
    tail,
  );
  return {
    ...{ kind, label, detail: detail?.(), readAt, span, about },
    ...{ insert: text, isSnippet, goesOn },
    filter: form.begun + label + (search === undefined ? '' : ` ${search}`),
  };
}
