import { isMap, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { TextEdit } from '../edit';
import { itemsOf, spanOf } from '../node';
import { appendPart } from './flow';
import { growSection } from './grow';
import { aboveComments, belowComments, columnOf, insertAt, lineStart } from './layout';
import { linesOf } from './list';
import type { Fields } from './look';
import { lookOf, writeFlow, writeLines } from './look';

/** The edits that add a guest at the end of `guests:`, written like the one before. */
export function addGuest(
  text: string,
  fields: Readonly<Record<string, string>>,
): readonly TextEdit[] {
  return addEntry(text, 'guests', fields);
}

/** The edits that add a page at the end of `pages:`, written like the one before. */
export function addPage(text: string, fields: Fields): readonly TextEdit[] {
  return addEntry(text, 'pages', fields);
}

function addEntry(text: string, name: 'guests' | 'pages', fields: Fields): readonly TextEdit[] {
  const look = lookOf(text, undefined);
  const first = {
    inFlow: writeFlow(fields, look),
    inLines: (column: number) => `${' '.repeat(column)}- ${writeLines(fields, column + 2, look)}`,
  };
  return growSection(text, name, first, (entries) => addBelow(text, entries, fields));
}

function addBelow(text: string, list: Node, fields: Fields): readonly TextEdit[] {
  const last = itemsOf(list).at(-1);
  if (!isSeq(list) || !last || list.anchor !== undefined) return [];
  const look = lookOf(text, isMap(last) ? last : undefined);
  if (list.flow) return appendPart(text, list, spanOf(last), [writeFlow(fields, look)]);
  const lines = linesOf(text, { list, index: list.items.length - 1, holder: undefined });
  const column = columnOf(text, list.range?.[0] ?? 0);
  if (!lines || column === undefined) return [];
  const { start } = spanOf(last);
  const isBesideDash = isMap(last) && lineStart(text, start) === lines.start;
  const inner = isBesideDash ? start - lines.start : column + 2;
  const entry = look.braces ? writeFlow(fields, look) : writeLines(fields, inner, look);
  const blank = isBlankAbove(text, lines.start, column) ? look.lineBreak : '';
  const dash = `${' '.repeat(column)}-`.padEnd(inner);
  return [insertAt(text, belowComments(text, lines.end, column), blank + dash + entry)];
}

/** Whether a blank line sets an entry apart, with the comments above it. */
function isBlankAbove(text: string, start: number, column: number): boolean {
  const above = aboveComments(text, start, column);
  return above > 0 && text.slice(lineStart(text, above - 1), above).trim() === '';
}
