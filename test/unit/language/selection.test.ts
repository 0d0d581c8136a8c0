import assert from 'node:assert/strict';
import { selectionsAt } from '../../../src/language/selection';
import { cursorIn, withCursor } from '../../support/cursor';
import { shared } from './shared';

/** What a growing selection holds, each as the text that it begins and ends with. */
function selections(text: string, offset: number): readonly string[] {
  const [spans = []] = selectionsAt(text, [offset]);
  return spans.map(({ start, end }) => {
    const [first = '', ...rest] = text.slice(start, end).split('\n');
    const last = rest.at(-1)?.trim();
    return last === undefined ? first : `${first} … ${last}`;
  });
}

const guests = 'guests: … - { email: cho@client.example, space: LAB }';
const pages = 'pages: … - group:docs-team';
const file = 'version: 1 … ';

const rows: readonly (readonly [at: string, selections: readonly string[]])[] = [
  [
    'email: Ana@par‸tner',
    [
      'partner',
      'Ana@partner.example',
      'email: Ana@partner.example',
      'email: Ana@partner.example … owner: lee@acme.com',
      '- email: Ana@partner.example … owner: lee@acme.com',
      guests,
      file,
    ],
  ],
  [
    'space: L‸AB',
    [
      'LAB',
      'space: LAB',
      'email: cho@client.example, space: LAB',
      '{ email: cho@client.example, space: LAB }',
      '- { email: cho@client.example, space: LAB }',
      guests,
      file,
    ],
  ],
  [
    'view: [team:rev‸iewers',
    [
      'reviewers',
      'team:reviewers',
      "team:reviewers, group:docs-team, 'user:lee@acme.com'",
      "[team:reviewers, group:docs-team, 'user:lee@acme.com']",
      "view: [team:reviewers, group:docs-team, 'user:lee@acme.com']",
      'page: 123456 … edit: [ana@partner.example, user:712020:abc]',
      '- page: 123456 … edit: [ana@partner.example, user:712020:abc]',
      pages,
      file,
    ],
  ],
  [
    "'user:le‸e@",
    [
      'lee',
      'lee@acme.com',
      'user:lee@acme.com',
      "'user:lee@acme.com'",
      "team:reviewers, group:docs-team, 'user:lee@acme.com'",
      "[team:reviewers, group:docs-team, 'user:lee@acme.com']",
      "view: [team:reviewers, group:docs-team, 'user:lee@acme.com']",
      'page: 123456 … edit: [ana@partner.example, user:712020:abc]',
      '- page: 123456 … edit: [ana@partner.example, user:712020:abc]',
      pages,
      file,
    ],
  ],
  ['# who he‸lps', ['helps', '# who helps', guests, file]],
  ['vers‸ion', ['version', 'version: 1', file]],
  [
    '"LA‸B"',
    ['LAB', '"LAB"', '"LAB":', '"LAB": # for tests', 'spaces: … "LAB": # for tests', file],
  ],
];

describe('a growing selection', () => {
  for (const [at, expected] of rows)
    it(`from ${at} takes in one thing after the other`, () => {
      assert.deepEqual(selections(shared, cursorIn(shared, at)), expected);
    });

  it('answers for every cursor', () => {
    const offsets = [cursorIn(shared, 'name: Ana‸'), cursorIn(shared, '# wit‸h')];
    assert.deepEqual(
      selectionsAt(shared, offsets).map(([first]) => shared.slice(first?.start, first?.end)),
      ['Ana', 'with'],
    );
  });

  it('works in an entry that is being written', () => {
    const { text, offset } = withCursor('guests:\n  - email: a\n    na‸\n  - email: b\n');
    const [word, ...rest] = selections(text, offset);
    assert.equal(word, 'na');
    assert.ok(rest.includes('- email: a … na'));
  });
});
