import assert from 'node:assert/strict';
import type { TextEdit } from '../../../../src/document/edit';
import { addGuest, addPage } from '../../../../src/document/edit/entry';
import { removeField, setField } from '../../../../src/document/edit/field';
import { joinFields } from '../../../../src/document/edit/join';
import { addToList, removeItem } from '../../../../src/document/edit/list';
import { mergeGuests, mergePages } from '../../../../src/document/edit/merge';
import { removeEntry } from '../../../../src/document/edit/remove';
import { sortGuests } from '../../../../src/document/edit/sort';
import { addSpace } from '../../../../src/document/edit/space';
import { addTeam } from '../../../../src/document/edit/team';
import { writeText } from '../../../../src/document/edit/value';

const mark = '§';

/** Where some words stand. */
function spanOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  assert.notEqual(start, -1);
  return { start, end: start + words.length };
}

/** The entries or keys that begin with the same words. */
function twoOf(text: string, words: string) {
  const first = spanOf(text, words);
  return [first, spanOf(text, words, first.end)] as const;
}

const guest = 'guests:\n- email: a@b.example\n  space: ';
const page = 'pages:\n- page: 1\n  view: ';

/** What is edited, a text with the mark at what may be repeated or read in another way, and the edit. */
const rows: readonly (readonly [string, string, (text: string) => readonly TextEdit[]])[] = [
  ['a value', `${guest}${mark}A\n`, (text) => setField(text, spanOf(text, 'email'), 'space', 'B')],
  ['a value', `${guest}${mark}A\n`, (text) => writeText(text, spanOf(text, 'A'), 'B')],
  [
    'an entry',
    `guests:\n- ${mark}\n  email: a@b.example\n`,
    (text) => setField(text, spanOf(text, 'email'), 'space', 'B'),
  ],
  ['a field', `${guest}${mark}A\n`, (text) => removeField(text, spanOf(text, 'space'))],
  ['a key', `guests:\n- a: 1\n  ${mark}x: 1\n`, (text) => removeField(text, spanOf(text, 'x'))],
  ['no list', `${page}${mark}\n`, (text) => addToList(text, spanOf(text, 'page:'), 'view', 'b')],
  ['an item', `${page}[${mark}xx, a]\n`, (text) => removeItem(text, spanOf(text, 'xx'))],
  ['an item', `${page}\n  - ${mark}xx\n  - a\n`, (text) => removeItem(text, spanOf(text, 'xx'))],
  [
    'an entry',
    `guests:\n- ${mark}\n  email: a\n- email: b\n`,
    (text) => removeEntry(text, spanOf(text, 'email')),
  ],
  [
    'one of two guests',
    `guests:\n- email: a\n  space: A\n- email: a\n  reason: ${mark}A\n`,
    (text) => mergeGuests(text, ...twoOf(text, 'email'))?.edits ?? [],
  ],
  [
    'one of two pages',
    `pages:\n- page: 1\n  title: ${mark}A\n- page: 1\n  view: [a]\n`,
    (text) => mergePages(text, ...twoOf(text, 'page:'))?.edits ?? [],
  ],
  [
    'one of two sections',
    `guests: ${mark}\n- email: a\nguests:\n- email: b\n`,
    (text) => joinFields(text, ...twoOf(text, 'guests')),
  ],
  ['one of the guests', `guests:\n- ${mark}\n  email: b@x\n- email: a@x\n`, sortGuests],
  ['one in brackets', `guests: [${mark}{ email: b@x }, { email: a@x }]\n`, sortGuests],
  ['no guests', `guests: ${mark}\n`, (text) => addGuest(text, { email: 'a@x', space: 'A' })],
  ['no pages', `pages: ${mark}[]\n`, (text) => addPage(text, { page: '1' })],
  ['no spaces', `spaces: ${mark}{}\n`, (text) => addSpace(text, 'A')],
  ['no teams', `teams: ${mark}\n`, (text) => addTeam(text, 'a', [])],
];

describe('an edit of what has an anchor or a tag', () => {
  for (const [name, text, edit] of rows)
    it(`leaves ${name} alone in ${JSON.stringify(text)}`, () => {
      assert.notDeepEqual(edit(text.replace(mark, '')), []);
      for (const written of ['&m ', '!other '])
        assert.deepEqual(edit(text.replace(mark, written)), [], written);
    });
});
