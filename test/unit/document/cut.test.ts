import assert from 'node:assert/strict';
import { cutText } from '../../../src/document/cut';
import { parse } from '../../../src/document/parse';
import { head, today } from '../../support/samples';

/** The pieces of a text, those of entries behind the one of their key; `undefined` when it is not cut. */
function piecesOf(text: string): readonly string[] | undefined {
  return cutText(text)?.flatMap(({ head: { start, end }, below }) => {
    const entries = below?.bounds.slice(0, -1).map((at, n) => text.slice(at, below.bounds[n + 1]));
    return [text.slice(start, end), ...(entries ?? [])];
  });
}

/** A text, and the pieces that it is cut into. */
const cut: readonly (readonly [name: string, ...pieces: string[]])[] = [
  ['keys', 'version: 1\n', 'site: x\n'],
  ['entries', 'guests:\n', '  - a: 1\n    b: 2\n', '  - c\n', 'version: 1\n'],
  ['entries at the left edge', 'guests:\n', '- a: 1\n  b: 2\n', '- c\n', 'version: 1'],
  ['entries of a mapping', 'teams:\n', '  a: [x]\n', '  "b":\n    - x\n', 'version: 1\n'],
  ['CRLF', 'guests:\r\n', '  - a\r\n', '  -\r\n'],
  ['a byte-order mark and comments at the top', '\uFEFF# a\n\nversion: 1\n', 'site: x\n'],
  ['comments and empty lines', 'guests: # a\n# b\n', '  - a\n\n# - b\n', '  - c\n  # d\n'],
  ['a list in brackets', 'guests: [\n  a,\n]\n', 'version: 1\n'],
  ['an entry in brackets', 'guests:\n', '  - {\n    a: 1\n  }\n', '  - b\n'],
  ['text over several lines', 'guests:\n', '  - a: |\n      - b\n\n      c: d\n', '  - e\n'],
  ['a list in the place of a mapping', 'teams:\n  - a\n  - b\n'],
  ['text below a key', 'teams:\n  a\n  b\n'],
  ['an entry that is begun', 'teams:\n', '  a: [x]\n', '  b\n', 'pag\n'],
  ['a line too far to the left', 'guests:\n', '  - a: 1\n b: 2\n', '  - c\n'],
];

describe('a text', () => {
  for (const [name, ...pieces] of cut)
    it(`is cut at ${name}`, () => {
      assert.deepEqual(piecesOf(pieces.join('')), pieces);
    });

  for (const text of [
    '',
    '# a\n',
    '- a\n',
    '  version: 1\n',
    '{ version: 1 }\n',
    '"version": 1\n',
    'version: 1\n---\nsite: x\n',
    'version: 1\n...\n',
    '%YAML 1.2\n---\nversion: 1\n',
    'limits:\n\tremovals: 1\n',
    'version: 1\nsite\n : x\n',
    '? version\n: 1\n',
    'teams:\n  a: [x]\n  ? b\n  : [y]\n',
    'teams:\n  a: [x]\n  [b]: [y]\n',
    'guests:\n   - a\n  - b\n',
    'a:\n'.repeat(33),
  ])
    it(`is not cut when it is ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(cutText(text), undefined);
    });

  for (const [name, text] of [
    ['an anchor in one entry', 'guests:\n  - &a { email: a@b.example, space: DOCS }\n  - *a\n'],
    ['a section twice', 'teams:\n  a: []\nteams:\n  b: []\n'],
  ] as const)
    it(`is read in one go for ${name}`, () => {
      assert.equal(parse(head + text, today).memory, undefined);
    });
});
