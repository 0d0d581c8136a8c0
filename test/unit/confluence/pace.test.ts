import assert from 'node:assert/strict';
import {
  close,
  depart,
  firstPace,
  mayLeave,
  reopen,
  slowDown,
  speedUp,
  type Pace,
} from '../../../src/confluence/pace';

const now = 1_000_000;

/** A pace after `count` departures, one every `every` milliseconds, the last one now. */
function after(count: number, every: number, from: Pace = firstPace): Pace {
  let pace = from;
  for (let index = count - 1; index >= 0; index--) pace = depart(pace, now - index * every);
  return pace;
}

const careful: Pace = { ...firstPace, rate: 10, growth: 1 / 8, slowedAt: now - 60_000 };

describe('the pace of requests', () => {
  const openings: [rule: string, pace: Pace, closedFor: number][] = [
    ['lets a first burst leave at once', after(7, 0), 0],
    ['spaces what follows the burst', after(8, 0), 500],
    ['allows the burst again after a second', after(8, 200), 0],
    ['spaces everything once the host has asked for less', after(1, 0, careful), 100],
  ];
  for (const [rule, { closedUntil }, closedFor] of openings) {
    it(rule, () => {
      assert.equal(closedUntil - now, closedFor);
    });
  }

  const widths: [rule: string, width: number, underWay: number, may: boolean][] = [
    ['has room below its width', 4, 3, true],
    ['has none at its width', 4, 4, false],
    ['takes no part of a request for a whole one', 4.9, 4, false],
  ];
  for (const [rule, width, underWay, may] of widths) {
    it(rule, () => {
      assert.equal(mayLeave({ ...firstPace, width }, underWay), may);
    });
  }

  it('grows by one request under way for each round of good answers', () => {
    let pace = firstPace;
    for (let answer = 0; answer < 5; answer++) pace = speedUp(pace);
    assert.equal(Math.floor(pace.width), 5);
  });

  it('never has more than sixteen under way', () => {
    let pace = firstPace;
    for (let answer = 0; answer < 1_000; answer++) pace = speedUp(pace);
    assert.equal(pace.width, 16);
  });

  const gains: [rule: string, pace: Pace, gain: number][] = [
    ['speeds up quickly at first', firstPace, 2],
    ['speeds up carefully once the host has asked for less', careful, 1 / 8],
  ];
  for (const [rule, pace, gain] of gains) {
    it(rule, () => {
      assert.equal(speedUp(pace).rate - pace.rate, gain);
    });
  }

  const fast: Pace = { ...firstPace, width: 12, rate: 100 };
  const slowings: [
    rule: string,
    pace: Pace,
    why: 'refused' | 'nearLimit',
    width: number,
    rate: number,
  ][] = [
    ['halves what left in the last second', after(20, 40, fast), 'refused', 6, 10],
    ['counts a nearer rate', after(20, 40, { ...careful, width: 12 }), 'refused', 6, 5],
    ['gives up a tenth near the limit', after(20, 40, fast), 'nearLimit', 10.8, 18],
    ['does not take a quiet start for the limit', after(1, 0, fast), 'refused', 6, 4],
    ['never stops altogether', { ...careful, width: 1, rate: 1 }, 'refused', 1, 1],
  ];
  for (const [rule, pace, why, width, rate] of slowings) {
    it(rule, () => {
      const slowed = slowDown(pace, why, now, now);
      assert.deepEqual([slowed.width, slowed.rate], [width, rate]);
    });
  }

  it('sends nothing before the first of what was too much is a second old', () => {
    const slowed = slowDown(after(20, 40, fast), 'refused', now, now);
    assert.equal(slowed.closedUntil, now - 19 * 40 + 1_000);
  });

  it('slows once for everything that left before it slowed', () => {
    const slowed = slowDown(after(20, 40), 'refused', now - 40, now);
    assert.equal(slowDown(slowed, 'refused', now - 20, now + 5), slowed);
  });

  const closings: [rule: string, until: readonly number[], closedUntil: number][] = [
    ['stays closed as long as the longest asked', [now + 500, now + 100], now + 500],
    ['is closed for longer when asked again', [now + 500, now + 900], now + 900],
  ];
  for (const [rule, until, closedUntil] of closings) {
    it(rule, () => {
      assert.equal(until.reduce(close, firstPace).closedUntil, closedUntil);
    });
  }

  it('opens when its time has come, unless it was closed for longer meanwhile', () => {
    const closed = close(firstPace, now + 500);
    assert.equal(reopen(closed, now + 500).closedUntil, 0);
    assert.equal(reopen(close(closed, now + 900), now + 500).closedUntil, now + 900);
  });
});
