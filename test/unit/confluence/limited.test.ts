import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGate } from '../../../src/confluence/gate';
import type { Received } from '../../../src/confluence/runtime';
import { never } from './site';

const latency = 40;

/** A clock that jumps to the next thing to happen when everything else has been done. */
function makeClock(): {
  now: () => number;
  wait: (ms: number) => Promise<void>;
  run: (work: Promise<unknown>) => Promise<void>;
} {
  let time = 1_000_000;
  const alarms: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    now: () => time,
    wait: (ms) =>
      new Promise((ring) => {
        alarms.push({ at: time + ms, ring });
      }),
    run: async (work) => {
      const over = work.then(() => true);
      while (!(await Promise.race([over, nextTurn(false)]))) {
        const next = alarms.sort((a, b) => a.at - b.at).shift();
        assert.ok(next, 'nothing will ever happen');
        time = next.at;
        next.ring();
      }
    },
  };
}

/** Send so many requests at once to a host with a limit; each refused one is sent again. */
async function sendAll(
  count: number,
  perSecond: number,
  tells: boolean,
): Promise<{ refused: number; seconds: number }> {
  const { now, wait, run } = makeClock();
  const gate = createGate({ now, wait });
  let recent: number[] = [];
  let refused = 0;
  const answer = (status: number, headers: Record<string, string>): { answer: Received } => ({
    answer: { status, headers: new Headers(headers), body: null },
  });
  const exchange = async (): Promise<{ answer: Received }> => {
    await wait(latency);
    recent = recent.filter((time) => time > now() - 1_000);
    if (recent.length >= perSecond) {
      refused++;
      return answer(429, { 'retry-after': '1' });
    }
    recent.push(now());
    const isNear = tells && perSecond - recent.length < perSecond / 5;
    return answer(200, { 'x-ratelimit-nearlimit': String(isNear) });
  };
  const send = async (): Promise<void> => {
    while ((await gate.pass(exchange, never)).answer.status !== 200);
  };
  const started = now();
  await run(Promise.all(Array.from({ length: count }, send)));
  return { refused, seconds: (now() - started) / 1_000 };
}

describe('a host with a limit', () => {
  const rows: [count: number, perSecond: number, tells: boolean, seconds: number][] = [
    [20, 10, true, 5],
    [200, 10, true, 40],
    [200, 10, false, 45],
    [1_000, 50, true, 50],
    [1_000, 50, false, 60],
  ];
  for (const [count, perSecond, tells, most] of rows) {
    const manner = tells ? 'says that it is near' : 'says nothing before it is reached';
    it(`of ${perSecond} a second that ${manner} refuses at most one in twenty of ${count}`, async () => {
      const { refused, seconds } = await sendAll(count, perSecond, tells);
      assert.ok(refused <= (count + refused) / 20, `${refused} were refused`);
      assert.ok(seconds < most, `it took ${seconds} s`);
    });
  }

  it('is used to the full when it allows much', async () => {
    const { refused, seconds } = await sendAll(1_000, 10_000, true);
    assert.equal(refused, 0);
    assert.ok(seconds < 5, `it took ${seconds} s`);
  });
});
