import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/document/edit';
import { removeField, setField } from '../../../../src/document/edit/field';
import { addToList, removeItem } from '../../../../src/document/edit/list';

const page = 'pages:\n- page: 1\n';

type Row = readonly [name: string, before: string, after: string];

/** The place where something is written for the first time. */
function placeOf(text: string, part: string) {
  const start = text.indexOf(part);
  assert.ok(start >= 0);
  return { start, end: start + part.length };
}

const added: readonly Row[] = [
  ['makes the list', page, `${page}  view: [group:x]\n`],
  ['fills an empty list', `${page}  view: [] # who\n`, `${page}  view: [group:x] # who\n`],
  ['fills a list without a value', `${page}  view: # who\n`, `${page}  view: [group:x] # who\n`],
  [
    'goes behind the last in brackets',
    `${page}  view: [a@b.example, ]\n`,
    `${page}  view: [a@b.example, group:x, ]\n`,
  ],
  [
    'goes below the last line',
    `${page}  view:\n    - a@b.example # a\n    # more\n  title: A\n`,
    `${page}  view:\n    - a@b.example # a\n    - group:x\n    # more\n  title: A\n`,
  ],
  ['does nothing when it is there', `${page}  view: ["group:x"]\n`, `${page}  view: ["group:x"]\n`],
  [
    'leaves a list alone that may be repeated',
    `${page}  view: &v [a@b.example]\n`,
    `${page}  view: &v [a@b.example]\n`,
  ],
];

const removed: readonly Row[] = [
  ['with the comma behind it', 'view: [x, a, b]\n', 'view: [a, b]\n'],
  ['with the comma before it', 'view: [a, b , x ]\n', 'view: [a, b ]\n'],
  ['as the only one', 'view: [ x ] # who\n', 'view: [] # who\n'],
  ['with its line', 'view:\n  - a\n  - x # why\n  # b\n  - b\n', 'view:\n  - a\n  # b\n  - b\n'],
  ['as the only one of lines', 'view: # who\n- x\nedit: []\n', 'view: [] # who\nedit: []\n'],
  ['with its line in brackets', 'view: [\n  a, # a\n  x, # x\n]\n', 'view: [\n  a, # a\n]\n'],
  ['from between comments', 'view: [x, # all\n  a]\n', 'view: [ # all\n  a]\n'],
  ['from the end of a line', 'view: [a,\n  x]\n', 'view: [a,\n  ]\n'],
  ['not when others may repeat it', 'view: [&x x, a]\n', 'view: [&x x, a]\n'],
];

const guest = 'guests:\n- email: a@b.example\n';

const set: readonly Row[] = [
  [
    'behind those that stand before it',
    `${guest}  reason: x\n`,
    `${guest}  space: A B\n  reason: x\n`,
  ],
  [
    'in the place of another',
    `${guest}  space: "DOCS" # where\n`,
    `${guest}  space: "A B" # where\n`,
  ],
  ['in the place of a list', `${guest}  space:\n  - DOCS\n`, `${guest}  space:\n    A B\n`],
  [
    'in the place of a list further right',
    `${guest}  space:\n     - DOCS\n`,
    `${guest}  space:\n     A B\n`,
  ],
  ['where nothing is', `${guest}  space: # where\n`, `${guest}  space: A B # where\n`],
  [
    'in the place of a block of text',
    `${guest}  space: |\n    DOCS\n\n`,
    `${guest}  space: A B\n\n`,
  ],
  ['only when it is another', `${guest}  space: "A B"\n`, `${guest}  space: "A B"\n`],
  ['not where others may repeat it', `${guest}  space: &s DOCS\n`, `${guest}  space: &s DOCS\n`],
];

const taken: readonly Row[] = [
  [
    'with its line',
    'guests:\n- email: a\n  x: 1 # x\n  # b\n  b: 1\n',
    'guests:\n- email: a\n  # b\n  b: 1\n',
  ],
  ['from behind the dash', 'guests:\n-  x:\n   - 1\n   b: 1\n', 'guests:\n-  b: 1\n'],
  ['from braces', 'guests: [{ a: 1, x: 1 }]\n', 'guests: [{ a: 1 }]\n'],
  ['from the beginning of braces', 'guests: [{ x, a: 1 }]\n', 'guests: [{ a: 1 }]\n'],
  ['as the only one', 'limits:\n  x: 1\nguests: []\n', 'limits: {}\nguests: []\n'],
  ['with all below it', 'x:\n  - 1\n\n# b\nb: 1\n', '\n# b\nb: 1\n'],
];

describe('an edit of a list', () => {
  for (const [name, before, after] of added)
    it(`adds what ${name}`, () => {
      const edits = addToList(before, placeOf(before, 'page: 1'), 'view', 'group:x');
      assert.equal(applyEdits(before, edits), after);
    });

  it('adds a list to a page in braces', () => {
    const text = 'pages: [{ page: 1 }]\n';
    const edits = addToList(text, placeOf(text, '{ page: 1 }'), 'view', 'a', 'a, b');
    assert.equal(applyEdits(text, edits), 'pages: [{ page: 1, view: [a, "a, b"] }]\n');
  });

  for (const [name, before, after] of removed)
    it(`removes something ${name}`, () => {
      const text = page + before.replace(/^(?=.)/gm, '  ');
      const edits = removeItem(text, { start: text.search(/x(?= |,|\]|$)/m), end: 0 });
      assert.equal(applyEdits(text, edits), page + after.replace(/^(?=.)/gm, '  '));
    });
});

describe('an edit of a field', () => {
  for (const [name, before, after] of set)
    it(`writes it ${name}`, () => {
      const edits = setField(before, placeOf(before, 'email'), 'space', 'A B');
      assert.equal(applyEdits(before, edits), after);
    });

  for (const [name, before, after] of taken)
    it(`removes it ${name}`, () => {
      assert.equal(applyEdits(before, removeField(before, placeOf(before, 'x'))), after);
    });
});
