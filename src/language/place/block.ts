import type { Line } from '../line';
import { hasPlace, isBoundary, lineAbove, lineAt, lineBelow, unquote } from '../line';
import type { Opening, Rest } from './opening';
import { isDash, openedBy } from './opening';

/** What a line stands below, by its indentation. */
export interface Surroundings {
  /** The keys and items around the line, from the outermost in. */
  readonly openings: readonly Opening[];
  /** What the innermost of them holds on its own line, if the line is more of it. */
  readonly rest: Rest | undefined;
  /** What else begins in the line's column; `askew` when there is only something in other columns. */
  readonly beside: 'keys' | 'items' | 'nothing' | 'askew';
}

type Beside = Surroundings['beside'];

interface Ancestor {
  readonly openings: readonly Opening[];
  readonly rest: Rest | undefined;
}

/**
 * Goes up from a line to the left edge. What a line begins in the column of another stands beside it,
 * and what it begins further to the left stands around it.
 */
export function surroundingsOf(
  text: string,
  line: Line,
  column: number,
  isItem: boolean,
): Surroundings {
  const ancestors: Ancestor[] = [];
  let beside = 'nothing' as Beside;
  let limit = column;
  let inItem = isItem;
  for (let above = lineAbove(text, line); above; above = lineAbove(text, above)) {
    if (limit === 0 && !inItem) break;
    if (!hasPlace(text, above)) continue;
    if (isBoundary(text, above)) break;
    const dash = isDash(text, above.first, above.end);
    const isFirst = ancestors.length === 0;
    if (above.column > limit) {
      if (isFirst && beside === 'nothing') beside = 'askew';
    } else if (above.column === limit && (dash || !inItem)) {
      if (isFirst) beside = dash && beside !== 'keys' ? 'items' : 'keys';
    } else {
      const { openings, rest } = openedBy(text, above);
      const around = openings.filter(
        (one) => one.column < limit || (one.column === limit && inItem && one.kind === 'key'),
      );
      const next = openings[around.length];
      if (isFirst && next) beside = besideOpening(next, limit, beside);
      ancestors.unshift({
        openings: around,
        rest: next || rest.kind === 'nothing' ? undefined : rest,
      });
      limit = above.column;
      inItem = dash;
    }
  }
  if (beside === 'nothing')
    beside =
      column === 0
        ? besideTop(text, line)
        : besideBelow(text, line, column, ancestors.at(-1)?.openings.at(-1));
  const broken = ancestors.findIndex(({ rest }) => rest);
  const whole = broken === -1 ? ancestors : ancestors.slice(0, broken + 1);
  return { openings: whole.flatMap(({ openings }) => openings), rest: whole.at(-1)?.rest, beside };
}

function besideOpening({ kind, column }: Opening, wanted: number, before: Beside): Beside {
  if (column === wanted) return kind === 'item' && before !== 'keys' ? 'items' : 'keys';
  return before === 'nothing' ? 'askew' : before;
}

/** When nothing is above, what the parent holds may begin below. */
function besideBelow(
  text: string,
  line: Line,
  column: number,
  parent: Opening | undefined,
): Beside {
  const next = placedBelow(text, line);
  if (!next || !isWithin(text, next, parent)) return 'nothing';
  if (next.column !== column) return 'askew';
  return isDash(text, next.first, next.end) ? 'items' : 'keys';
}

/** A document may be a list. */
function besideTop(text: string, line: Line): Beside {
  const first = firstPlaced(text);
  const isList = first && first.start !== line.start && isDash(text, first.first, first.end);
  return isList ? 'items' : 'nothing';
}

/** The first line of a document that tells what it is. */
export function firstPlaced(text: string): Line | undefined {
  const top = lineAt(text, 0);
  return hasPlace(text, top) ? top : placedBelow(text, top);
}

/** Whether a line that follows an opening belongs to it, as far as indentation tells. */
export function isWithin(text: string, line: Line, opening: Opening | undefined): boolean {
  if (!opening || line.column > opening.column) return true;
  return (
    line.column === opening.column && opening.kind === 'key' && isDash(text, line.first, line.end)
  );
}

/** The next line that tells where it belongs. */
export function placedBelow(text: string, line: Line): Line | undefined {
  for (let next = lineBelow(text, line); next; next = lineBelow(text, next)) {
    if (isBoundary(text, next)) return undefined;
    if (hasPlace(text, next)) return next;
  }
  return undefined;
}

/** Where the first line behind all that belongs to an opening begins. */
export function endOf(text: string, opening: Opening): number {
  let line: Line | undefined = lineAt(text, opening.start);
  do line = placedBelow(text, line);
  while (line && isWithin(text, line, opening));
  return line?.start ?? text.length;
}

/** What begins in a column below an opening, or in the document, with what follows on its line. */
export function* begunIn(
  text: string,
  parent: Opening | undefined,
  column: number,
): Generator<{ readonly opening: Opening; readonly rest: Rest | undefined }> {
  for (const line of linesOf(text, parent)) {
    if (line.column > column) continue;
    const { openings, rest } = openedBy(text, line);
    const index = openings.findIndex((one) => one.column === column && one.start !== parent?.start);
    const opening = openings[index];
    if (opening) yield { opening, rest: index === openings.length - 1 ? rest : undefined };
  }
}

function* linesOf(text: string, opening: Opening | undefined): Generator<Line> {
  const first = lineAt(text, opening?.start ?? 0);
  if (opening || hasPlace(text, first)) yield first;
  for (let line = placedBelow(text, first); line; line = placedBelow(text, line)) {
    if (!isWithin(text, line, opening)) return;
    yield line;
  }
}

/** A value on the line of its key, without quotes; empty when it is none or more than a text. */
export function textOf(text: string, rest: Rest | undefined): string {
  return rest?.kind === 'plain' || rest?.kind === 'quoted'
    ? unquote(text.slice(rest.start, rest.end))
    : '';
}
