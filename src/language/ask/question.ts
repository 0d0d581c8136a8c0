import { sentence, type Sentence } from '../../document/sentence';

/** What to ask next after these answers; nothing where only one answer is left. */
export type Step<Answers> = (answers: Answers) => Question<Answers> | undefined;

export type Question<Answers> = Line<Answers> | PickOne<Answers> | PickMany<Answers>;

/** A page of the web where the answer is found or made. */
export interface Link {
  readonly label: Sentence;
  readonly address: string;
}

/** One line to write. */
export interface Line<Answers> {
  readonly kind: 'line';
  /** It is not shown while it is written. */
  readonly isSecret?: boolean;
  readonly links?: readonly Link[];
  readonly prompt: Sentence;
  readonly placeHolder: Sentence;
  /** What stands there at first. */
  readonly value: string;
  /** Why this text cannot be. */
  readonly refuse: (text: string) => Sentence | undefined;
  /** Why somebody elsewhere does not accept the text, asked once it is entered. */
  readonly check?: (text: string, signal: AbortSignal) => Promise<Sentence | undefined>;
  readonly take: (text: string) => Answers;
}

/** One of several. */
export interface PickOne<Answers> {
  readonly kind: 'one';
  readonly links?: readonly Link[];
  readonly prompt: Sentence;
  readonly choices: readonly Choice[];
  /** `typed` is what was written to search the list. */
  readonly take: (value: string, typed: string) => Answers;
}

/** Any of several. */
export interface PickMany<Answers> {
  readonly kind: 'many';
  readonly prompt: Sentence;
  /** What to say to somebody who picks none; absent where none is an answer. */
  readonly needed?: Sentence;
  readonly choices: readonly Choice[];
  readonly take: (values: readonly string[]) => Answers;
}

export interface Choice {
  readonly value: string;
  readonly label: Sentence;
  readonly description?: Sentence;
  readonly detail?: Sentence;
  /** The heading that it stands under. */
  readonly group?: Sentence;
  /** It leads to something that is not listed, so that a search never hides it. */
  readonly isNew?: boolean;
  /** Chosen at first. */
  readonly picked?: boolean;
}

/** Text from the file or the site, as it is. */
export function verbatim(text: string): Sentence {
  return sentence('{text}', { text });
}

/** Invisible characters come along when text is copied from a mail or a page. */
const invisible = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** What somebody wrote or pasted, without what nobody sees. */
export function visible(text: string): string {
  return text.replace(invisible, '').trim();
}
