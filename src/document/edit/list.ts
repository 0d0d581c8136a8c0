import { isScalar, isSeq } from 'yaml';
import type { YAMLSeq } from 'yaml';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { keyOf } from '../repeats';
import { fieldsOf, isNothing, itemsOf, spanOf, valueOf } from '../node';
import { emptyHolder, writeField } from './field';
import { appendPart, removePart } from './flow';
import { columnOf, endOfLines, insertBelow, lineBreakOf, lineStart, remove } from './layout';
import { writeList } from './look';
import type { ItemAt, Piece } from './piece';
import { isAlone, isMarked, itemAt, mappingAt, pieceAt } from './piece';
import { quote, quotesOf } from './quote';

/**
 * The edits that add items to a list of the page that begins at a place, and the list if the page has
 * none. None for those that are there already.
 */
export function addToList(
  text: string,
  page: Span,
  list: 'view' | 'edit',
  ...added: readonly string[]
): readonly TextEdit[] {
  const map = mappingAt(text, page.start);
  if (!map) return [];
  const node = fieldsOf(map).find(({ name }) => name === list)?.node;
  const quotes = quotesOf(text);
  if (isNothing(node)) return writeField(text, map, list, () => writeList(added, quotes));
  if (!isSeq(node)) return [];
  const known = new Set(itemsOf(node).map((item) => keyIn(valueOf(item))));
  const missing = added.filter((item) => !known.has(keyIn(item)));
  return missing.length === 0 ? [] : appendItems(text, node, missing);
}

/** What is compared of something in a list; of what names nobody, that itself. */
function keyIn(item: unknown): unknown {
  return typeof item === 'string' ? (keyOf(item) ?? item) : item;
}

/** The edits that add items behind the last of a list. */
function appendItems(text: string, list: YAMLSeq, added: readonly string[]): readonly TextEdit[] {
  const items = itemsOf(list);
  const last = items.at(-1);
  const style = { flow: list.flow === true, quotes: quotesOf(text) };
  const written = added.map((item) => quote(item, style));
  if (list.anchor !== undefined || items.some((item) => !item)) return [];
  if (list.flow) return appendPart(text, list, last && spanOf(last), written);
  const column = columnOf(text, list.range?.[0] ?? 0);
  if (column === undefined || !last) return [];
  const lines = written.map((item) => `${' '.repeat(column)}- ${item}`);
  return [insertBelow(text, spanOf(last).end, lines.join(lineBreakOf(text)))];
}

/** The edits that take an item out of a list, with its line or its comma. */
export function removeItem(text: string, item: Span): readonly TextEdit[] {
  const piece = pieceAt(text, item.start);
  const found = piece && itemAt(piece, item.start);
  if (!found) return [];
  const { list, index } = found;
  if (isMarked(list.items[index])) return [];
  if (list.flow) return removeFromFlow(text, found);
  const lines = linesOf(text, found);
  return lines ? removeLines(text, piece, found, lines) : [];
}

export function removeFromFlow(text: string, { list, index }: ItemAt): readonly TextEdit[] {
  const parts = itemsOf(list).flatMap((one) => (one ? [spanOf(one)] : []));
  return parts.length < list.items.length ? [] : removePart(text, list, parts, index);
}

/** The lines of an item of a list in lines, from its dash on; `undefined` when others stand there too. */
export function linesOf(text: string, { list, index }: ItemAt): Span | undefined {
  const item = itemsOf(list)[index];
  const column = columnOf(text, list.range?.[0] ?? 0);
  if (!item || column === undefined) return undefined;
  const { start, end } = spanOf(item);
  let line = lineStart(text, start);
  while (line > 0 && !hasDash(text, line, column)) line = lineStart(text, line - 1);
  return hasDash(text, line, column) ? { start: line, end: endOfLines(text, end) } : undefined;
}

function hasDash(text: string, line: number, column: number): boolean {
  return text[line + column] === '-' && text.slice(line, line + column).trim() === '';
}

/** The edits that take out lines which are those of an item; a list is empty rather than missing. */
export function removeLines(
  text: string,
  piece: Piece,
  { list, holder }: ItemAt,
  { start, end }: Span,
): readonly TextEdit[] {
  if (!isAlone(piece, list)) return [remove(start, end)];
  return isScalar(holder?.key) ? emptyHolder(text, holder, '[]', start, end) : [];
}
