import assert from 'node:assert/strict';
import { occurrencesAt } from '../../../src/language/references';
import { cursorIn, placeOf, sourceOf, withCursor } from '../../support/cursor';
import { shared } from './shared';

/** All places of what stands at the cursor; a definition begins with `=`. */
function occurrences(text: string, offset: number): readonly string[] {
  return occurrencesAt(sourceOf(text), offset).map(
    ({ span, isDefinition }) => (isDefinition ? '=' : '') + placeOf(text, span),
  );
}

const ana = ['9 ana@partner.example', '=11 Ana@partner.example', '22 ana@partner.example'];
const reviewers = ['=9 reviewers', '21 reviewers', '25 reviewers'];
const docs = ['=6 DOCS', '13 DOCS', '23 DOCS'];

const rows: readonly (readonly [name: string, at: string, places: readonly string[]])[] = [
  ['a guest', 'email: Ana@par‸tner', ana],
  ['a guest from a team', '[ana@partner‸.example, "', ana],
  ['a guest from the beginning of the address', 'edit: [‸ana', ana],
  ['a guest from the end of the address', 'edit: [ana@partner.example‸,', ana],
  ['a guest in quotes', '"Cho@‸client', ['9 Cho@client.example', '=17 cho@client.example']],
  ['a team', '  rev‸iewers: [', reviewers],
  ['a team from its prefix', 'view: [te‸am:reviewers', reviewers],
  ['a team in quotes', '- "team:revie‸wers"', reviewers],
  ['a space', '  DO‸CS: {', docs],
  ['a space from a guest', 'space: D‸OCS', docs],
  ['a space from the address of a page', '/spaces/DO‸CS/pages', docs],
  ['a space in quotes', '"L‸AB"', ['=7 LAB', '17 LAB']],
  ['a page', 'page: 12‸3456', ['=19 123456']],
  ['a page from its address', '/pages/77‸/Guide', ['=23 77']],
  ['a page from elsewhere in its address', 'https://acme.atlassian.net/wi‸ki', ['=23 77']],
  ['a group', 'group:do‸cs-team, ', ['21 docs-team', '26 docs-team']],
  ['staff', 'owner: le‸e@acme', ['14 lee@acme.com', '21 lee@acme.com']],
  ['a staff account', 'user:712020‸:abc', ['22 712020:abc']],
];

describe('the places of a name', () => {
  for (const [name, at, places] of rows)
    it(`are found for ${name}`, () => {
      assert.deepEqual(occurrences(shared, cursorIn(shared, at)), places);
    });

  for (const at of ['na‸me: Ana', 'title: Part‸ner', '# who he‸lps', 'version: 1‸'])
    it(`are none for ${at}`, () => {
      assert.deepEqual(occurrences(shared, cursorIn(shared, at)), []);
    });

  it('are found with CRLF and a byte-order mark', () => {
    const text = `\uFEFF${shared.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(occurrences(text, cursorIn(text, 'email: Ana@par‸tner')), ana);
  });
});

const start = 'version: 1\nsite: https://acme.atlassian.net\n';

const broken: readonly (readonly [name: string, marked: string, places: readonly string[]])[] = [
  [
    'in an entry with a wrong date',
    'guests:\n  - email: a@b.example\n    space: X\n    expires: soon\npages: [{ page: 1, view: [a‸@b.example] }]',
    ['=4 a@b.example', '7 a@b.example'],
  ],
  [
    'in an entry that lacks its space',
    'teams: { t: [a‸@b.example] }\nguests:\n  - email: a@b.example\n  - email: c@b.example\n    space: X\n',
    ['3 a@b.example', '=5 a@b.example'],
  ],
  [
    'in an entry with an open quote',
    'teams: { t: [a‸@b.example] }\nguests:\n  - email: a@b.example\n    name: "A\n  - email: c@b.example\n    space: X\n',
    ['3 a@b.example', '=5 a@b.example'],
  ],
  [
    'in a list with entries that name nobody',
    'guests: [{ email: a@b.example, space: X }]\npages:\n  - page: 1\n    view: [who, a‸@b.example]\n',
    ['=3 a@b.example', '6 a@b.example'],
  ],
  [
    'of a page with an unknown key',
    'guests: [{ email: a@b.example, space: X }]\npages:\n  - page: 1\n    vew: []\n    edit: [a‸@b.example]\n',
    ['=3 a@b.example', '7 a@b.example'],
  ],
  [
    'in brackets with a mistake',
    'guests: [{ email: a‸@b.example, space: X }, { email: A@b.example }]\n',
    ['=3 a@b.example', '=3 A@b.example'],
  ],
  [
    'of a team that is written twice',
    'teams:\n  t: [a@b.example]\n  t: [a‸@b.example, 7]\n',
    ['4 a@b.example', '5 a@b.example'],
  ],
  [
    'while a key is being written',
    'teams: { t: [a‸@b.example] }\ngue\nguests:\n  - email: a@b.example\n    space: X\n',
    ['3 a@b.example', '=6 a@b.example'],
  ],
  [
    'that are repeated by an alias, once',
    'guests: [{ email: &a a@b.example, space: X }]\npages:\n  - { page: 1, view: &v [*a, c‸@b.example], edit: *v }',
    ['5 c@b.example'],
  ],
];

describe('the places of a name in a file with mistakes', () => {
  for (const [name, marked, places] of broken)
    it(`are found ${name}`, () => {
      const { text, offset } = withCursor(start + marked);
      assert.deepEqual(occurrences(text, offset), places);
    });

  it('are found in a text that begins with a bracket', () => {
    const { text, offset } = withCursor(
      '{"version":1,"guests":[{"email":"a‸@b.example"}],"teams":{"t":["a@b.example"]}}',
    );
    assert.deepEqual(occurrences(text, offset), ['=1 a@b.example', '1 a@b.example']);
  });
});
