import { isMap, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { fieldsOf } from '../node';
import { columnOf, lineBreakOf } from './layout';
import type { Style } from './quote';
import { quote, quotesOf, quoteValue } from './quote';

/** A new entry's fields in the order in which they are written. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What new entries shall look like. */
export interface Look {
  readonly quotes: Style['quotes'];
  readonly lineBreak: string;
  /** In braces on one line. */
  readonly braces: boolean;
  /** What stands inside of braces. */
  readonly pad: string;
  /** How far lists in lines are to the right of their key; `undefined` for lists in brackets. */
  readonly listIndent: number | undefined;
}

/** The look of a file with an entry, if there is one, that others shall look like. */
export function lookOf(text: string, entry: Node | undefined): Look {
  const start = entry?.range?.[0] ?? 0;
  const braces = isMap(entry) && entry.flow === true;
  return {
    quotes: quotesOf(text),
    lineBreak: lineBreakOf(text),
    braces,
    pad: braces && text[start + 1] !== ' ' ? '' : ' ',
    listIndent: braces ? undefined : listIndentOf(text, entry),
  };
}

function listIndentOf(text: string, entry: Node | undefined): number | undefined {
  const list = fieldsOf(entry).find(({ node }) => isSeq(node) && !node.flow)?.node;
  const column = columnOf(text, list?.range?.[0] ?? 0);
  const outer = columnOf(text, entry?.range?.[0] ?? 0);
  return list && column !== undefined && outer !== undefined ? column - outer : undefined;
}

/** An entry in braces. */
export function writeFlow(fields: Fields, { quotes, pad }: Look): string {
  const style: Style = { flow: true, quotes };
  const pairs = Object.entries(fields).map(([key, value]) =>
    typeof value === 'string'
      ? `${key}: ${quoteValue(key, value, style)}`
      : `${key}: ${writeList(value, quotes)}`,
  );
  return `{${pad}${pairs.join(', ')}${pad}}`;
}

/** A list in brackets. */
export function writeList(items: readonly string[], quotes: Style['quotes']): string {
  return `[${items.map((item) => quote(item, { flow: true, quotes })).join(', ')}]`;
}

/** An entry in lines whose keys stand at a column; the first line has begun already. */
export function writeLines(fields: Fields, column: number, look: Look): string {
  const { quotes, lineBreak, listIndent } = look;
  const style: Style = { flow: false, quotes };
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (typeof value === 'string') return `${key}: ${quoteValue(key, value, style)}`;
    if (listIndent === undefined || value.length === 0)
      return `${key}: ${writeList(value, quotes)}`;
    return [`${key}:`, ...value.map((item) => `${' '.repeat(listIndent)}- ${quote(item, style)}`)];
  });
  return lines.join(lineBreak + ' '.repeat(column));
}
