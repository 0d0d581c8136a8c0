import { setImmediate } from 'node:timers/promises';
import { momentOf } from '../../document/date';
import { quote, quoteKey, quoteValue } from '../../document/edit/quote';
import { say, sentence, type Sentence } from '../../document/sentence';
import type { Speak } from '../print';
import type { SiteContents } from './contents';
import type { Draft } from './draft';
import type { DraftGuest } from './guests';
import { labelled } from './labels';
import type { DraftEntry } from './list';
import type { DraftPage } from './pages';

const style = { flow: false, quotes: '"' } as const;

/**
 * A whole file, with comments that say what was found and what is not written. Others get a turn after
 * each entry, for thousands of them take their time.
 * @param organization the organization's id, if it is known
 */
export async function draftText(
  draft: Draft,
  contents: Pick<SiteContents, 'origin' | 'readAt' | 'caller'>,
  organization: string | undefined,
  speak: Speak = say,
): Promise<string> {
  const { guests, pages, spacesPerGuest, unsaid } = draft;
  const lines = [
    ...comments([summaryOf(draft, contents)], speak),
    'version: 1',
    `site: ${contents.origin}`,
    ...(organization === undefined ? [] : [field('organization', organization)]),
    ...(spacesPerGuest > 1 ? ['limits:', `  spacesPerGuest: ${String(spacesPerGuest)}`] : []),
    '',
    ...spaceLines(draft, speak),
    '',
    guests.length > 0 ? 'guests:' : 'guests: []',
  ];
  for (const guest of guests) {
    lines.push(...guestLines(guest, speak));
    await setImmediate();
  }
  lines.push(...comments(unsaid.guests, speak, '  '));
  if (pages.length > 0) lines.push('', 'pages:');
  for (const page of pages) {
    lines.push(...pageLines(page));
    await setImmediate();
  }
  lines.push(...comments(unsaid.pages, speak, '  '), '');
  return lines.join('\n');
}

/** What was found where, when and by whom. */
export function summaryOf(
  { spaces, guests, pages, unsaid }: Pick<Draft, 'spaces' | 'guests' | 'pages' | 'unsaid'>,
  { origin, readAt, caller }: Pick<SiteContents, 'origin' | 'readAt' | 'caller'>,
): Sentence {
  return sentence(
    'Read from {site} as {name} on {time}. Written: spaces {spaces}, guests {guests}, pages with guests {pages}. Not written: {unsaid}',
    {
      site: origin,
      name: caller.name,
      time: momentOf(readAt),
      spaces: spaces.length,
      guests: guests.length,
      pages: pages.length,
      unsaid: unsaid.guests.length + unsaid.pages.length,
    },
  );
}

export function comments(
  sentences: readonly Sentence[],
  speak: Speak,
  indent = '',
): readonly string[] {
  return sentences.map((one) => `${indent}# ${speak(one)}`);
}

function spaceLines({ spaces }: Draft, speak: Speak): readonly string[] {
  const careful = sentence(
    'Somebody in a space is not written, so it is additive: make it strict when everybody is listed',
  );
  const isCareful = spaces.some(({ manage }) => manage === 'additive');
  return [
    'spaces:',
    ...comments(isCareful ? [careful] : [], speak, '  '),
    ...spaces.map(
      ({ key, name, manage }) =>
        `  ${quoteKey(key, style)}: { manage: ${manage} }${labelled(name)}`,
    ),
  ];
}

function guestLines({ state, ...guest }: DraftGuest, speak: Speak): readonly string[] {
  const note = noteOf(state);
  const keys = ['email', 'name', 'account', 'space', 'role'] as const;
  const fields = keys.flatMap((key) => (guest[key] === undefined ? [] : [field(key, guest[key])]));
  return [...comments(note ? [note] : [], speak, '  '), ...item(fields)];
}

function noteOf(state: DraftGuest['state']): Sentence | undefined {
  switch (state) {
    case 'waiting':
      return sentence('Invited, and not accepted yet');
    case 'inactive':
      return sentence('The Atlassian account is deactivated or suspended');
    case 'active':
    case 'unknown':
      return undefined;
  }
}

function pageLines({ id, title, view, edit }: DraftPage): readonly string[] {
  return item([
    field('page', id),
    ...(title === undefined ? [] : [field('title', title)]),
    ...listLines('view', view),
    ...listLines('edit', edit),
  ]);
}

function listLines(key: string, entries: readonly DraftEntry[] | undefined): readonly string[] {
  if (!entries) return [];
  return [
    `${key}:`,
    ...entries.map(({ written, label }) => `  - ${quote(written, style)}${labelled(label)}`),
  ];
}

function field(key: string, value: string): string {
  return `${key}: ${quoteValue(key, value, style)}`;
}

/** The lines of one entry of a list. */
function item(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`);
}
