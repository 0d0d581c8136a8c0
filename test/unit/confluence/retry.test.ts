import assert from 'node:assert/strict';
import { readRetryAfter } from '../../../src/confluence/retryAfter';
import { inOrder, never, simulate, type Answer } from './site';

const lee: Answer = { body: { accountId: 'lee', displayName: 'Lee' } };

function limited(headers: Record<string, string>): Answer {
  return { status: 429, headers };
}

describe('asking again', () => {
  const rows: [name: string, answers: readonly Answer[], waits: readonly number[]][] = [
    [
      'after 502, 503 and 504, waiting twice as long each time',
      [{ status: 502 }, { status: 503 }, { status: 504 }, lee],
      [2_000, 4_000, 8_000],
    ],
    ['after as many seconds as the site asks for', [limited({ 'retry-after': '7' }), lee], [7_000]],
    [
      'at the time that the site names',
      [limited({ 'retry-after': 'Sun, 22 Nov 2026 10:00:09 GMT' }), lee],
      [9_000],
    ],
    [
      'when the limit is reset',
      [limited({ 'x-ratelimit-reset': '2026-11-22T10:00:11Z' }), lee],
      [11_000],
    ],
    ['after a 503 with a time', [{ status: 503, headers: { 'retry-after': '3' } }, lee], [3_000]],
  ];
  for (const [name, answers, waits] of rows) {
    it(`happens ${name}`, async () => {
      const site = simulate(inOrder(...answers));
      assert.equal((await site.connect().reader.caller(never)).accountId, 'lee');
      assert.deepEqual(site.waits, waits);
    });
  }

  it('waits between half and all of the time, as chance will have it', async () => {
    const site = simulate(inOrder({ status: 502 }, lee), { random: () => 0 });
    await site.connect().reader.caller(never);
    assert.deepEqual(site.waits, [1_000]);
  });

  it('ends after the fourth try', async () => {
    const site = simulate(() => ({ status: 503 }));
    await assert.rejects(site.connect().reader.caller(never), { kind: 'server' });
    assert.equal(site.requests.length, 4);
  });

  it('does not happen when the site asks for more than a minute', async () => {
    const site = simulate(() => limited({ 'retry-after': '61' }));
    await assert.rejects(site.connect().reader.caller(never), {
      kind: 'rateLimited',
      details: { status: 429, code: 'tooManyRequests', retryAfter: 61_000 },
    });
    assert.deepEqual(site.waits, []);
  });

  for (const status of [400, 401, 403, 404, 409, 500]) {
    it(`does not happen after ${status}`, async () => {
      const site = simulate(() => ({ status }));
      await assert.rejects(site.connect().reader.caller(never));
      assert.equal(site.requests.length, 1);
    });
  }

  it('happens for a POST that only asks', async () => {
    const site = simulate(inOrder({ status: 503 }, { body: { results: [] } }));
    assert.deepEqual(await site.connect().reader.peopleById(['a'], never), []);
  });

  it('stops when it is cancelled while waiting', async () => {
    const cancel = new AbortController();
    const site = simulate(() => ({ status: 503 }), {
      wait: () => {
        cancel.abort(new Error('cancelled'));
        return Promise.reject(new Error('woken'));
      },
    });
    await assert.rejects(site.connect().reader.caller(cancel.signal), { message: 'cancelled' });
    assert.equal(site.requests.length, 1);
  });
});

describe('the time to wait', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  const rows: [headers: Record<string, string>, ms: number | undefined][] = [
    [{}, undefined],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 5 ' }, 5_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': 'Sun, 22 Nov 2026 09:59:00 GMT' }, 0],
    [{ 'retry-after': '5', 'x-ratelimit-reset': '2026-11-22T11:00:00Z' }, 5_000],
    [{ 'retry-after': 'soon', 'x-ratelimit-reset': '2026-11-22T10:00:01Z' }, 1_000],
  ];
  for (const [headers, ms] of rows) {
    it(`is ${String(ms)} for ${JSON.stringify(headers)}`, () => {
      assert.equal(readRetryAfter(new Headers(headers), now), ms);
    });
  }
});
