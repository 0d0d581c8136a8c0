import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { aboveComments, belowComments, columnOf } from './layout';
import { linesOf, removeFromFlow, removeLines } from './list';
import { isMarked, itemAt, pieceAt } from './piece';
import type { ItemAt } from './piece';

/**
 * The edits that take out a guest or a page with its lines and the comments that belong to it: those
 * right above at the same indent, and those right below that are indented further.
 */
export function removeEntry(text: string, entry: Span): readonly TextEdit[] {
  const piece = pieceAt(text, entry.start);
  const found = piece && itemAt(piece, entry.start);
  if (!found || isMarked(found.list.items[found.index])) return [];
  if (found.list.flow) return removeFromFlow(text, found);
  const lines = entryLines(text, found);
  return lines ? removeLines(text, piece, found, lines) : [];
}

/** The lines of an entry with those of its comments. */
export function entryLines(text: string, item: ItemAt): Span | undefined {
  const lines = linesOf(text, item);
  const column = columnOf(text, item.list.range?.[0] ?? 0);
  return lines && column !== undefined ? withComments(text, lines, column) : undefined;
}

/** The lines of an entry whose dash stands at a column, with those of its comments. */
export function withComments(text: string, { start, end }: Span, column: number): Span {
  return { start: aboveComments(text, start, column), end: belowComments(text, end, column) };
}
