import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGate, type Gate } from '../../../src/confluence/gate';
import type { Received } from '../../../src/confluence/runtime';
import { never } from './site';

/** A gate under a clock that stands still until a wait moves it. */
function makeGate(): { gate: Gate; waits: number[]; send: Send } {
  let time = 1_000_000;
  const waits: number[] = [];
  const gate = createGate({
    now: () => time,
    wait: (ms) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  });
  const send: Send = (status = 200, headers = {}, signal = never) =>
    gate.pass(() => Promise.resolve({ answer: answer(status, headers) }), signal);
  return { gate, waits, send };
}

type Send = (
  status?: number,
  headers?: Record<string, string>,
  signal?: AbortSignal,
) => Promise<{ answer: Received }>;

function answer(status: number, headers: Record<string, string>): Received {
  return { status, headers: new Headers(headers), body: null };
}

describe('the gate of a host', () => {
  const rows: [rule: string, status: number, headers: Record<string, string>, wait: number][] = [
    ['as long as a 429 asks', 429, { 'retry-after': '7' }, 7_000],
    ['as long as a 503 asks', 503, { 'retry-after': '3' }, 3_000],
    ['for a second when a 429 does not say how long', 429, {}, 1_000],
    ['for a second near the limit', 200, { 'x-ratelimit-nearlimit': 'true' }, 1_000],
  ];
  for (const [rule, status, headers, wait] of rows) {
    it(`holds everybody back ${rule}`, async () => {
      const { waits, send } = makeGate();
      await send(status, headers);
      await send();
      assert.deepEqual(waits, [wait]);
    });
  }

  for (const [status, headers] of [
    [200, { 'x-ratelimit-nearlimit': 'false' }],
    [404, {}],
    [500, { 'retry-after': '9' }],
  ] as const) {
    it(`holds nobody back after ${status} ${JSON.stringify(headers)}`, async () => {
      const { waits, send } = makeGate();
      await send(status, headers);
      await send();
      assert.deepEqual(waits, []);
    });
  }

  it('lets four requests be under way at first, and the next when one is answered', async () => {
    const { gate } = makeGate();
    const sent: ((received: { answer: Received }) => void)[] = [];
    const passes = Array.from({ length: 6 }, () =>
      gate.pass(() => new Promise<{ answer: Received }>((resolve) => sent.push(resolve)), never),
    );
    await Promise.resolve();
    assert.equal(sent.length, 4);
    sent[0]?.({ answer: answer(200, {}) });
    await passes[0];
    assert.equal(sent.length, 5);
    // A failure frees its place as well.
    sent[1]?.({ answer: answer(500, {}) });
    await passes[1];
    assert.equal(sent.length, 6);
  });

  it('turns away at once what would have to wait for more than a minute', async () => {
    const { waits, send } = makeGate();
    await send(429, { 'retry-after': '61' });
    await assert.rejects(send(), {
      kind: 'rateLimited',
      message: 'Atlassian wants no more requests for now: try again in 61 seconds.',
    });
    assert.deepEqual(waits, []);
  });

  it('lets a cancelled request go unsent, and stays closed for those who come after', async () => {
    const alarms: AbortSignal[] = [];
    const gate = createGate({
      now: () => 0,
      wait: (_ms, signal) => {
        alarms.push(signal);
        return once(signal, 'abort').then(() => Promise.reject(new Error('woken')));
      },
    });
    gate.hold(5_000);
    let sent = 0;
    const cancelled = async (): Promise<void> => {
      const cancel = new AbortController();
      const pass = gate.pass(() => {
        sent++;
        return Promise.resolve({ answer: answer(200, {}) });
      }, cancel.signal);
      cancel.abort(new Error('cancelled'));
      await assert.rejects(pass, { message: 'cancelled' });
      await nextTurn();
    };
    await cancelled();
    await cancelled();
    assert.deepEqual(
      alarms.map(({ aborted }) => aborted),
      [true, true],
    );
    assert.equal(sent, 0);
  });
});
