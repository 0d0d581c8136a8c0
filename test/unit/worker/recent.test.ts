import assert from 'node:assert/strict';
import { keepRecent } from '../../../src/worker/recent';

describe('what is kept of the last few', () => {
  const kept = (keys: string): string => {
    const map = new Map<string, number>();
    for (const [at, key] of keys.split(' ').entries()) keepRecent(map, key, at, 2);
    return [...map].map(([key, at]) => `${key}${at}`).join(' ');
  };

  for (const [keys, expected] of [
    ['a', 'a0'],
    ['a b', 'a0 b1'],
    ['a b c', 'b1 c2'],
    ['a b a', 'b1 a2'],
    ['a b a c', 'a2 c3'],
    ['a b a b', 'a2 b3'],
  ] as const)
    it(`is ${expected} after ${keys}`, () => {
      assert.equal(kept(keys), expected);
    });
});
