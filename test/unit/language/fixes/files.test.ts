import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../../src/document/model';
import { say } from '../../../../src/document/sentence';
import type { Row } from './ask';
import { answer, fixesIn } from './ask';

const head = 'version: 1\nsite: https://acme.atlassian.net\n';
const a = '{ email: a@b.example, space: DOCS }';

/** Of whole files. */
const files: readonly Row[] = [
  [
    'wrongType',
    `${head}spaces:\n  - name: DOCS\n  - key: LAB # lab\n`,
    'safe',
    'Write it without dashes',
    `${head}spaces:\n  DOCS: {}\n  LAB: {} # lab\n`,
  ],
  [
    'wrongType',
    `${head}spaces:\n  - DOCS: strict\n`,
    'safe',
    'Write it without dashes',
    `${head}spaces:\n  DOCS: strict\n`,
  ],
  [
    'wrongType',
    `${head}spaces: DOCS, LAB\n`,
    'safe',
    'Change to `{ DOCS: {}, LAB: {} }`',
    `${head}spaces: { DOCS: {}, LAB: {} }\n`,
  ],
  ['missingKey', '', 'safe', 'Add `version: 1`', 'version: 1\n'],
  [
    'missingKey',
    '# Our guests\nsite: https://acme.atlassian.net\n',
    'safe',
    'Add `version: 1`',
    '# Our guests\nversion: 1\nsite: https://acme.atlassian.net\n',
  ],
  [
    'missingKey',
    'version: 1\r\nspaces:\r\n  A:\r\n',
    'safe',
    'Add `site: https://acme.atlassian.net`',
    'version: 1\r\nsite: https://acme.atlassian.net\r\nspaces:\r\n  A:\r\n',
  ],
  [
    'invalidValue',
    'version: "1"\nsite: https://acme.atlassian.net\n',
    'safe',
    'Change to `1`',
    head,
  ],
  [
    'invalidSite',
    'version: 1\nsite: http://acme.atlassian.net/wiki # ours\n',
    'safe',
    'Change to `https://acme.atlassian.net`',
    `${head.trimEnd()} # ours\n`,
  ],
  [
    'invalidSite',
    'version: 1\nsite: https://acme\n',
    'preferred',
    'Change to `https://acme.atlassian.net`',
    head,
  ],
  [
    'invalidSite',
    'version: 1\nsite: acme.atlassian.net/wiki\n',
    'safe',
    'Change to `https://acme.atlassian.net`',
    head,
  ],
  [
    'invalidSite',
    'version: 1\nsite: https://lee:secret@acme.atlassian.net\n',
    'safe',
    'Change to `https://acme.atlassian.net`',
    head,
  ],
  [
    'invalidSite',
    'version: 1\nsite: https://bücher.example\n',
    'preferred',
    'Change to `https://xn--bcher-kva.example`',
    'version: 1\nsite: https://xn--bcher-kva.example\n',
  ],
  [
    'wrongType',
    `${head}spaces:\n  - DOCS # asked by legal\n  # lab\n  - LAB\n`,
    'safe',
    'Write it without dashes',
    `${head}spaces:\n  DOCS: {} # asked by legal\n  # lab\n  LAB: {}\n`,
  ],
  [
    'wrongType',
    `${head}spaces:\n- DOCS: { manage: strict }\n- LAB:\n`,
    'safe',
    'Write it without dashes',
    `${head}spaces:\n  DOCS: { manage: strict }\n  LAB:\n`,
  ],
  ['wrongType', `${head}spaces: []\n`, 'safe', 'Change to `{}`', `${head}spaces: {}\n`],
  [
    'syntax',
    'version: 1\nsite:https://acme.atlassian.net\n',
    'safe',
    'Put a space behind the colon',
    head,
  ],
];

const foreign = 'pages:\n- page: https://acme.atlassian.net/wiki/spaces/HR/pages/1\n';

