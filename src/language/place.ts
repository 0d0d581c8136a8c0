import type { Span } from '../document/model';
import type { Line } from './line';
import { hasPlace, isBoundary, isComment, lineAt } from './line';
import type { Surroundings } from './place/block';
import { firstPlaced, surroundingsOf } from './place/block';
import type { Entry } from './place/entry';
import { placeInFlow } from './place/inFlow';
import { placeAlone, placeOnLine } from './place/onLine';
import { isDash } from './place/opening';

/** Where a cursor stands in a file, and what may be written there. */
export interface Place {
  /**
   * The keys from the top, `-` for an item of a list: `['guests', '-', 'space']` for the value of a
   * guest's space, `['guests', '-']` for a key of the guest.
   */
  readonly path: readonly string[];
  /** An `item` may turn out to be the first key of a mapping, and a `value` on a line of its own, too. */
  readonly kind: 'key' | 'value' | 'item';
  /** What stands there, with its quotes; empty where nothing does. */
  readonly span: Span;
  /** From the start of the span to the cursor. */
  readonly written: string;
  /** The other keys of the same mapping; none for an item. */
  readonly siblings: readonly string[];
  /** The other texts of the same list. */
  readonly items: readonly string[];
  /** The guest, page, team or space around the cursor. */
  readonly entry: Entry | undefined;
  /** Between brackets. */
  readonly flow: boolean;
  /** On a line of its own, with only spaces before it. */
  readonly ownLine: boolean;
  /** Where it begins in its line; where its key begins for a value on the line of its key. */
  readonly column: number;
  /** What is missing before it: a dash, its indentation, or the space behind a dash, colon or comma. */
  readonly lead: '' | ' ' | '  ' | '- ';
  /** The comma that is missing behind it. */
  readonly tail: '' | ',';
  /** A key that has its colon already. */
  readonly colon: boolean;
}

/**
 * The place of a cursor in any text, however broken; `undefined` in a comment and where nothing can be
 * written that YAML would understand. Only the entry around the cursor is read, and of other lines how
 * they begin, so that it takes a few milliseconds in a megabyte.
 */
export function placeAt(text: string, offset: number): Place | undefined {
  const cursor = Math.max(0, Math.min(offset, text.length));
  // Nothing stands between the two signs of a line break.
  if (text[cursor - 1] === '\r' && text[cursor] === '\n') return undefined;
  const line = lineAt(text, cursor);
  if (cursor < line.start || isBoundary(text, line)) return undefined;
  const hasComment = line.first < line.end && isComment(text, line.first);
  const isFree = line.first === line.end || (hasComment && cursor < line.first);
  const column = isFree ? cursor - line.start : line.column;
  const isItem = !isFree && isDash(text, line.first, line.end);
  const around = surroundingsOf(text, line, column, isItem);
  const bracket = bracketAround(text, line, around);
  if (bracket !== undefined) return placeInFlow(text, around.openings, bracket, cursor);
  if (around.rest) return undefined;
  if (isFree) return placeAlone(text, around, { start: cursor, end: cursor }, cursor);
  return !hasPlace(text, line) || cursor < line.first
    ? undefined
    : placeOnLine(text, line, around, cursor);
}

/** The bracket that a line may stand in, opened on a line above. */
function bracketAround(text: string, line: Line, around: Surroundings): number | undefined {
  if (around.rest) return around.rest.kind === 'flow' ? around.rest.start : undefined;
  if (around.openings.length > 0) return undefined;
  const first = firstPlaced(text);
  const isInside = first && first.start < line.start && '[{'.includes(text.charAt(first.first));
  return isInside ? first.first : undefined;
}
