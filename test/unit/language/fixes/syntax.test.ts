import assert from 'node:assert/strict';
import { parse } from '../../../../src/document/parse';
import { say } from '../../../../src/document/sentence';
import { fixesFor } from '../../../../src/language/fixes/problem';
import { head, today } from '../../../support/samples';
import type { Row } from './ask';
import { answer, knownOf } from './ask';

/** Of what follows the head. */
const rows: readonly Row[] = [
  [
    'syntax',
    'guests:\n  - email: a@b.example\n\t  reason: |\n      a\n      \tb\n    space: DOCS\n',
    'safe',
    'Indent with spaces',
    'guests:\n  - email: a@b.example\n    reason: |\n      a\n      \tb\n    space: DOCS\n',
  ],
  [
    'syntax',
    'limits:\n  removals: 5\n\tteams:\n\t  t: []\n',
    'safe',
    'Indent with spaces',
    'limits:\n  removals: 5\nteams:\n  t: []\n',
  ],
  [
    'syntax',
    'guests:\n\t- email: a@b.example\n\t  space: DOCS\n',
    'safe',
    'Indent with spaces',
    'guests:\n  - email: a@b.example\n    space: DOCS\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  space:DOCS\n',
    'safe',
    'Put a space behind the colon',
    'guests:\n- email: a@b.example\n  space: DOCS\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  reason: launch: "API" # now\n',
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  reason: "launch: \\"API\\"" # now\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  name: @ana\n',
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  name: "@ana"\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  reason: *\n',
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  reason: "*"\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n     space: DOCS # five\n',
    'preferred',
    'Indent it like the lines above',
    'guests:\n  - email: a@b.example\n    space: DOCS # five\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n   space: DOCS\n   role: viewer\n',
    'preferred',
    'Indent it like the lines above',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    role: viewer\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n   space: DOCS\n    role: viewer\n',
    'preferred',
    'Indent it like the lines above',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    role: viewer\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n    space: DOCS\n   - email: c@d.example\n     space: DOCS\n',
    'preferred',
    'Indent it like the lines above',
    'guests:\n  - email: a@b.example\n    space: DOCS\n  - email: c@d.example\n    space: DOCS\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n    space: DOCS\n pages: []\n',
    'preferred',
    'Indent it like the lines above',
    'guests:\n  - email: a@b.example\n    space: DOCS\npages: []\n',
  ],
  [
    'syntax',
    'guests:\r\n  - email: a@b.example\r\n\tspace: DOCS\r\n',
    'safe',
    'Indent with spaces',
    'guests:\r\n  - email: a@b.example\r\n    space: DOCS\r\n',
  ],
  [
    'syntax',
    'guests:\n  -email: a@b.example\n    space: DOCS\n',
    'safe',
    'Put a space behind the dash',
    'guests:\n  - email: a@b.example\n    space: DOCS\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n    space = DOCS # ours\n',
    'preferred',
    'Put a colon behind the name',
    'guests:\n  - email: a@b.example\n    space: DOCS # ours\n',
  ],
  [
    'syntax',
    'guests:\n  - email: a@b.example\n    space DOCS # ours\n',
    'preferred',
    'Put a colon behind the name',
    'guests:\n  - email: a@b.example\n    space: DOCS # ours\n',
  ],
  [
    'syntax',
    'guests\n  - email: a@b.example\n    space: DOCS\n',
    'preferred',
    'Put a colon behind the name',
    'guests:\n  - email: a@b.example\n    space: DOCS\n',
  ],
  [
    'syntax',
    'pages:\n- page: 1\n  view: [group:x,, group:y]\n',
    'safe',
    'Delete the comma',
    'pages:\n- page: 1\n  view: [group:x, group:y]\n',
  ],
  [
    'syntax',
    'pages:\n- page: 1\n  view: [ , group:y]\n',
    'safe',
    'Delete the comma',
    'pages:\n- page: 1\n  view: [ group:y]\n',
  ],
  [
    'syntax',
    'pages:\n- page: 1\n  view: [group:x # x\n  edit: [group:y]\n',
    'preferred',
    'Close it where the line ends',
    'pages:\n- page: 1\n  view: [group:x] # x\n  edit: [group:y]\n',
  ],
  [
    'syntax',
    'guests:\n- { email: a@b.example, space: DOCS',
    'preferred',
    'Close it where the line ends',
    'guests:\n- { email: a@b.example, space: DOCS }',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  reason: "launch # soon\n  space: "DOCS"\n',
    'preferred',
    'Close it where the line ends',
    'guests:\n- email: a@b.example\n  reason: "launch" # soon\n  space: "DOCS"\n',
  ],
  [
    'syntax',
    "pages:\n- page: 1\n  view: ['group:x]\n",
    'preferred',
    'Close it where the line ends',
    "pages:\n- page: 1\n  view: ['group:x']\n",
  ],
  [
    'syntax',
    'pages:\n- page: 1\n  title: [Draft] API guide # now\n',
    'preferred',
    'Put it in quotes',
    'pages:\n- page: 1\n  title: "[Draft] API guide" # now\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  reason: "API" launch\n',
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  reason: "\\"API\\" launch"\n',
  ],
  [
    'syntax',
    "guests:\n- email: a@b.example\n  reason: 'Ana's review'\n",
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  reason: "Ana\'s review"\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  reason: "C:\\Users"\n',
    'preferred',
    'Put it in quotes',
    "guests:\n- email: a@b.example\n  reason: 'C:\\Users'\n",
  ],
  [
    'syntax',
    'pages:\n- page: 1\n  view: [a@b.example, @docs]\n',
    'preferred',
    'Put it in quotes',
    'pages:\n- page: 1\n  view: [a@b.example, "@docs"]\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  role： viewer\n',
    'preferred',
    'Put a colon behind the name',
    'guests:\n- email: a@b.example\n  role: viewer\n',
  ],
  [
    'syntax',
    'guests:\n- email: a@b.example\n  space DOCS\n  role viewer\n',
    'preferred',
    'Put a colon behind the name',
    'guests:\n- email: a@b.example\n  space: DOCS\n  role: viewer\n',
  ],
  ['syntax', 'guests: [] #\u0007\n', 'safe', 'Delete the control character', 'guests: [] #\n'],
];

describe('the fixes of what is no YAML', () => {
  for (const row of rows) {
    const [, before, , title] = row;
    it(`${title}, in ${JSON.stringify(before)}`, () => {
      assert.deepEqual(answer(row), row);
    });
  }

  it('are no quotes where the line above is what is wrong', () => {
    const text = `${head}guests\n- email: a@b.example\n  space: DOCS\n`;
    const known = knownOf(text);
    const titles = parse(text, today).problems.map((problem) =>
      fixesFor(text, problem, known).map(({ title }) => say(title)),
    );
    assert.deepEqual([...new Set(titles.flat())], ['Put a colon behind the name']);
  });
});
