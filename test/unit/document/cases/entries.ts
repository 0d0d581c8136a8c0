import type { Case } from '../../../support/problems';

const ana = '{ email: ana@partner.example, space: DOCS }';

/** Entries that are wrong by themselves. Below the head of a file. */
export const entries: readonly Case[] = [
  [
    'a key with a slip',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    expirse: 2027-01-01\n',
    'unknownKey@expirse',
  ],
  [
    'a value with a line below that is too far to the right',
    'guests:\n  - email: a@b.example\n    space: DOCS\n     role: viewer\n',
    'syntax@D',
    'syntax@DOCS\n     role',
  ],
  [
    'a choice with a line below that is too far to the right',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    access: revoked\n     role: viewer\n',
    'syntax@r',
    'syntax@revoked\n     role',
  ],
  [
    'a key from elsewhere',
    `guests: [{ email: a@b.example, space: DOCS, site: x }]`,
    'unknownKey@site',
  ],
  [
    'a misspelt required key is not missing too',
    'guests: [{ emial: a@b.example, space: DOCS }]',
    'unknownKey@emial',
  ],
  [
    'a merge key',
    `guests: [&a ${ana}, { <<: *a }]`,
    'missingKey@{ <<: *a }',
    'missingKey@{ <<: *a }',
    'unknownKey@<<',
  ],
  ['no email', 'guests:\n  - name: Ana\n    space: DOCS\n', 'missingKey@name: Ana'],
  ['no space', 'guests: [{ email: a@b.example }]', 'missingKey@{ email: a@b.example }'],
  ['no page', 'pages: [{ title: x }]', 'missingKey@{ title: x }'],
  ['a repeated key', 'limits: { removals: 1, removals: 2 }', 'duplicateKey@removals'],
  ['a repeated section', 'limits: { removals: 1 }\nlimits: { removals: 2 }', 'duplicateKey@limits'],
  ['an address alone', 'guests: [ana@partner.example]', 'wrongType@ana@partner.example'],
  ['an empty entry', 'guests:\n  -\n', 'wrongType@-'],
  ['an empty item', 'pages:\n  - page: 1\n    view:\n      - group:x\n      -\n', 'wrongType@-'],
  ['an address without @', 'guests: [{ email: ana, space: DOCS }]', 'invalidEmail@ana'],
  [
    'an address with a name',
    'guests: [{ email: Ana <a@b.example>, space: DOCS }]',
    'invalidEmail@Ana <a@b.example>',
  ],
  [
    'a list of spaces',
    'guests: [{ email: a@b.example, space: [DOCS, LAB] }]',
    'wrongType@[DOCS, LAB]',
  ],
  [
    'a truth as name',
    'guests: [{ email: a@b.example, space: DOCS, name: true }]',
    'wrongType@true',
  ],
  [
    'a made-up access',
    'guests: [{ email: a@b.example, space: DOCS, access: no }]',
    'invalidValue@no',
  ],
  [
    'a key without value',
    'guests:\n  - email: a@b.example\n    space: DOCS\n    role:\n',
    'wrongType@role',
  ],
  [
    'the 30th of February',
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-02-30 }]',
    'invalidDate@2027-02-30',
  ],
  [
    'a date of another land',
    'guests: [{ email: a@b.example, space: DOCS, expires: 31.3.2027 }]',
    'invalidDate@31.3.2027',
  ],
  [
    'a staff owner without address',
    'guests: [{ email: a@b.example, space: DOCS, owner: Lee }]',
    'invalidEmail@Lee',
  ],
];
