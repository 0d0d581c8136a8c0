import assert from 'node:assert/strict';
import { sentencesOf } from '../../support/problems';
import { head } from '../../support/samples';

const ana = '{ email: ana@partner.example, space: DOCS }';

/** What is written below `head`, and what the file says about it. */
const rows: readonly (readonly [text: string, ...sentences: string[]])[] = [
  [
    'guests: [{ email: a@b.example, space: DOCS, expirse: x }]',
    '`expirse` means nothing here: did you mean `expires`?',
  ],
  [
    'limits: { cake: 1 }',
    '`cake` means nothing here: delete it, or use one of `guestsPerPaidUser`, `spacesPerGuest`, `removals`.',
  ],
  ['guests: [{ email: a@b.example }]', '`space` is missing: add a line such as `space: DOCS`.'],
  ['guests:', '`guests` has no value: write `guests: []` for nobody, or leave `guests` out.'],
  ['pages:', '`pages` has no value: write `pages: []` for none, or leave `pages` out.'],
  [
    'teams: [reviewers]',
    '`teams` needs a line for each name: write it like `reviewers: [ana@partner.example]`.',
  ],
  [
    'guests: { a: b }',
    '`guests` is no such list as it should be: write it like `[{ email: ana@partner.example, space: DOCS }]`.',
  ],
  [
    'pages: [{ page: 1, view: }]',
    '`view` has no value: write `view: []` for nobody, or leave `view` out.',
  ],
  [
    'guests: [{ email: Ana, space: DOCS }]',
    '`Ana` is no email address: write it like `ana@partner.example`.',
  ],
  [
    'guests: [{ email: a@b.example, space: DOCS, access: no }]',
    '`no` does not fit `access`: write `granted` or `revoked`.',
  ],
  ['limits: { removals: few }', '`few` does not fit `removals`: write it like `25%`.'],
  [
    'guests: [{ email: a@b.example, space: DOC }]',
    '`DOC` is not under `spaces:`: did you mean `DOCS`?',
  ],
  [
    'guests: [{ email: a@b.example, space: HR }]',
    '`HR` is not under `spaces:`: add it there if this file shall own it.',
  ],
  [
    `guests: [${ana}, { email: ana@partner.example, space: LAB }]`,
    '`ana@partner.example` already has the space `DOCS`, and a guest can have only one.',
  ],
  [
    `guests: [${ana}]\npages: [{ page: 1, view: [anna@partner.example, "user:x"] }]`,
    '`ana@partner.example` is on no page of this file: add the guest to one, or leave it so.',
    '`anna@partner.example` is not under `guests:`: did you mean `ana@partner.example`?',
  ],
  [
    'pages: [{ page: 1, view: [a@b.example, "user:x"] }]',
    '`a@b.example` is no guest, for this file has no `guests:`: add the guest there.',
  ],
  [
    'teams: { reviewers: [] }\npages: [{ page: 1, view: [team:reviewer, "user:x"] }]',
    'There is no team `reviewer` under `teams:`: did you mean `reviewers`?',
  ],
  [
    'pages: [{ page: 1, view: [a@, b@c.example group:x] }]',
    '`a@` is no email address: write it like `ana@partner.example`.',
    '`b@c.example group:x` names more than one: write each as an entry of its own.',
  ],
  [
    'pages: [{ page: 1, view: [group:x, group:x] }]',
    '`group:x` is already in this list: keep one of the two.',
  ],
  [
    'internalDomains: [acme.com]\npages: [{ page: 1, view: [lee@acme.com] }]',
    '`lee@acme.com` is staff and no guest: write `user:lee@acme.com`.',
  ],
  [
    'pages: [{ page: 1, view: [] }]',
    '`view` names no staff or group: if the page is open today, the sync will not restrict it.',
  ],
  [
    'guests: [{ email: a@b.example, space: DOCS, expires: 2026-12-31 }]',
    '`a@b.example` is past its date: the next sync takes the access away.',
  ],
  [
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-01-02 }]',
    'The access of `a@b.example` ends tomorrow: give a later date to keep it.',
  ],
  [
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-01-03 }]',
    'The access of `a@b.example` ends in 2 days: give a later date to keep it.',
  ],
];

/** Whole files with one mistake of YAML, and the first thing that is said. */
const yaml: readonly (readonly [name: string, text: string, sentence: string])[] = [
  ['an open quote', 'a: "b', 'A quote is still open here: close it where the text ends.'],
  ['an open bracket', '[b', 'A bracket is still open here: close it with `]` or `}`.'],
  [
    'a colon in text',
    'a: b: c',
    'There are two `name: value` pairs in one place: put text with a colon in quotes, or begin a new line at the right indent.',
  ],
  [
    'a name without colon',
    'a\nb: c',
    'A `: ` and a value are missing after this name: write `name: value`.',
  ],
  [
    'a name without colon above another in an entry',
    'guests:\n  - email\n    space: DOCS',
    'A line here has no `: ` after its name: write `name: value`.',
  ],
  ['an @ at the start', 'a: @b', 'Text cannot begin with this character: put the text in quotes.'],
  [
    'a backslash',
    'a: "\\q"',
    'A backslash has a special meaning between double quotes: use single quotes instead.',
  ],
  [
    'two changes that Git could not join',
    'a:\r\n<<<<<<< HEAD\r\n  b: 1\r\n=======\r\n  b: 2\r\n>>>>>>>\r\n',
    'Git could not join two changes here: keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
  ],
  [
    'an indent between two',
    'a:\n   b: 1\n  c: 2',
    'This line does not line up: indent it like the other lines of its entry.',
  ],
  [
    'a stray bracket',
    'a: {}}',
    'This does not belong here: look for a stray character, a missing quote or a wrong indent.',
  ],
];

describe('the sentence of a problem', () => {
  for (const [text, ...sentences] of rows)
    it(text.replace(/\s+/g, ' '), () => {
      assert.deepEqual(sentencesOf(head + text), sentences);
    });
  for (const [name, text, expected] of yaml)
    it(name, () => {
      assert.ok(sentencesOf(text).includes(expected), sentencesOf(text).join('\n'));
    });
  it('says which version is understood', () => {
    assert.deepEqual(sentencesOf('version: 2'), [
      'This file is version 2; this extension understands version 1: update the extension.',
    ]);
  });
  it('offers the origin of a longer address', () => {
    assert.deepEqual(sentencesOf('version: 1\nsite: https://acme.atlassian.net/wiki/home'), [
      'Only the beginning of the address belongs here: write `https://acme.atlassian.net`.',
    ]);
  });
  it('names the host behind letters that only look right', () => {
    assert.match(
      sentencesOf('version: 1\nsite: https://аcme.atlassian.net')[0] ?? '',
      /really leads to xn--cme-5cd\.atlassian\.net/,
    );
  });
});
