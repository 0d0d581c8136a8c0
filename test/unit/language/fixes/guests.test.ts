import assert from 'node:assert/strict';
import type { Row } from './ask';
import { answer, fixesIn } from './ask';
import { head } from '../../../support/samples';

const a = '- { email: a@b.example, space: DOCS }\n';

const rows: readonly Row[] = [
  [
    'missingKey',
    'guests:\n- email: a@b.example # who\n  role: viewer\n',
    'offered',
    'Add `space: LAB`',
    'guests:\n- email: a@b.example # who\n  space: LAB\n  role: viewer\n',
  ],
  [
    'duplicateGuest',
    `guests:\n${a}# the same\n- email: A@b.example\n  space: DOCS\n  role: viewer # only\n  expires: 2028-01-31\n- email: c@d.example\n  space: LAB\n`,
    'offered',
    'Merge into the first entry with `role: viewer, expires: 2028-01-31`, without the comments here',
    'guests:\n- { email: a@b.example, space: DOCS, role: viewer, expires: 2028-01-31 }\n- email: c@d.example\n  space: LAB\n',
  ],
  [
    'duplicateGuest',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    role: viewer\n  - { email: a@b.example, space: DOCS, role: contributor, reason: "a: b" }\n',
    'offered',
    'Merge into the first entry with `role: viewer`',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    role: viewer\n    reason: "a: b"\n',
  ],
  [
    'duplicateGuest',
    'guests:\n- { email: a@b.example, space: DOCS }\n- email: A@b.example\n  space: DOCS\n  role: contributor\n  name: "Ana"\n',
    'safe',
    'Merge into the first entry',
    'guests:\n- { email: a@b.example, name: "Ana", space: DOCS, role: contributor }\n',
  ],
  [
    'duplicateGuest',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2028-01-31 }\n- { email: a@b.example, space: DOCS, access: revoked }\n',
    'offered',
    'Merge into the first entry with `access: revoked, expires: 2028-01-31`',
    'guests:\n- { email: a@b.example, space: DOCS, access: revoked, expires: 2028-01-31 }\n',
  ],
  [
    'duplicateGuest',
    `guests:\n${a}# the same\n${a}`,
    'offered',
    'Merge into the first entry, without the comments here',
    `guests:\n${a}`,
  ],
  [
    'duplicateGuest',
    `guests:\n${a}- { email: a@b.example, space: DOCS, role: viewer }\n`,
    'offered',
    'Remove this entry',
    `guests:\n${a}`,
  ],
  [
    'tooManySpaces',
    `guests:\n${a}- { email: a@b.example, space: LAB }\n`,
    'offered',
    'Keep only the entry for `DOCS`',
    `guests:\n${a}`,
  ],
  [
    'tooManySpaces',
    `guests:\n${a}- { email: a@b.example, space: LAB }\n`,
    'offered',
    'Keep only the entry for `LAB`',
    'guests:\n- { email: a@b.example, space: LAB }\n',
  ],
  [
    'spaceNotOwned',
    'guests:\n- { email: a@b.example, space: docs }\n',
    'safe',
    'Change to `DOCS`',
    'guests:\n- { email: a@b.example, space: DOCS }\n',
  ],
  [
    'spaceNotOwned',
    'guests:\n- { email: a@b.example, space: DOC }\n',
    'preferred',
    'Change to `DOCS`',
    'guests:\n- { email: a@b.example, space: DOCS }\n',
  ],
  [
    'spaceNotOwned',
    'guests:\n- { email: a@b.example, space: DOC }\n',
    'offered',
    'Change to `LAB`',
    'guests:\n- { email: a@b.example, space: LAB }\n',
  ],
  [
    'internalGuest',
    `internalDomains: [b.example]\nguests:\n# staff\n${a}- { email: c@d.example, space: DOCS }\n`,
    'offered',
    'Remove this entry',
    'internalDomains: [b.example]\nguests:\n- { email: c@d.example, space: DOCS }\n',
  ],
  [
    'internalGuest',
    `internalDomains: [b.example]\nguests:\n${a}`,
    'offered',
    'Remove this entry',
    'internalDomains: [b.example]\nguests: []\n',
  ],
  [
    'invalidEmail',
    'guests:\n- email: <mailto:Ana@b.example>,\n  space: DOCS\n',
    'safe',
    'Change to `Ana@b.example`',
    'guests:\n- email: Ana@b.example\n  space: DOCS\n',
  ],
  [
    'invalidEmail',
    'guests:\n- { email: a @b.example, space: DOCS }\n',
    'safe',
    'Change to `a@b.example`',
    `guests:\n${a}`,
  ],
  [
    'invalidEmail',
    `guests:\n${a}teams:\n  t:\n  - a@b.example,\n`,
    'safe',
    'Change to `a@b.example`',
    `guests:\n${a}teams:\n  t:\n  - a@b.example\n`,
  ],
  [
    'invalidEmail',
    `guests:\n${a}teams:\n  t:\n  - a@b.example, c@d.example # two\n`,
    'preferred',
    'Split into 2 entries',
    `guests:\n${a}teams:\n  t:\n  - a@b.example\n  - c@d.example # two\n`,
  ],
  [
    'expired',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2026-12-31 }\n',
    'preferred',
    'Mark the access as revoked',
    'guests:\n- { email: a@b.example, space: DOCS, access: revoked, expires: 2026-12-31 }\n',
  ],
  [
    'expired',
    'guests:\n- email: a@b.example\n  space: DOCS\n  expires: "2026-12-31" # soon\n',
    'offered',
    'Extend by 30 days, until 2027-01-31',
    'guests:\n- email: a@b.example\n  space: DOCS\n  expires: "2027-01-31" # soon\n',
  ],
  [
    'expiring',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-01-02 }\n',
    'preferred',
    'Extend by 30 days, until 2027-01-31',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-01-31 }\n',
  ],
  [
    'expiring',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-01-02 }\n',
    'offered',
    'Extend by 90 days, until 2027-04-01',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-04-01 }\n',
  ],
  [
    'invalidDate',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 31.3.2027 }\n',
    'safe',
    'Change to `2027-03-31`',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-03-31 }\n',
  ],
  [
    'invalidDate',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-02-30 }\n',
    'preferred',
    'Change to `2027-02-28`',
    'guests:\n- { email: a@b.example, space: DOCS, expires: 2027-02-28 }\n',
  ],
  [
    'invalidDate',
    'guests:\n- email: a@b.example\n  space: DOCS\n  expires: never\n',
    'preferred',
    'Remove `expires`: the access has no end',
    'guests:\n- email: a@b.example\n  space: DOCS\n',
  ],
];

describe('the fixes of a guest', () => {
  for (const row of rows) {
    const [code, before, , title] = row;
    it(`${code}: ${title}, in ${JSON.stringify(before)}`, () => {
      assert.deepEqual(answer(row), row);
    });
  }

  it('offer a space that is like no other to the file before its other spaces', () => {
    const fixes = fixesIn(`${head}guests: [{ email: a@b.example, space: NEW }]\n`, 'spaceNotOwned');
    assert.deepEqual(
      fixes.map(({ title: { template }, preferred }) => [template, preferred]),
      [
        ['Add the space `{space}` to this file', true],
        ['Change to `{space}`', false],
        ['Change to `{space}`', false],
      ],
    );
  });
});
