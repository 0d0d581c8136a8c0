import assert from 'node:assert/strict';
import type { TextEdit } from '../../../../src/document/edit';
import { applyEdits } from '../../../../src/document/edit';
import { addGuest, addPage } from '../../../../src/document/edit/entry';
import { removeEntry } from '../../../../src/document/edit/remove';
import { addSpace } from '../../../../src/document/edit/space';
import { addTeam } from '../../../../src/document/edit/team';

type Row = readonly [name: string, before: string, after: string];

const eve = { email: 'eve@b.example', space: 'DOCS' };
const plan = { page: '7', title: 'Plan: A', view: ['team:t', 'group:a, b'] };

const tables: readonly (readonly [
  what: string,
  edit: (text: string) => readonly TextEdit[],
  rows: readonly Row[],
])[] = [
  [
    'adding a guest',
    (text) => addGuest(text, eve),
    [
      [
        'goes below the last, indented like it',
        'guests:\n    -   email: a@b.example\n        space: LAB # where\n        # more\n\n# end\npages: []\n',
        'guests:\n    -   email: a@b.example\n        space: LAB # where\n        # more\n    -   email: eve@b.example\n        space: DOCS\n\n# end\npages: []\n',
      ],
      [
        'stands in braces like the last',
        'guests:\n- {email: a@b.example, space: LAB}',
        'guests:\n- {email: a@b.example, space: LAB}\n- {email: eve@b.example, space: DOCS}',
      ],
      [
        'is set apart by a blank line where others are',
        'guests:\n- email: a@b.example\n  space: LAB\n\n# who\n- email: c@d.example\n  space: LAB\n',
        'guests:\n- email: a@b.example\n  space: LAB\n\n# who\n- email: c@d.example\n  space: LAB\n\n- email: eve@b.example\n  space: DOCS\n',
      ],
      [
        'goes below a block of text',
        'guests:\n- space: LAB\n  reason: |\n    why\n\npages: []\n',
        'guests:\n- space: LAB\n  reason: |\n    why\n- email: eve@b.example\n  space: DOCS\n\npages: []\n',
      ],
      [
        'goes into brackets',
        'guests: [{ email: a@b.example, space: LAB }] # all\n',
        'guests: [{ email: a@b.example, space: LAB }, { email: eve@b.example, space: DOCS }] # all\n',
      ],
      [
        'goes on a line of its own in brackets where others do',
        'guests: [\n  { space: LAB }, # one\n]\n',
        'guests: [\n  { space: LAB }, # one\n  { email: eve@b.example, space: DOCS },\n]\n',
      ],
      [
        'brings its comma along in brackets',
        'guests: [\n  { space: LAB } # one\n]\n',
        'guests: [\n  { space: LAB }, # one\n  { email: eve@b.example, space: DOCS }\n]\n',
      ],
      [
        'is the first of an empty list',
        'guests: [] # nobody\npages: []\n',
        'guests: # nobody\n  - email: eve@b.example\n    space: DOCS\npages: []\n',
      ],
      [
        'is the first behind a key without a value',
        'pages:\n- page: 1\nguests: # all\n',
        'pages:\n- page: 1\nguests: # all\n- email: eve@b.example\n  space: DOCS\n',
      ],
      [
        'brings its section along, before the pages',
        'version: 1\nspaces:\n    DOCS:\n    # LAB:\n\n# pages\npages: []\n',
        'version: 1\nspaces:\n    DOCS:\n    # LAB:\nguests:\n  - email: eve@b.example\n    space: DOCS\n\n# pages\npages: []\n',
      ],
      [
        'brings its section along at the end of a file',
        'version: 1\nsite: x',
        'version: 1\nsite: x\nguests:\n  - email: eve@b.example\n    space: DOCS',
      ],
      [
        'is the first of a file',
        '# ours\n',
        '# ours\nguests:\n  - email: eve@b.example\n    space: DOCS\n',
      ],
      [
        'goes into a file in braces',
        '{ "version": 1, "pages": [] }\n',
        '{ "version": 1, guests: [{ email: eve@b.example, space: DOCS }], "pages": [] }\n',
      ],
      [
        'goes before an entry that is half typed',
        'guests:\n- email: a@b.example\n- { email: c\n',
        'guests:\n- email: a@b.example\n- email: eve@b.example\n  space: DOCS\n- { email: c\n',
      ],
    ],
  ],
  [
    'adding a page',
    (text) => addPage(text, plan),
    [
      [
        'writes its lists in brackets',
        'pages:\n- page: 1\n',
        'pages:\n- page: 1\n- page: 7\n  title: "Plan: A"\n  view: [team:t, "group:a, b"]\n',
      ],
      [
        'writes its lists in lines where others do',
        "pages:\n- page: '1'\n  view:\n    - group:x\n",
        "pages:\n- page: '1'\n  view:\n    - group:x\n- page: 7\n  title: 'Plan: A'\n  view:\n    - team:t\n    - group:a, b\n",
      ],
    ],
  ],
  [
    'adding a team',
    (text) => addTeam(text, 'a: b', ['eve@b.example']),
    [
      [
        'brings its section along',
        'version: 1\n',
        'version: 1\nteams:\n  "a: b": [eve@b.example]\n',
      ],
      [
        'goes below the last',
        'teams:\n t:\n - a@b.example\n# x',
        'teams:\n t:\n - a@b.example\n "a: b": [eve@b.example]\n# x',
      ],
      ['goes into braces', 'teams: { t: [] }\n', 'teams: { t: [], "a: b": [eve@b.example] }\n'],
      ['goes into empty braces', 'teams: {}\n', 'teams:\n  "a: b": [eve@b.example]\n'],
    ],
  ],
  [
    'adding a space',
    (text) => addSpace(text, '2024', 'strict'),
    [
      [
        'goes below the last',
        'spaces:\n    A:\n    B: {}\n',
        'spaces:\n    A:\n    B: {}\n    2024: { manage: strict }\n',
      ],
      ['goes into braces', 'spaces: {A: }\n', 'spaces: {A: , 2024: { manage: strict }}\n'],
    ],
  ],
  [
    'removing an entry',
    (text) => {
      const start = text.indexOf('email: x');
      return removeEntry(text, { start, end: start });
    },
    [
      [
        'takes its comments along, and no others',
        'guests:\n- a: 1\n  # of a\n# of x\n# and x\n- email: x\n  # also of x\n# of b\n- b: 1\n',
        'guests:\n- a: 1\n  # of a\n# of b\n- b: 1\n',
      ],
      [
        'leaves comments that are set apart',
        'guests:\n# all\n\n- email: x\n\n# rest\n- b: 1\n',
        'guests:\n# all\n\n\n# rest\n- b: 1\n',
      ],
      [
        'leaves an empty list',
        'guests: # all\n  - email: x\n    space: A\npages: []\n',
        'guests: [] # all\npages: []\n',
      ],
      ['takes the last line of a file', 'guests:\n- a: 1\n- email: x', 'guests:\n- a: 1\n'],
      [
        'keeps what others repeat',
        'guests:\n- email: x\n  space: &s A\n- space: *s\n',
        'guests:\n- email: x\n  space: &s A\n- space: *s\n',
      ],
    ],
  ],
];

describe('an edit of entries', () => {
  for (const [what, edit, rows] of tables)
    for (const [name, before, after] of rows)
      for (const [ending, lineBreak] of [
        ['LF', '\n'],
        ['CRLF', '\r\n'],
      ] as const)
        it(`${what} ${name}, with ${ending}`, () => {
          const text = before.replaceAll('\n', lineBreak);
          assert.equal(applyEdits(text, edit(text)), after.replaceAll('\n', lineBreak));
        });

  it('takes an entry in braces out of brackets', () => {
    for (const [before, after] of [
      ['guests: [{ x: 1 }, { y: 1 }]', 'guests: [{ y: 1 }]'],
      ['guests: [{ y: 1 }, { x: 1 }]', 'guests: [{ y: 1 }]'],
      ['guests: [ { x: 1 } ]', 'guests: []'],
      ['guests: [\n  { y: 1 }, # y\n  { x: 1 } # x\n]', 'guests: [\n  { y: 1 }, # y\n]'],
    ] as const) {
      const start = before.indexOf('{ x');
      assert.equal(applyEdits(before, removeEntry(before, { start, end: start })), after);
    }
  });
});
