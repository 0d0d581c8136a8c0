import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import { lineEnd, lineStart, nextLine } from '../../document/edit/layout';
import type { Span } from '../../document/model';
import { moveSpan } from '../../document/move';

/** UTF-16 code units that are read once for each way to repair something in them. */
const most = 4096;

/** Some lines of a text. */
export interface Lines {
  readonly span: Span;
  /** Where something of the text stands in them. */
  readonly placeOf: (at: number) => number;
  /** What edits make of them; those of other lines change nothing in it. */
  readonly edited: (edits: readonly TextEdit[]) => string;
}

/**
 * The lines around a place, which show about as well as all of them what an edit does to the YAML there,
 * and sooner. `undefined` when one line is too long for that.
 */
export function linesNear(text: string, at: number): Lines | undefined {
  const isShort = text.length <= most;
  const span = isShort ? { start: 0, end: text.length } : windowAround(text, at);
  const { start, end } = span;
  if (end - start > most) return undefined;
  const above = keyAbove(text, start);
  const lines = text.slice(start, end);
  return {
    span,
    placeOf: (at) => above.length + at - start,
    edited: (edits) => {
      const inside = edits.filter((edit) => edit.span.start >= start && edit.span.end <= end);
      const moved = inside.map((edit) => ({ ...edit, span: moveSpan(edit.span, -start) }));
      return above + applyEdits(lines, moved);
    },
  };
}

/** Whole entries, as far as indentation tells, on both sides of a line. */
function windowAround(text: string, at: number): Span {
  const line = { start: lineStart(text, at), end: nextLine(text, at) };
  const from = at <= most / 2 ? 0 : nextLine(text, at - most / 2);
  const to = at + most / 2 >= text.length ? text.length : lineStart(text, at + most / 2);
  const [start = line.start] = from === 0 ? [0] : outermost(text, { start: from, end: line.start });
  const end =
    to === text.length ? to : outermost(text, { start: nextLine(text, line.end), end: to }).at(-1);
  return { start, end: Math.max(line.end, end ?? to) };
}

/** Where the lines begin that stand furthest to the left. */
function outermost(text: string, { start, end }: Span): readonly number[] {
  const first = /[ \t]*(?=[^\s#])/y;
  let least = Infinity;
  let found: number[] = [];
  for (let line = start; line < end; line = nextLine(text, line)) {
    first.lastIndex = line;
    const column = first.exec(text)?.[0].length ?? Infinity;
    if (column < least) [least, found] = [column, []];
    if (column === least) found.push(line);
  }
  return found;
}

/** The line of the key of the file below which a line stands; empty when there is none. */
function keyAbove(text: string, start: number): string {
  let line = start;
  while (line > 0 && !/\w/.test(text.charAt(line))) line = lineStart(text, line - 1);
  const end = nextLine(text, line);
  return line < start && lineEnd(text, line) - line < most ? text.slice(line, end) : '';
}
