import { setImmediate } from 'node:timers/promises';
import { applyEdits, type TextEdit } from '../../document/edit';
import { addGuest, addPage } from '../../document/edit/entry';
import { lineBreakOf } from '../../document/edit/layout';
import { addSpace } from '../../document/edit/space';
import { say, sentence, type Sentence } from '../../document/sentence';
import type { Speak } from '../print';
import type { SiteContents } from './contents';
import type { Draft } from './draft';
import type { DraftEntry } from './list';
import { comments, summaryOf } from './text';

/**
 * The text of a file with a draft added to it: entries at the end of their sections, and below
 * everything, as comments, what is not written. Nothing else changes. A draft of nothing gives the
 * text as it is. Others get a turn after each entry, for in a large file each takes its time.
 */
export async function mergeDraft(
  text: string,
  draft: Draft,
  contents: Pick<SiteContents, 'origin' | 'readAt' | 'caller'>,
  speak: Speak = say,
): Promise<string> {
  const { spaces, guests, pages, unsaid } = draft;
  if (spaces.length + guests.length + pages.length === 0) return text;
  const refused: Sentence[] = [];
  const refuse = (who: string): void => {
    refused.push(sentence('{who} could not be added to the file: add them by hand', { who }));
  };
  let result = text;
  result = await addAll(result, spaces, {
    add: (before, { key, manage }) => addSpace(before, key, manage),
    refuse: ({ key }) => {
      refuse(key);
    },
  });
  result = await addAll(result, guests, {
    add: (before, { email, name, account, space, role }) =>
      addGuest(before, present({ email, name, account, space, role })),
    refuse: ({ email }) => {
      refuse(email);
    },
  });
  result = await addAll(result, pages, {
    add: (before, { id, title, view, edit }) =>
      addPage(before, present({ page: id, title, view: listOf(view), edit: listOf(edit) })),
    refuse: ({ id, title }) => {
      refuse(title ?? id);
    },
  });
  const notes = [...refused, ...unsaid.guests, ...unsaid.pages];
  if (notes.length === 0) return result;
  const lineBreak = lineBreakOf(text);
  const lines = comments([summaryOf(draft, contents), ...notes], speak);
  const end = result === '' || result.endsWith('\n') ? '' : lineBreak;
  return `${result}${end}${lines.join(lineBreak)}${lineBreak}`;
}

/** The first entry may begin its section; the others go behind it, all at the same place. */
async function addAll<T>(
  text: string,
  entries: readonly T[],
  {
    add,
    refuse,
  }: {
    readonly add: (before: string, entry: T) => readonly TextEdit[];
    readonly refuse: (entry: T) => void;
  },
): Promise<string> {
  const [first, ...others] = entries;
  if (first === undefined) return text;
  const edits = add(text, first);
  if (edits.length === 0) {
    entries.forEach(refuse);
    return text;
  }
  const begun = applyEdits(text, edits);
  const all: TextEdit[] = [];
  for (const entry of others) {
    await setImmediate();
    all.push(...add(begun, entry));
  }
  return applyEdits(begun, all);
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
