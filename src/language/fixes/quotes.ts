import type { TextEdit } from '../../document/edit';
import { enclose, quotesBegun, quotesOf } from '../../document/edit/quote';
import type { Span } from '../../document/model';
import { maxLine } from './slips';

/** Whose values are what people say, with whatever signs. */
const texts: ReadonlySet<string | undefined> = new Set(['name', 'title', 'reason']);

/** Quotes around all that stands behind a key or a dash, but for a comment. */
export function quoteRest(text: string, line: Span): readonly TextEdit[] {
  const { at, value } = restOf(text, line) ?? {};
  if (!at || value === undefined || /^["'[\]{}]/.test(value)) return [];
  return [{ span: at, text: enclose(value, quotesOf(text)) }];
}

/** The same around what begins with quotes or brackets but is text; quotes around all of it become others. */
export function quoteText(text: string, line: Span): readonly TextEdit[] {
  const { at, key, value = '' } = restOf(text, line) ?? {};
  if (!at || !texts.has(key)) return [];
  const quotes = quotesBegun(value);
  const isQuoted = quotes !== undefined && value.length > 1 && value.endsWith(quotes);
  const enclosed = isQuoted
    ? enclose(value.slice(1, -1), quotes === '"' ? "'" : '"')
    : enclose(value, quotesOf(text));
  return [{ span: at, text: enclosed }];
}

/** Quotes around what begins at a place in brackets. */
export function quoteItem(text: string, at: number): readonly TextEdit[] {
  const item = /[^\s,[\]{}"'#]+/y;
  item.lastIndex = at;
  const [written] = item.exec(text) ?? [];
  if (written === undefined) return [];
  const span = { start: at, end: at + written.length };
  return [{ span, text: enclose(written, quotesOf(text)) }];
}

/** What stands behind a key or a dash, but for a comment. */
function restOf(text: string, { start, end }: Span) {
  if (end - start > maxLine) return undefined;
  const [, before = '', key, value] =
    /^(\s*(?:- +)?(?:(\w+): +|(?<=- )))(\S.*?)(?:\s+#.*)?\s*$/.exec(text.slice(start, end)) ?? [];
  if (value === undefined) return undefined;
  const from = start + before.length;
  return { at: { start: from, end: from + value.length }, key, value };
}
