import type { Span } from '../../document/model';
import type { Line } from '../line';
import { isComment, lineAt, lineBelow, skipSpace } from '../line';
import type { Place } from '../place';
import type { Surroundings } from './block';
import { isWithin, placedBelow, surroundingsOf } from './block';
import { build } from './build';
import { placeInFlow } from './inFlow';
import type { Opening, Rest } from './opening';
import { isDash, openedBy } from './opening';

/** Among what stands on the line of the cursor. */
export function placeOnLine(
  text: string,
  line: Line,
  around: Surroundings,
  cursor: number,
): Place | undefined {
  const { openings, rest } = openedBy(text, line);
  const outer = [...around.openings];
  for (const opening of openings) {
    const { kind, start, end, after } = opening;
    if (cursor < (kind === 'item' ? end : start)) return undefined;
    if (kind === 'key' && cursor <= end)
      return build(
        text,
        { openings: outer, kind: 'key', span: { start, end }, key: opening },
        cursor,
      );
    if (cursor < after) return undefined;
    outer.push(opening);
  }
  const isStray = openings.length === 0 && around.beside !== 'nothing';
  if (rest.kind === 'flow')
    return isStray ? undefined : placeInFlow(text, outer, rest.start, cursor);
  const span = spanIn(text, rest, cursor, openings.at(-1));
  if (!span) return undefined;
  return openings.length === 0
    ? placeAlone(text, around, span, cursor)
    : placeHeld(text, line, outer, span, cursor);
}

/** What a cursor behind the openings of a line stands in. */
function spanIn(
  text: string,
  { kind, start, end }: Rest,
  cursor: number,
  opening: Opening | undefined,
): Span | undefined {
  switch (kind) {
    case 'nothing': {
      // A space must stay before a comment.
      const isClear = cursor < start || !isComment(text, start);
      const isBehindAll =
        cursor >= start || skipSpace(text, opening?.after ?? start, cursor) === cursor;
      return isClear && isBehindAll ? { start: cursor, end: cursor } : undefined;
    }
    case 'plain': {
      const behind = skipSpace(text, end, text.length);
      const reach = isComment(text, behind) ? behind - 1 : behind;
      return start <= cursor && cursor <= reach ? { start, end: Math.max(end, cursor) } : undefined;
    }
    case 'quoted':
      return start <= cursor && cursor <= end ? { start, end } : undefined;
    case 'block':
    case 'flow':
      return undefined;
  }
}

/**
 * A text on a line of its own may be a key, an item without its dash, or a value; nothing fits between
 * a key or an item and what it holds.
 */
export function placeAlone(
  text: string,
  { openings, beside }: Surroundings,
  span: Span,
  cursor: number,
): Place | undefined {
  const parent = openings.at(-1);
  const line = lineAt(text, span.start);
  if (splits(text, line, span.start - line.start, beside)) return undefined;
  switch (beside) {
    case 'askew':
      return undefined;
    case 'keys':
      return build(text, { openings, kind: 'key', span }, cursor);
    case 'items':
      return build(text, { openings, kind: 'item', span, lead: '- ' }, cursor);
    case 'nothing': {
      const kind = !parent ? 'key' : parent.kind === 'item' ? 'item' : 'value';
      return build(text, { openings, kind, span }, cursor);
    }
  }
}

/**
 * The place in the item above for a cursor that stands below its dash, as an editor leaves it behind the
 * first line of the item.
 */
export function placeInItemAbove(text: string, { lead, span, written }: Place): Place | undefined {
  if (lead !== '- ') return undefined;
  const line = lineAt(text, span.start);
  const indent = '  ';
  const column = span.start - line.start + indent.length;
  const { openings, rest, beside } = surroundingsOf(text, line, column, false);
  if (rest || beside !== 'keys' || openings.at(-1)?.kind !== 'item') return undefined;
  const cursor = span.start + written.length;
  return build(text, { openings, kind: 'key', span, lead: indent }, cursor);
}

/** Whether something in a column would come between the lines around. */
function splits(text: string, line: Line, column: number, beside: Surroundings['beside']): boolean {
  if (isClosedBelow(text, line)) return true;
  const below = placedBelow(text, line);
  if (!below) return false;
  if (below.column !== column) return below.column > column;
  if (isDash(text, below.first, below.end)) return beside !== 'items';
  return beside === 'nothing' && openedBy(text, below).openings.length === 0;
}

/** Whether the next line closes brackets, which then stand open here. */
function isClosedBelow(text: string, line: Line): boolean {
  for (let next = lineBelow(text, line); next; next = lineBelow(text, next))
    if (next.first < next.end && text[next.first] !== '#')
      return ']}'.includes(text.charAt(next.first));
  return false;
}

/** Behind a dash or a colon, unless what is held begins on the next line already. */
function placeHeld(
  text: string,
  line: Line,
  openings: readonly Opening[],
  span: Span,
  cursor: number,
): Place | undefined {
  const opening = openings.at(-1);
  const below = placedBelow(text, line);
  const holdsMore = opening && below && isWithin(text, below, opening);
  if (opening?.kind !== 'item')
    return holdsMore ? undefined : build(text, { openings, kind: 'value', span }, cursor);
  if (!holdsMore) return build(text, { openings, kind: 'item', span }, cursor);
  const isAligned =
    below.column === span.start - line.start + (span.start === opening.after ? 1 : 0);
  return isAligned && !isDash(text, below.first, below.end)
    ? build(text, { openings, kind: 'key', span }, cursor)
    : undefined;
}
