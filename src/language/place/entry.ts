import { isSection } from '../../document/cut';
import type { Span } from '../../document/model';
import { backOverSpace, isComment, lineAbove, lineAt, skipSpace, unquote } from '../line';
import { begunIn, endOf, isWithin, placedBelow, textOf } from './block';
import type { Collection, Member, Trail } from './flow';
import type { Opening } from './opening';

/** One guest, page, team or space, from its first sign to its last. */
export interface Entry extends Span {
  /** What the keys of a guest or a page hold, without quotes; empty for what is no text. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The entry around a place, if the openings around it lead into a section of entries. */
export function entryIn(
  text: string,
  openings: readonly Opening[],
  trail: Trail,
): Entry | undefined {
  const [section, opening] = openings;
  const name = section?.name ?? textIn(text, trail[0]?.member?.key);
  if (!isSection(name)) return undefined;
  const step = trail[section ? 0 : 1];
  if (opening)
    return blockEntry(text, opening, openings.length === 2 ? step?.collection : undefined);
  return step?.member && flowEntry(text, step.member);
}

function blockEntry(text: string, opening: Opening, held: Collection | undefined): Entry {
  const start = opening.kind === 'key' ? opening.start : contentStart(text, opening);
  if (held)
    return { start, end: held.end, fields: held.kind === 'map' ? fieldsOf(text, held) : new Map() };
  const column = start - lineAt(text, start).start;
  const fields = new Map<string, string>();
  for (const { opening: key, rest } of begunIn(text, opening, column))
    if (key.kind === 'key') fields.set(key.name, textOf(text, rest));
  return { start, end: Math.max(start, contentEnd(text, endOf(text, opening))), fields };
}

function contentStart(text: string, opening: Opening): number {
  const line = lineAt(text, opening.start);
  const first = skipSpace(text, opening.after, line.end);
  if (first < line.end && !isComment(text, first)) return first;
  const below = placedBelow(text, line);
  return below && isWithin(text, below, opening) ? below.first : opening.after;
}

/** Behind the last sign above a line, comments left out. */
function contentEnd(text: string, lineStart: number): number {
  let line = lineAt(text, Math.max(0, lineStart - 1));
  for (;;) {
    const above = lineAbove(text, line);
    if (!above || (line.first < line.end && text.charAt(line.first) !== '#')) break;
    line = above;
  }
  return backOverSpace(text, line.start, line.end);
}

function flowEntry(text: string, { key, value }: Member): Entry | undefined {
  const start = key?.start ?? value?.start;
  const end = value?.end ?? key?.end;
  if (start === undefined || end === undefined) return undefined;
  const isMap = !key && value && 'kind' in value && value.kind === 'map';
  return { start, end, fields: isMap ? fieldsOf(text, value) : new Map() };
}

function fieldsOf(text: string, { members }: Collection): ReadonlyMap<string, string> {
  return new Map(members.map(({ key, value }) => [textIn(text, key), valueIn(text, value)]));
}

export function valueIn(text: string, value: Member['value']): string {
  return value && !('kind' in value) ? textIn(text, value) : '';
}

export function textIn(text: string, span: Span | undefined): string {
  return span ? unquote(text.slice(span.start, span.end)) : '';
}
