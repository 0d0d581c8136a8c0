import { setImmediate } from 'node:timers/promises';
import { guestRows } from '../../../src/access/guestRows';
import { pageRows } from '../../../src/access/pageRows';
import { addGuest } from '../../../src/document/edit/entry';
import { sortGuests } from '../../../src/document/edit/sort';
import type { Parsed } from '../../../src/document/parse';
import { parseAtMost } from '../../../src/document/parse';
import { lineStarts, positionAt } from '../../../src/document/position';
import { addGuestSteps, writeGuest } from '../../../src/language/addGuest';
import type { Answers } from '../../../src/language/ask/answers';
import { complete } from '../../../src/language/completion';
import { fixAll } from '../../../src/language/fixes/all';
import { fixesFor } from '../../../src/language/fixes/problem';
import { foldsIn } from '../../../src/language/folding';
import { hoverAt } from '../../../src/language/hover';
import type { Known } from '../../../src/language/known';
import { lensesFor, lensWords } from '../../../src/language/lenses';
import { linksIn } from '../../../src/language/links';
import { occurrencesAt } from '../../../src/language/references';
import { prepareRename, rename } from '../../../src/language/rename';
import { sharePageSteps } from '../../../src/language/sharePage';
import { symbolsIn } from '../../../src/language/symbols';
import { today } from './file';
import type { Open } from './opening';

/** What the extension does while somebody edits a file. */
export interface Deed {
  /** What is wrong in the file; by default nothing. */
  readonly spoil?: (text: string) => string;
  /** Whether a reading of the site is known. */
  readonly isRead?: boolean;
  readonly do: (open: Open) => unknown;
}

const slip = (text: string): string => text.replace('role: viewer', 'roel: viewer');
const slips = (text: string): string => text.replaceAll('role: viewer', 'roel: viewer');

/** Code units that the extension reads at once; it reads longer texts aside. */
const most = 65_536;

export const deeds: Readonly<Record<string, Deed>> = {
  'a letter typed': { do: ({ text, parsed }) => type(text, 'x', parsed) },
  'a key typed at the margin': { do: ({ text, parsed }) => type(text, '\nm', parsed) },
  'positions of the lines': { do: ({ text }) => positionAt(lineStarts(text), text.length) },
  'completion of a key': { do: (open) => completed(open, 'reason: ', 'x\n    o') },
  'completion in a list': { do: (open) => completed(open, 'view: [', 'guest4') },
  'hover on a guest': { isRead: true, do: (open) => hovered(open, 'email: gue') },
  'hover on a space': { isRead: true, do: (open) => hovered(open, 'space: SP') },
  'hover on a page': { isRead: true, do: (open) => hovered(open, 'page: 10') },
  lenses: {
    isRead: true,
    do: ({ known }) =>
      lensesFor(known.document)
        .slice(0, 40)
        .map((lens) => lensWords(lens, known, true)),
  },
  outline: {
    do: async ({ text, parsed }) => {
      const symbols = symbolsIn({ text, ...parsed })[Symbol.iterator]();
      while (!symbols.next().done) await setImmediate();
    },
  },
  folding: { do: ({ text }) => foldsIn(text) },
  links: { do: ({ text, parsed }) => linksIn({ text, ...parsed }) },
  'renaming a guest': {
    do: async ({ text, parsed }) => {
      const source = { text, ...parsed };
      const place = placeIn(text, 'email: gue');
      prepareRename(source, place);
      await setImmediate();
      rename(source, place, 'other@partner.example');
    },
  },
  'references of a guest': {
    do: ({ text, parsed }) => occurrencesAt({ text, ...parsed }, placeIn(text, 'email: gue')),
  },
  'quick fix': { spoil: slip, do: ({ text, parsed, known }) => firstFixes(text, parsed, known) },
  'fix all': {
    spoil: slips,
    do: ({ text, parsed, known, read }) => fixAll(text, parsed.problems, known, read),
  },
  'sorting the guests': { do: ({ text, parsed }) => sortGuests(text, parsed) },
  'adding a guest': {
    do: ({ text }) => addGuest(text, { email: 'eve@partner.example', space: 'SPACE0' }),
  },
  'questions of Add Guest': {
    isRead: true,
    do: ({ known }) => inTurn(addGuestSteps(known, {}).map((step) => () => step(answers))),
  },
  'questions of Share Page': {
    isRead: true,
    do: ({ known }) => inTurn(sharePageSteps(known, {}, '').map((step) => () => step(answers))),
  },
  'putting a guest on 40 pages': {
    do: ({ text, known }) => writeGuest(text, known, { ...answers, pages: somePages(known) }),
  },
  'rows of guests': {
    isRead: true,
    do: ({ known }) => guestRows(known.document, known.reading, today),
  },
  'rows of pages': {
    isRead: true,
    do: ({ known }) => pageRows(known.document, known.reading, known.today),
  },
};

/** With a turn for others after each. */
async function inTurn(works: readonly (() => unknown)[]): Promise<void> {
  for (const work of works) {
    work();
    await setImmediate();
  }
}

const answers: Answers = {
  address: { text: 'eve@partner.example', written: true },
  space: { text: 'SPACE0', written: false },
};

/** Half of them are in the file. */
function somePages({ document }: Known): readonly string[] {
  const listed = (document.pages ?? []).slice(0, 20).map(({ id }) => id);
  return [...listed, ...listed.map((id) => `9${id}`)];
}

/** The end of the first such words behind the middle of the file. */
function placeIn(text: string, words: string): number {
  const middle = text.indexOf('\nguests:');
  const from = words.startsWith('view') || words.startsWith('page') ? '\npages:' : '\n  - email';
  return text.indexOf(words, text.indexOf(from, middle)) + words.length;
}

function type(text: string, typed: string, before: Parsed): number {
  const at = placeIn(text, 'reason: ');
  const after = text.slice(0, at) + typed + text.slice(at);
  return parseAtMost(most, after, today, before)?.problems.length ?? 0;
}

function completed({ text, known }: Open, behind: string, typed: string): number {
  const at = placeIn(text, behind);
  const edited = text.slice(0, at) + typed + text.slice(at);
  return complete(edited, at + typed.length, known).items.length;
}

function hovered({ text, known }: Open, on: string) {
  return hoverAt(text, placeIn(text, on), known);
}

function firstFixes(text: string, { problems }: Parsed, known: Known) {
  return problems.slice(0, 1).map((problem) => fixesFor(text, problem, known));
}
