import { isMap, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { fieldsOf, spanOf } from '../node';
import {
  belowComments,
  columnOf,
  endOfLines,
  insertAt,
  lineStart,
  nextLine,
  remove,
} from './layout';
import { isMarked, pairAt, pieceAt } from './piece';

/**
 * The edits that put the lines below a key behind those below another, and take the key out; both are
 * given by the places of their keys. None unless both hold lists, or both mappings, at the same indent.
 */
export function joinFields(text: string, first: Span, second: Span): readonly TextEdit[] {
  const [into, from] = [linesBelow(text, first), linesBelow(text, second)];
  if (!into || into.isList !== from?.isList || into.column !== from.column) return [];
  if (into.end > from.start) return [];
  const lines = text.slice(from.start, from.end).replace(/\r?\n$/, '');
  return [insertAt(text, into.end, lines), remove(lineStart(text, second.start), from.end)];
}

interface Lines extends Span {
  readonly isList: boolean;
  readonly column: number;
}

/** The lines below a key that stands first in its line, with the comments that belong to them. */
function linesBelow(text: string, key: Span): Lines | undefined {
  const node = valueBehind(text, key);
  const isList = isSeq(node);
  if (!(isList || isMap(node)) || node.flow || isMarked(node)) return undefined;
  if (columnOf(text, key.start) === undefined) return undefined;
  const column = columnOf(text, spanOf(node).start);
  const start = nextLine(text, key.end);
  if (column === undefined || spanOf(node).start < start) return undefined;
  const end = belowComments(text, endOfLines(text, spanOf(node).end), column);
  return { start, end, isList, column };
}

function valueBehind(text: string, { start }: Span): Node | undefined {
  const piece = pieceAt(text, start);
  const found = piece && pairAt(piece, start);
  return found && fieldsOf(found.map)[found.index]?.node;
}