/** Of what follows the head. */
const rows: readonly Row[] = [
  [
    'wrongType',
    'guests:\n- email: a@b.example\n  reason: #42 review\n  space: DOCS\n',
    'preferred',
    'Put it in quotes',
    'guests:\n- email: a@b.example\n  reason: "#42 review"\n  space: DOCS\n',
  ],
  [
    'wrongType',
    'guests:\n- { email: a@b.example, space: DOCS, reason: }\n',
    'preferred',
    'Remove `reason`',
    'guests:\n- { email: a@b.example, space: DOCS }\n',
  ],
  [
    'invalidValue',
    'internalDomains: [lee@acme.fr]\n',
    'preferred',
    'Change to `acme.fr`',
    'internalDomains: [acme.fr]\n',
  ],
  [
    'invalidValue',
    'internalDomains: ["*.acme.fr"]\n',
    'preferred',
    'Change to `acme.fr`',
    'internalDomains: ["acme.fr"]\n',
  ],
  ...['false', 'none', 'no', 'deny'].map((no): Row => [
    'invalidValue',
    `pages:\n- page: 1\n  ancestors: ${no}\n`,
    'preferred',
    'Remove `ancestors`',
    'pages:\n- page: 1\n',
  ]),
  ...['keep', 'deny'].map((other): Row => [
    'invalidValue',
    `pages:\n- { page: 1, ancestors: ${other} }\n`,
    'offered',
    'Change to `grant`',
    'pages:\n- { page: 1, ancestors: grant }\n',
  ]),
  ...['true', 'yes', 'grants'].map((yes): Row => [
    'invalidValue',
    `pages:\n- { page: 1, ancestors: ${yes} }\n`,
    'preferred',
    'Change to `grant`',
    'pages:\n- { page: 1, ancestors: grant }\n',
  ]),
  [
    'unknownKey',
    'pages:\n- page: 1\n  name: Guide\n',
    'preferred',
    'Change to `title`',
    'pages:\n- page: 1\n  title: Guide\n',
  ],
  [
    'unknownKey',
    'guests:\n- email: a@b.example\n  date: 2027-01-01\n',
    'preferred',
    'Change to `expires`',
    'guests:\n- email: a@b.example\n  expires: 2027-01-01\n',
  ],
  [
    'unknownKey',
    'guests:\n- email: a@b.example\n  expiers: 2027-01-01\n',
    'safe',
    'Change to `expires`',
    'guests:\n- email: a@b.example\n  expires: 2027-01-01\n',
  ],
  [
    'unknownKey',
    'guests:\n- email: a@b.example\n  exprise: 2027-01-01\n',
    'preferred',
    'Change to `expires`',
    'guests:\n- email: a@b.example\n  expires: 2027-01-01\n',
  ],
  [
    'wrongType',
    'pages:\n- page: 1\n  view:\n    -ana@p.example\n    -group:x\n',
    'safe',
    'Put a space behind the dash',
    'pages:\n- page: 1\n  view:\n    - ana@p.example\n    - group:x\n',
  ],
  [
    'wrongType',
    'teams:\n  t:\n    -ana@p.example\n',
    'safe',
    'Put a space behind the dash',
    'teams:\n  t:\n    - ana@p.example\n',
  ],
  [
    'wrongType',
    'teams:\n  t: { a@b.example, c@d.example }\n',
    'safe',
    'Write it as a list',
    'teams:\n  t: [a@b.example, c@d.example]\n',
  ],
  [
    'spaceNotOwned',
    `spaces:\n  LAB:\nguests:\n- ${a}\n`,
    'preferred',
    'Add the space `DOCS` to this file',
    `spaces:\n  LAB:\n  DOCS:\nguests:\n- ${a}\n`,
  ],
  [
    'pageOutsideSpaces',
    foreign,
    'preferred',
    'Add the space `HR` to this file',
    `spaces:\n  HR:\n${foreign}`,
  ],
  ['unknownKey', 'guest:\n- x\n', 'safe', 'Change to `guests`', 'guests:\n- x\n'],
  ['unknownKey', `guests:\n- ${a}\nguest: []\n`, 'offered', 'Remove `guest`', `guests:\n- ${a}\n`],
  [
    'unknownKey',
    'spaces: { DOCS: }\nguests:\n- email: a@b.example\n  phone: 12 # home\n  space: DOCS\n',
    'offered',
    'Remove `phone`',
    'spaces: { DOCS: }\nguests:\n- email: a@b.example\n  space: DOCS\n',
  ],
  [
    'unknownKey',
    'spaces: { DOCS: }\nguests:\n- { emial: a@b.example, space: DOCS }\n',
    'safe',
    'Change to `email`',
    'spaces: { DOCS: }\nguests:\n- { email: a@b.example, space: DOCS }\n',
  ],
  [
    'duplicateKey',
    'spaces:\n  DOCS:\n  LAB:\n  DOCS: { manage: strict }\n',
    'offered',
    'Remove this `DOCS`',
    'spaces:\n  DOCS:\n  LAB:\n',
  ],
  [
    'duplicateKey',
    'spaces:\n  DOCS:\n  LAB:\n  DOCS: { manage: strict }\n',
    'offered',
    'Remove the `DOCS` above',
    'spaces:\n  LAB:\n  DOCS: { manage: strict }\n',
  ],
  [
    'duplicateKey',
    'limits: { removals: 5, removals: 5 }\n',
    'safe',
    'Remove this `removals`',
    'limits: { removals: 5 }\n',
  ],
  [
    'wrongType',
    'internalDomains: acme.com, b.example\n',
    'safe',
    'Write it as a list',
    'internalDomains: [acme.com, b.example]\n',
  ],
  [
    'wrongType',
    'teams:\n  t: a@b.example # one\n',
    'safe',
    'Write it as a list',
    'teams:\n  t: [a@b.example] # one\n',
  ],
  [
    'wrongType',
    'pages:\n- page: 1\n  view: group:docs team\n',
    'safe',
    'Write it as a list',
    'pages:\n- page: 1\n  view: [group:docs team]\n',
  ],
  [
    'wrongType',
    'pages:\n- page: 1\n  view: { group: x }\n',
    'safe',
    'Write it as a list',
    'pages:\n- page: 1\n  view: [group:x]\n',
  ],
  [
    'wrongType',
    'guests:\n  email: a@b.example\n  # where\n  space: DOCS\n',
    'safe',
    'Write it as a list',
    'guests:\n  - email: a@b.example\n    # where\n    space: DOCS\n',
  ],
  ['wrongType', `guests: ${a}\n`, 'safe', 'Write it as a list', `guests: [${a}]\n`],
  [
    'wrongType',
    `guests:\n    a@b.example\n    c@d.example\n`,
    'preferred',
    'Write it as a list',
    `guests:\n    - email: a@b.example\n    - email: c@d.example\n`,
  ],
  [
    'wrongType',
    'guests:\n- { email: a@b.example, space: [DOCS] }\n',
    'safe',
    'Change to `DOCS`',
    `guests:\n- ${a}\n`,
  ],
  [
    'wrongType',
    'spaces: [DOCS, 2024]\n',
    'safe',
    'Write it in braces',
    'spaces: { DOCS: {}, 2024: {} }\n',
  ],
  [
    'wrongType',
    'spaces:\n  DOCS: strict\n',
    'safe',
    'Change to `{ manage: strict }`',
    'spaces:\n  DOCS: { manage: strict }\n',
  ],
  [
    'wrongType',
    'limits: { spacesPerGuest: "2" }\n',
    'safe',
    'Change to `2`',
    'limits: { spacesPerGuest: 2 }\n',
  ],
  [
    'wrongType',
    'pages:\n- page: 1\n  tree: yes\n',
    'safe',
    'Change to `true`',
    'pages:\n- page: 1\n  tree: true\n',
  ],
  [
    'wrongType',
    `guests:\n- { email: a@b.example, space: DOCS, name: True }\n`,
    'safe',
    'Put it in quotes',
    `guests:\n- { email: a@b.example, space: DOCS, name: "True" }\n`,
  ],
  [
    'unknownKey',
    `guests:\n- { email: a@b.example, space: DOCS, until: 2028-01-31 }\n`,
    'preferred',
    'Change to `expires`',
    `guests:\n- { email: a@b.example, space: DOCS, expires: 2028-01-31 }\n`,
  ],
  [
    'unknownKey',
    `guests:\n- email: a@b.example\n  "spce": DOCS\n`,
    'safe',
    'Change to `space`',
    `guests:\n- email: a@b.example\n  "space": DOCS\n`,
  ],
  [
    'unknownKey',
    `guests:\n- { email: a@b.example, space: DOCS, note: x }\n`,
    'preferred',
    'Change to `reason`',
    `guests:\n- { email: a@b.example, space: DOCS, reason: x }\n`,
  ],
  [
    'duplicateKey',
    `guests:\n- email: a@b.example\n  space: DOCS\n  space: DOCS # same\n`,
    'offered',
    'Remove this `space`',
    `guests:\n- email: a@b.example\n  space: DOCS\n`,
  ],
  [
    'duplicateKey',
    `guests:\n- ${a}\nguests:\n- { email: c@d.example, space: LAB }\n`,
    'offered',
    'Remove this `guests`',
    `guests:\n- ${a}\n`,
  ],
  [
    'duplicateKey',
    `guests:\n- ${a} # A\n  # more\n\npages: []\n\n# new\nguests:\n# C\n- { email: c@d.example, space: LAB } # c\n\nlimits: {}`,
    'offered',
    'Join it with the `guests` above',
    `guests:\n- ${a} # A\n  # more\n# C\n- { email: c@d.example, space: LAB } # c\n\npages: []\n\n# new\n\nlimits: {}`,
  ],
  [
    'duplicateKey',
    'teams:\n  t: []\nteams:\n  u: []',
    'preferred',
    'Join it with the `teams` above',
    'teams:\n  t: []\n  u: []\n',
  ],
  ['wrongType', 'guests:\npages: []\n', 'preferred', 'Remove `guests`', 'pages: []\n'],
  [
    'wrongType',
    'guests: # all\npages: []\n',
    'offered',
    'Write `guests: []`',
    'guests: [] # all\npages: []\n',
  ],
  ['wrongType', 'teams:\n  t:\n', 'preferred', 'Write `t: []`', 'teams:\n  t: []\n'],
  [
    'wrongType',
    `guests:\n- ${a}\n- # more\n`,
    'offered',
    'Remove the empty entry',
    `guests:\n- ${a}\n`,
  ],
  ['wrongType', `guests:\n- ${a}\n-\n`, 'safe', 'Remove the empty entry', `guests:\n- ${a}\n`],
  ['wrongType', 'guests:\n  -\n', 'offered', 'Remove the empty entry', 'guests: []\n'],
  [
    'wrongType',
    'pages:\n  - page: 1\n    view:\n      - group:x\n      -\n',
    'safe',
    'Remove the empty entry',
    'pages:\n  - page: 1\n    view:\n      - group:x\n',
  ],
  [
    'wrongType',
    'pages:\n  - page: 1\n    edit:\n      -\n',
    'offered',
    'Remove the empty entry',
    'pages:\n  - page: 1\n    edit: []\n',
  ],
  [
    'wrongType',
    'guests:\n  - a@b.example\n',
    'safe',
    'Change to `email: a@b.example`',
    'guests:\n  - email: a@b.example\n',
  ],
  [
    'wrongType',
    `guests:\n- ${a}\n- "c@d.example" # new\n`,
    'safe',
    'Change to `email: "c@d.example"`',
    `guests:\n- ${a}\n- email: "c@d.example" # new\n`,
  ],
  [
    'wrongType',
    'guests: [a@b.example]\n',
    'safe',
    'Change to `email: a@b.example`',
    'guests: [{ email: a@b.example }]\n',
  ],
  [
    'wrongType',
    'pages:\n  - 123456 # guide\n',
    'safe',
    'Change to `page: 123456`',
    'pages:\n  - page: 123456 # guide\n',
  ],
  [
    'wrongType',
    'pages:\n  - page: 1\n  - https://acme.atlassian.net/wiki/spaces/DOCS/pages/12\n',
    'safe',
    'Change to `page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/12`',
    'pages:\n  - page: 1\n  - page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/12\n',
  ],
  [
    'wrongType',
    'guests:\n  ana@b.example:\n    space: DOCS # hers\n  # who\n  bo@b.example:\n',
    'safe',
    'Write it as a list',
    'guests:\n  - email: ana@b.example\n    space: DOCS # hers\n  # who\n  - email: bo@b.example\n',
  ],
  ['wrongType', 'guests: {}\n', 'offered', 'Change to `[]`', 'guests: []\n'],
  ['wrongType', 'teams: []\n', 'safe', 'Change to `{}`', 'teams: {}\n'],
  [
    'wrongType',
    'teams:\n- t: [a@b.example]\n# two\n- u:\n    - c@d.example\n',
    'safe',
    'Write it without dashes',
    'teams:\n  t: [a@b.example]\n# two\n  u:\n    - c@d.example\n',
  ],
  [
    'wrongType',
    'spaces: { DOCS: }\nguests:\n- email: a@b.example\n  space:\n',
    'preferred',
    'Write `space: DOCS`',
    'spaces: { DOCS: }\nguests:\n- email: a@b.example\n  space: DOCS\n',
  ],
  [
    'invalidValue',
    `guests:\n- { email: a@b.example, space: DOCS, access: Revoked }\n`,
    'safe',
    'Change to `revoked`',
    `guests:\n- { email: a@b.example, space: DOCS, access: revoked }\n`,
  ],
  [
    'invalidValue',
    'spaces: { DOCS: { manage: strikt } }\n',
    'preferred',
    'Change to `strict`',
    'spaces: { DOCS: { manage: strict } }\n',
  ],
  [
    'invalidValue',
    'spaces: { DOCS: { manage: all } }\n',
    'offered',
    'Change to `additive`',
    'spaces: { DOCS: { manage: additive } }\n',
  ],
  [
    'invalidValue',
    'limits: { removals: 25 % }\n',
    'safe',
    'Change to `25%`',
    'limits: { removals: 25% }\n',
  ],
  [
    'invalidValue',
    'internalDomains: ["@acme.com"]\n',
    'safe',
    'Change to `acme.com`',
    'internalDomains: ["acme.com"]\n',
  ],
  [
    'invalidValue',
    'organization: https://admin.atlassian.com/o/6f1c-1/overview\n',
    'safe',
    'Change to `6f1c-1`',
    'organization: 6f1c-1\n',
  ],
];

