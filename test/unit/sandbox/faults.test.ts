import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FaultInput } from '../../../src/sandbox/faults';
import * as the from './support';

const { lee } = the;

const me = '/wiki/rest/api/user/current';

async function statuses(fault: FaultInput, requests: number): Promise<readonly unknown[]> {
  const site = await the.start();
  site.sandbox.addFaults([fault]);
  const seen: unknown[] = [];
  for (let count = 0; count < requests; count += 1) {
    seen.push((await site.as(lee, 'GET', me)).status);
  }
  return seen;
}

describe('A fault', () => {
  const rows: readonly [string, FaultInput, readonly number[]][] = [
    ['hits once', { path: '/wiki', status: 503 }, [503, 200]],
    ['hits as often as it says', { path: me, status: 500, times: 2 }, [500, 500, 200]],
    ['lets the first ones pass', { path: '/', status: 502, after: 1 }, [200, 502, 200]],
    ['hits by a pattern', { path: 'user/cur+ent$', status: 429 }, [429, 200]],
    ['hits its method only', { path: '/', method: 'PUT', status: 500 }, [200, 200]],
    ['hits its path only', { path: '/wiki/api', status: 500 }, [200, 200]],
  ];
  for (const [rule, fault, expected] of rows) {
    it(rule, async () => {
      assert.deepEqual(await statuses(fault, expected.length), expected);
    });
  }

  it('answers with its headers and body, and nothing is done', async () => {
    const site = await the.start();
    const headers = { 'retry-after': '7' };
    site.sandbox.addFaults([{ path: '/', status: 429, headers, body: { message: 'slow' } }]);
    const reply = await the.entry(site, 'PUT', '11', lee);
    assert.deepEqual([reply.headers.get('retry-after'), reply.body], ['7', { message: 'slow' }]);
    assert.deepEqual(site.sandbox.state().changes, []);
  });

  it('answers a page for people', async () => {
    const site = await the.start();
    site.sandbox.addFaults([{ path: '/', html: true }]);
    const reply = await site.as(lee, 'GET', me);
    assert.match(reply.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(reply.text, /^<!DOCTYPE html>/);
  });

  const broken: readonly [string, FaultInput, number, number | 'dropped'][] = [
    ['breaks the connection before acting', { path: '/', drop: 'before' }, 0, 'dropped'],
    ['breaks the connection after acting', { path: '/', drop: 'after' }, 1, 'dropped'],
  ];
  for (const [rule, fault, changes, status] of broken) {
    it(rule, async () => {
      const site = await the.start();
      site.sandbox.addFaults([fault]);
      await assert.rejects(the.entry(site, 'PUT', '11', lee));
      assert.equal(site.sandbox.state().changes.length, changes);
      assert.equal(site.sandbox.requests()[0]?.status, status);
    });
  }

  it('tears the answer in two after acting', async () => {
    const site = await the.start();
    site.sandbox.addFaults([{ path: '/', torn: true }]);
    const response = await fetch(`${site.sandbox.origin}/_edge/tenant_info`);
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
  });

  it('delays the answer', async () => {
    const site = await the.start();
    site.sandbox.addFaults([{ path: '/', delayMs: 60_000 }]);
    const signal = AbortSignal.timeout(50);
    await assert.rejects(fetch(`${site.sandbox.origin}/_edge/tenant_info`, { signal }), {
      name: 'TimeoutError',
    });
  });

  it('is cleared', async () => {
    const site = await the.start();
    site.sandbox.addFaults([{ path: '/', status: 500, times: 9 }]);
    await site.send(undefined, 'DELETE', '/__sandbox/faults');
    assert.equal((await site.as(lee, 'GET', me)).status, 200);
  });
});
