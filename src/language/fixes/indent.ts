import type { TextEdit } from '../../document/edit';
import { lineEnd, lineStart, nextLine } from '../../document/edit/layout';
import type { Span } from '../../document/model';
import { maxLine } from './slips';

/** Columns from one stop of the tabulator to the next, as editors have them; a tab may mean nothing, too. */
export const tabStops: readonly number[] = [2, 4, 0];

/** Spaces in the place of tabs at the beginning of lines, but for those of a block of text. */
export function untab(text: string, { start, end }: Span, stop: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let block: number | undefined;
  for (let line = start; line < end; line = nextLine(text, line)) {
    const written = indentAt(text, line);
    const isText = isBlank(text, line) || written.search(/\t|$/) > (block ?? Infinity);
    if (!isText) block = blockAt(text, line);
    if (isText || !written.includes('\t')) continue;
    let column = 0;
    for (const sign of written) column = sign === '\t' ? nextStop(column, stop) : column + 1;
    edits.push(indent(line, written.length, column));
  }
  return edits;
}

function nextStop(column: number, stop: number): number {
  return stop === 0 ? column : (Math.floor(column / stop) + 1) * stop;
}

/** The column of a key behind which a block of text begins, which stands further to the right. */
function blockAt(text: string, line: number): number | undefined {
  const written = text.slice(line, Math.min(lineEnd(text, line), line + maxLine));
  return /^([ \t]*(?:- +)*)[^\s#].*:[ \t]+[|>][-+\d]*(?:[ \t]+#.*)?[ \t]*$/.exec(written)?.[1]
    ?.length;
}

/** Columns; further away a line is not out of line but elsewhere. */
const farthest = 2;

/**
 * The ways to line up the line of a place, or the next, with those above it that begin alike: alone, with
 * what stands further to the right below it, or with what stands no less far.
 */
export function align(text: string, region: Span, at: number): readonly (readonly TextEdit[])[] {
  const here = lineStart(text, at);
  for (const line of [here, contentBelow(text, here, region.end)]) {
    const meant = line === undefined ? undefined : columnAbove(text, region.start, line);
    if (line === undefined || meant === undefined) continue;
    const column = indentAt(text, line).length;
    if (meant === column || Math.abs(meant - column) > farthest) continue;
    return [Infinity, column + 1, column].map((least) =>
      shift(text, { start: line, end: region.end }, least, meant - column),
    );
  }
  return [];
}

/** A line, and those right below it that are at least so far to the right, moved by some columns. */
function shift(text: string, { start, end }: Span, least: number, by: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = start; line < end; line = nextLine(text, line)) {
    const { length } = indentAt(text, line);
    if (isBlank(text, line)) continue;
    if (line > start && length < least) break;
    edits.push(indent(line, length, Math.max(0, length + by)));
  }
  return edits;
}

/** The column nearest to that of a line at which lines above it begin alike, with a dash or with a name. */
function columnAbove(text: string, start: number, line: number): number | undefined {
  const begun = beginning(text, line);
  if (!begun) return undefined;
  const hasDash = begun.dash !== undefined;
  const own = indentAt(text, line).length;
  let nearest: number | undefined;
  for (let above = line; above > start;) {
    above = lineStart(text, above - 1);
    const { dash, name } = beginning(text, above) ?? {};
    const column = hasDash ? dash : name;
    if (column === undefined) continue;
    if (nearest === undefined || Math.abs(column - own) < Math.abs(nearest - own)) nearest = column;
    if (column === 0 || nearest === own) break;
  }
  return nearest;
}

/** The columns of the dash and the name that a line begins with. */
function beginning(
  text: string,
  line: number,
): { readonly dash: number | undefined; readonly name: number | undefined } | undefined {
  const start = /( *)(- +)?([\w"'][^:\n]*:(?=\s))?/y;
  start.lastIndex = line;
  const [, spaces = '', dash, name] = start.exec(text) ?? [];
  if (dash === undefined && name === undefined) return undefined;
  return {
    dash: dash === undefined ? undefined : spaces.length,
    name: name === undefined ? undefined : spaces.length + (dash ?? '').length,
  };
}

function contentBelow(text: string, line: number, end: number): number | undefined {
  let below = nextLine(text, line);
  while (below < end && isBlank(text, below)) below = nextLine(text, below);
  return below < end ? below : undefined;
}

function isBlank(text: string, line: number): boolean {
  return /^\s*(?:#.*)?$/.test(text.slice(line, lineEnd(text, line)));
}

function indentAt(text: string, line: number): string {
  const spaces = /[ \t]*/y;
  spaces.lastIndex = line;
  return spaces.exec(text)?.[0] ?? '';
}

function indent(line: number, length: number, columns: number): TextEdit {
  return { span: { start: line, end: line + length }, text: ' '.repeat(columns) };
}