/** What may mean too much for a repair, and what nobody means; each with the fixes that it has. */
const open: readonly (readonly [ProblemCode, string, readonly string[]])[] = [
  ['unknownKey', 'guests:\n- email: a@b.example\n  page: 12345\n', ['Remove `page`']],
  ['unknownKey', 'guests:\n- email: a@b.example\n  since: 2027-01-01\n', ['Remove `since`']],
  ['wrongType', 'guests:\n- email: a@b.example\n  reason: # why\n', ['Remove `reason`']],
  ['unknownKey', 'title: Guests\n', ['Remove `title`']],
  ['unknownKey', 'pages:\n- page: 1\n  title: A\n  name: A\n', ['Remove `name`']],
  ['wrongType', 'pages:\n- page: 1\n  view:\n    ana@p.example\n    -group:x\n', []],
  ['wrongType', 'pages:\n- page: 1\n  view: -ana@p.example\n', []],
  ['wrongType', 'pages:\n- page: 1\n  view:\n    -{\n', []],
  ['wrongType', 'pages:\n- page: 1\n  view: { email: ana@p.example }\n', []],
  ['wrongType', 'spaces: https://acme.atlassian.net/wiki\n', []],
  ['wrongType', 'spaces: our docs, LAB\n', []],
  ['wrongType', 'spaces:\n- name: Our docs\n', []],
  ['wrongType', 'spaces:\n- owner: lee@acme.com\n', []],
  ['wrongType', 'teams:\n- name: reviewers\n', []],
  [
    'invalidValue',
    'pages:\n- page: 1\n  ancestors: keep\n',
    ['Change to `grant`', 'Remove `ancestors`'],
  ],
  ['wrongType', 'teams:\n  t:\n    a@b.example: lead\n', []],
];

describe('the fixes of a file', () => {
  for (const [code, text, titles] of open)
    it(`${code}: ${titles.join() || 'none'}, in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        fixesIn(head + text, code).map(({ title }) => say(title)),
        titles,
      );
    });

  it('missingKey: none, below a line with which YAML goes on', () => {
    const text = 'version: :\nspaces:\n  B: {}:';
    assert.deepEqual(fixesIn(text, 'missingKey'), []);
  });

  for (const [start, table] of [
    ['', files],
    [head, rows],
  ] as const)
    for (const row of table) {
      const [code, before, , title] = row;
      it(`${code}: ${title}, in ${JSON.stringify(before)}`, () => {
        assert.deepEqual(answer(row, start), row);
      });
    }
});
