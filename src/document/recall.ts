import type { Allowance } from './allowance';
import type { Change } from './change';
import { changeBetween } from './change';
import type { SectionName } from './cut';
import type { EntryPiece } from './piece';
import { readEntry } from './piece';

/** An entry that was read, and where it stands. */
export type EntryAt<Name extends SectionName> = EntryPiece<Name> & {
  readonly at: number;
  readonly end: number;
};

export type Entries = { readonly [Name in SectionName]?: readonly EntryAt<Name>[] };

/** A text, and what its entries said. */
export interface Memory {
  readonly text: string;
  readonly entries: Entries;
}

/** How many entries at the top and at the bottom of a section a change has left as they were. */
interface Kept {
  readonly top: number;
  readonly bottom: number;
}

/**
 * A reader of the text's entries, which takes those that the memory holds from there, wherever they
 * stand now. Its result is `undefined` when one of them cannot be read by itself, and when more of the
 * text would have to be read than the allowance has left.
 */
export function readerOf(
  text: string,
  allowance: Allowance,
  memory: Memory = { text: '', entries: {} },
) {
  const change = changeBetween(memory.text, text);
  return <Name extends SectionName>(
    name: Name,
    bounds: readonly number[],
  ): readonly EntryAt<Name>[] | undefined => {
    const before: readonly EntryAt<Name>[] = memory.entries[name] ?? [];
    const { top, bottom } = compare(before, bounds, change);
    const known = new Map<string, EntryAt<Name>>();
    for (const entry of before.slice(top, before.length - bottom))
      known.set(memory.text.slice(entry.at, entry.end), entry);
    const touched = stretches(text, bounds.slice(top, bounds.length - bottom));
    for (const { lines } of touched)
      if (!known.has(lines) && !allowance.take(lines.length)) return undefined;
    const entries = before.slice(0, top);
    for (const { lines, at, end } of touched) {
      const entry = known.get(lines) ?? readEntry(name, lines);
      if (!entry) return undefined;
      entries.push(place(entry, at, end));
    }
    for (const entry of before.slice(before.length - bottom))
      entries.push(place(entry, entry.at + change.by, entry.end + change.by));
    return entries;
  };
}

function stretches(text: string, bounds: readonly number[]) {
  return bounds.slice(1).map((end, index) => {
    const at = bounds[index] ?? 0;
    return { at, end, lines: text.slice(at, end) };
  });
}

function place<Name extends SectionName>(
  { content, syntax, duplicates, size }: EntryPiece<Name>,
  at: number,
  end: number,
): EntryAt<Name> {
  return { at, end, content, syntax, duplicates, size };
}

function compare(
  before: readonly EntryAt<SectionName>[],
  bounds: readonly number[],
  { start, end, by }: Change,
): Kept {
  const count = bounds.length - 1;
  const most = Math.min(before.length, count);
  const stood = (known: number, now: number, moved: number) =>
    before[known]?.at === (bounds[now] ?? 0) - moved &&
    before[known].end === (bounds[now + 1] ?? 0) - moved;
  let top = 0;
  while (top < most && (bounds[top + 1] ?? 0) <= start && stood(top, top, 0)) top += 1;
  let bottom = 0;
  while (bottom < most - top) {
    const now = count - 1 - bottom;
    if ((bounds[now] ?? 0) < end || !stood(before.length - 1 - bottom, now, by)) break;
    bottom += 1;
  }
  return { top, bottom };
}
