import assert from 'node:assert/strict';
import type { Row } from './ask';
import { answer } from './ask';

const head = 'version: 1\nsite: https://acme.atlassian.net\n';
const a = '{ email: a@b.example, space: DOCS }';

/** Of whole files. */
const files: readonly Row[] = [
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
  [
    'unknownKey',
    `guests:\n- ${a}\nguest: []\n`,
    'preferred',
    'Remove `guest`',
    `guests:\n- ${a}\n`,
  ],
  [
    'unknownKey',
    'spaces: { DOCS: }\nguests:\n- email: a@b.example\n  phone: 12 # home\n  space: DOCS\n',
    'preferred',
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
    'preferred',
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
    'guests:\n- { email: a@b.example, space: [DOCS] }\n',
    'safe',
    'Change to `DOCS`',
    `guests:\n- ${a}\n`,
  ],
  [
    'wrongType',
    'spaces: [DOCS, 2024]\n',
    'safe',
    'Change to `{ DOCS: {}, 2024: {} }`',
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
    'safe',
    'Remove the empty entry',
    `guests:\n- ${a}\n`,
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
    'internalDomains: [acme.com]\n',
  ],
  [
    'invalidValue',
    'organization: https://admin.atlassian.com/o/6f1c-1/overview\n',
    'safe',
    'Change to `6f1c-1`',
    'organization: 6f1c-1\n',
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
  ['syntax', 'guests: [] #\u0007\n', 'safe', 'Delete the control character', 'guests: [] #\n'],
];

describe('the fixes of a file', () => {
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
