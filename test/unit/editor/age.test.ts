import assert from 'node:assert/strict';
import { ageOf } from '../../../src/editor/age';

describe('the age of a reading', () => {
  const now = '2026-06-03T10:00:00.000Z';
  const ages: readonly (readonly [moment: string, age: string])[] = [
    ['2026-06-03T10:00:00.000Z', 'now'],
    ['2026-06-03T09:59:01.000Z', 'now'],
    ['2026-06-03T09:59:00.000Z', '1 minute ago'],
    ['2026-06-03T09:00:01.000Z', '59 minutes ago'],
    ['2026-06-03T07:00:00.000Z', '3 hours ago'],
    ['2026-06-02T10:00:00.000Z', 'yesterday'],
    ['2026-05-24T10:00:00.000Z', '10 days ago'],
    ['2026-06-03T10:05:00.000Z', 'now'],
  ];
  for (const [moment, age] of ages)
    it(`is “${age}” for ${moment}`, () => {
      assert.equal(ageOf(moment, now, 'en'), age);
    });
  it('is said in another language', () => {
    assert.equal(ageOf('2026-06-03T07:00:00.000Z', now, 'de'), 'vor 3 Stunden');
  });
});
