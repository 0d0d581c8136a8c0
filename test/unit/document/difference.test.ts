import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { difference } from '../../../src/document/difference';
import { applyEdits } from '../../../src/document/edit';

describe('the difference of two texts', () => {
  const rows: readonly (readonly [string, string, [number, number], string])[] = [
    ['a\nc\n', 'a\nb\nc\n', [2, 2], 'b\n'],
    ['a\n', 'a\nb\n', [2, 2], 'b\n'],
    ['a', 'a\nb', [0, 1], 'a\nb'],
    ['a\r\nc\r\n', 'a\r\nb\r\nc\r\n', [3, 3], 'b\r\n'],
    ['a\nb\nc\n', 'a\nB\nc\n', [2, 4], 'B\n'],
    ['a\na\n', 'a\na\na\n', [4, 4], 'a\n'],
    ['same', 'same', [4, 4], ''],
    ['', 'a\n', [0, 0], 'a\n'],
  ];
  for (const [before, after, [start, end], text] of rows) {
    it(`of ${JSON.stringify(before)} and ${JSON.stringify(after)} is whole lines`, () => {
      assert.deepEqual(difference(before, after), { span: { start, end }, text });
    });
  }

  it('makes the second of the first, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, [difference(before, after)]), after);
      }),
    );
  });
});
