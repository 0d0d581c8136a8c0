import { setImmediate } from 'node:timers/promises';
import { applyEdits, type TextEdit } from '../../document/edit';
import { addGuest, addPage } from '../../document/edit/entry';
import { lineBreakOf } from '../../document/edit/layout';
import { addSpace } from '../../document/edit/space';
import { say, sentence } from '../../document/sentence';
import type { Speak } from '../print';
import type { SiteContents } from './contents';
import type { Draft } from './draft';
import { labelLines } from './labels';
import type { DraftEntry } from './list';
import type { DraftPage } from './pages';
import { comments, summaryOf } from './text';

/**
 * The text of a file with a draft added to it: entries at the end of their sections, and below
 * everything, as comments, what is not written. A space of which a guest cannot be written is additive,
 * and a page that names the guest is not written either. Nothing else changes. A draft of nothing gives
 * the text as it is. Others get a turn after each entry, for in a large file each takes its time.
 */
export async function mergeDraft(
  text: string,
  draft: Draft,
  contents: Pick<SiteContents, 'origin' | 'readAt' | 'caller'>,
  speak: Speak = say,
): Promise<string> {
  if (draft.spaces.length + draft.guests.length + draft.pages.length === 0) return text;
  const guests = await addAll(text, draft.guests, (before, guest) => {
    const { email, name, account, space, role } = guest;
    return addGuest(before, present({ email, name, account, space, role }));
  });
  const incomplete = new Set(guests.refused.map(({ space }) => space));
  const spaces = await addAll(guests.text, draft.spaces, (before, { key, manage }) =>
    addSpace(before, key, incomplete.has(key) ? 'additive' : manage),
  );
  const missing = new Set(guests.refused.map(({ email }) => email));
  const [whole, broken] = parted(draft.pages, (page) =>
    entriesOf(page).every(({ written }) => !missing.has(written)),
  );
  const pages = await addAll(spaces.text, whole, writePage);
  const refused = [
    ...guests.refused.map(({ email }) => email),
    ...spaces.refused.map(({ key }) => key),
    ...[...broken, ...pages.refused].map(({ id, title = id }) => title),
  ].map((who) => sentence('{who} could not be added to the file: add them by hand', { who }));
  const unsaid = { ...draft.unsaid, guests: [...refused, ...draft.unsaid.guests] };
  const notes = [...unsaid.guests, ...unsaid.pages];
  if (notes.length === 0) return pages.text;
  const written = { spaces: spaces.written, guests: guests.written, pages: pages.written, unsaid };
  return withComments(pages.text, comments([summaryOf(written, contents), ...notes], speak));
}

function writePage(text: string, page: DraftPage): readonly TextEdit[] {
  const { id, title, view, edit } = page;
  const fields = present({ page: id, title, view: listOf(view), edit: listOf(edit) });
  return addPage(text, fields).map(({ span, text: lines }) => ({
    span,
    text: labelLines(lines, entriesOf(page)),
  }));
}

function entriesOf({ view = [], edit = [] }: DraftPage): readonly DraftEntry[] {
  return [...view, ...edit];
}

/** Those that a test fits, and the others. */
function parted<T>(
  values: readonly T[],
  fits: (value: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [values.filter(fits), values.filter((value) => !fits(value))];
}

function withComments(text: string, lines: readonly string[]): string {
  const lineBreak = lineBreakOf(text);
  const end = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return `${text}${end}${lines.join(lineBreak)}${lineBreak}`;
}

interface Added<T> {
  readonly text: string;
  readonly written: readonly T[];
  readonly refused: readonly T[];
}

/** The first entry may begin its section; the others go behind it, all at the same place. */
async function addAll<T>(
  text: string,
  entries: readonly T[],
  add: (before: string, entry: T) => readonly TextEdit[],
): Promise<Added<T>> {
  const [first, ...others] = entries;
  if (first === undefined) return { text, written: [], refused: [] };
  const edits = add(text, first);
  if (edits.length === 0) return { text, written: [], refused: entries };
  const begun = applyEdits(text, edits);
  const all: TextEdit[] = [];
  const written = [first];
  const refused: T[] = [];
  for (const entry of others) {
    await setImmediate();
    const more = add(begun, entry);
    all.push(...more);
    (more.length > 0 ? written : refused).push(entry);
  }
  return { text: applyEdits(begun, all), written, refused };
}

function listOf(entries: readonly DraftEntry[] | undefined): readonly string[] | undefined {
  return entries?.map(({ written }) => written);
}

/** The fields that have a value. */
function present<T>(fields: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, T] => field[1] !== undefined),
  );
}
