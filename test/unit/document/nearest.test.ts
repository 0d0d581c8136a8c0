import assert from 'node:assert/strict';
import { nearest, nearestOf } from '../../../src/document/nearest';

const names = ['expires', 'email', 'space', 'ana@partner.example', 'HR'];

describe('the nearest name', () => {
  for (const [word, expected] of [
    ['expirse', 'expires'],
    ['Expires', 'expires'],
    ['mail', 'email'],
    ['spcae', 'space'],
    ['anna@partner.exmple', 'ana@partner.example'],
    ['hr', 'HR'],
    ['H', 'HR'],
    ['pace', 'space'],
    ['spate', 'space'],
    ['since', undefined],
    ['XY', undefined],
    ['reason', undefined],
    ['', undefined],
    ['e'.repeat(1000), undefined],
  ] as const)
    it(`to ${word.slice(0, 20)} is ${expected ?? 'none'}`, () => {
      assert.equal(nearest(word, names), expected);
    });
  it('is no longer looked for after many comparisons', () => {
    const find = nearestOf(Array.from({ length: 30_000 }, (_, n) => `name${n}`));
    assert.equal(find('name0x'), 'name0');
    assert.equal(find('name0x'), undefined);
  });
});
