import type { Style } from '../../document/edit/quote';
import { enclose, quoteKey, quotesBegun, quotesOf, quoteValue } from '../../document/edit/quote';
import type { Place } from '../place';

/** How something is written at a place. */
export interface Form {
  /** Between brackets, and so on one line. */
  readonly flow: boolean;
  /** Of what belongs together with it on lines of their own. */
  readonly column: number;
  /** The quote that somebody has begun with. */
  readonly begun: Style['quotes'] | '';
  /** Those that the file uses. */
  readonly quotes: Style['quotes'];
}

/** Almost every value; yaml need not be asked whether it takes it for text. */
const plain = /^\p{L}(?:[\p{L}\p{N}_.@/+-]|[ :](?=[\p{L}\p{N}]))*$/u;
const notText = /^(?:true|false|null)$/i;

export function formAt(text: string, { flow, column, written, span }: Place): Form {
  const around = text.slice(Math.max(0, span.start - nearby), span.start + nearby);
  return { flow, column, begun: quotesBegun(written) ?? '', quotes: quotesOf(around) };
}

/** How far around a place is looked for quotes, in code units. */
const nearby = 10_000;

/** The value of a key as it is written. */
export function literal(key: string, value: string, form: Form): string {
  if (form.begun !== '') return enclose(value, form.begun);
  return isPlain(value) ? value : quoteValue(key, value, form);
}

/** A key as it is written. */
export function literalKey(key: string, form: Form): string {
  if (form.begun !== '') return enclose(key, form.begun);
  return isPlain(key) ? key : quoteKey(key, form);
}

/** Lines below each other at a column. */
export function below(column: number, ...lines: readonly string[]): string {
  return lines.map((line) => `\n${' '.repeat(column)}${line}`).join('');
}

function isPlain(text: string): boolean {
  return plain.test(text) && !notText.test(text);
}
