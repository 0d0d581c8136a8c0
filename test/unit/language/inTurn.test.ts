import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/document/edit';
import { inTurn } from '../../../src/language/inTurn';

describe('edits made in turn', () => {
  it('are edits of the first text with the same result', () => {
    const one = fc.record({
      from: fc.nat(40),
      length: fc.nat(6),
      text: fc.string({ maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(one, { maxLength: 8 }), (first, all) => {
        let last = first;
        const edits = inTurn(
          first,
          all.map(({ from, length, text }) => (before) => {
            const start = Math.min(from, before.length);
            const span = { start, end: Math.min(start + length, before.length) };
            last = applyEdits(before, [{ span, text }]);
            return [{ span, text }];
          }),
        );
        assert.equal(edits && applyEdits(first, edits), last);
      }),
      { numRuns: 2_000 },
    );
  });

  it('find their places again behind those before them', () => {
    const word = { start: 4, end: 7 };
    const edits = inTurn('one two three', [
      () => [{ span: { start: 0, end: 3 }, text: 'the first' }],
      (text, place) => {
        const { start, end } = place(word);
        assert.equal(text.slice(start, end), 'two');
        return [{ span: { start: end, end }, text: '!' }];
      },
      (text, place) => {
        const { start, end } = place(word);
        assert.equal(text.slice(start, end), 'two!');
        return [{ span: { start: end, end }, text: '?' }];
      },
    ]);
    assert.deepEqual(edits, [
      { span: { start: 0, end: 3 }, text: 'the first' },
      { span: { start: 7, end: 7 }, text: '!?' },
    ]);
  });

  it('are none at all when one of them cannot be made', () => {
    const first = () => [{ span: { start: 0, end: 0 }, text: 'x' }];
    assert.equal(inTurn('', [first, () => []]), undefined);
  });
});
