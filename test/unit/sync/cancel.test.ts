import assert from 'node:assert/strict';
import { acme, onSite, outcomesOf, type TestSite } from '../../support/site';

const body = `spaces: { DOCS: {} }
guests:
  - { email: dana@new.example, space: DOCS }
`;
const seed = acme({ switches: { acceptInvites: 'atOnce' } });
const steps = ['invite dana@new.example', 'grant dana@new.example DOCS'];

const reads = (site: TestSite): number =>
  site.sandbox.requests().filter(({ method }) => method === 'GET').length;

describe('cancelling a sync when all its steps are done', () => {
  it('tells what was done, without reading the site again', () =>
    onSite({ seed }, async (site) => {
      const abort = new AbortController();
      let before = 0;
      const applied = await site.sync(body, {
        signal: abort.signal,
        onOutcome: (_outcome, count, total) => {
          if (count < total) return;
          before = reads(site);
          abort.abort();
        },
      });
      assert.deepEqual(
        outcomesOf(applied),
        steps.map((step) => `done ${step}`),
      );
      assert.equal(reads(site), before);
    }));

  it('tells of every step that it could not be confirmed, while the site is read again', () =>
    onSite({ seed }, async (site) => {
      const abort = new AbortController();
      let finished = false;
      const applied = await site.sync(body, {
        signal: abort.signal,
        onOutcome: (_outcome, count, total) => {
          finished = count === total;
        },
        onPhase: () => {
          if (finished) abort.abort();
        },
      });
      assert.deepEqual(
        outcomesOf(applied),
        steps.map((step) => `unconfirmed ${step}`),
      );
      assert.equal(applied.state === 'applied' && applied.remaining, undefined);
      assert.deepEqual((await site.plan(body)).steps, []);
    }));
});
