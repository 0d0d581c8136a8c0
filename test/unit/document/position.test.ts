import assert from 'node:assert/strict';
import { lineStarts, positionAt } from '../../../src/document/position';

describe('a position', () => {
  const starts = lineStarts('ab\r\nc\n\nd\re');
  for (const [offset, line, column] of [
    [0, 1, 1],
    [2, 1, 3],
    [4, 2, 1],
    [5, 2, 2],
    [6, 3, 1],
    [7, 4, 1],
    [9, 5, 1],
    [10, 5, 2],
  ] as const)
    it(`of offset ${offset} is ${line}:${column}`, () => {
      assert.deepEqual(positionAt(starts, offset), { line, column });
    });
  it('in an empty text is the beginning', () => {
    assert.deepEqual(positionAt(lineStarts(''), 0), { line: 1, column: 1 });
  });
});
