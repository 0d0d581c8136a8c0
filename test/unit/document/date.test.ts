import assert from 'node:assert/strict';
import { momentOf } from '../../../src/document/date';

describe('a moment in words', () => {
  it('is by the clock where this machine is, to the minute', () => {
    const moment = new Date(2026, 10, 2, 7, 5, 59);
    assert.equal(momentOf(moment.toISOString()), '2026-11-02 07:05');
  });
});
