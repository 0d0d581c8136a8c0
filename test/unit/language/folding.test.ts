import assert from 'node:assert/strict';
import { lineStarts, positionAt } from '../../../src/document/position';
import { foldsIn } from '../../../src/language/folding';
import { shared } from './shared';

/** The first and the last line of each fold, in the order of the text. */
function folds(text: string): readonly string[] {
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  return foldsIn(text)
    .map(({ span, kind }) => ({ first: lineOf(span.start), last: lineOf(span.end), kind }))
    .sort((a, b) => a.first - b.first || b.last - a.last)
    .map(({ first, last, kind }) => `${first}-${last}${kind === 'comment' ? ' comment' : ''}`);
}

const rows: readonly (readonly [name: string, text: string, folds: readonly string[]])[] = [
  [
    'sections, entries, lists and comments',
    shared,
    ['5-7', '8-9', '10-17', '11-14', '15-16 comment', '18-26', '19-22', '23-26', '24-26'],
  ],
  ['lists at the margin', 'guests:\n- email: a\n  space: X\n- email: b\npages:\n', ['1-4', '2-3']],
  ['a list below its key', 'pages:\n- page: 1\n  view:\n  - a\n  - b\n', ['1-5', '2-5', '3-5']],
  ['brackets over lines', 'guests: [\n  { email: a,\n    space: X },\n]\n', ['1-3', '2-3']],
  ['nothing of one line', 'version: 1\n\n# a\nsite: x\n', []],
  ['no blank line at an end', 'guests:\n  - a\n\n\npages:\n  - b\n\n', ['1-2', '5-6']],
  ['a comment at the top', '# a\n# b\nversion: 1\n', ['1-2 comment']],
  ['comments apart', '# a\n\n  # b\n# c\n', ['3-4 comment']],
  ['a text in lines', 'reason: |\n  a\n\n  b\nx: y\n', ['1-4']],
  ['an entry that is being written', 'guests:\n  - email: "a\n    sp\n  -\ngu', ['1-4', '2-3']],
  ['no further than a document', 'guests:\n  - a\n---\n  - b\n', ['1-2']],
];

describe('what can be folded', () => {
  for (const [name, text, expected] of rows) {
    it(`is ${name}`, () => {
      assert.deepEqual(folds(text), expected);
    });

    it(`is ${name}, with CRLF and a byte-order mark`, () => {
      assert.deepEqual(folds(`\uFEFF${text.replaceAll('\n', '\r\n')}`), expected);
    });
  }
});
