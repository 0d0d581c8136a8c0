import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createRuntime } from '../../../src/confluence/runtime';
import { startSandbox } from '../../../src/sandbox/server';
import type { Switches } from '../../../src/sandbox/switches';
import { apply, preview } from '../../../src/sync/apply';
import { textJournal } from '../../property/journal';
import { unexplained } from '../../property/outcomes';
import { complaintsOf, removedGuests } from '../../property/promises';
import { documentOf, essence, portsTo, settle, syncOnce, today } from '../../property/settle';
import { isWrite, openSite } from '../../property/site';
import { switchRows } from '../../property/switches';
import { worlds, type World } from '../../property/worlds';

const rows = switchRows();
const options = { today, signal: new AbortController().signal };

/** Check worlds of one setting of the switches, always the same ones. */
async function check(
  switches: Partial<Switches>,
  numRuns: number,
  law: (world: World) => Promise<void>,
): Promise<void> {
  const seed = rows.indexOf(switches) + 1;
  await fc.assert(fc.asyncProperty(worlds(switches), law), { seed, numRuns });
}

function open(world: World) {
  const site = openSite(world.seed);
  const document = documentOf(world, site.origin);
  const ports = portsTo(world, site.origin, site.runtime, textJournal());
  return { site, document, ports, before: site.state() };
}

describe('the promises hold, and what remains undone is what the site refuses,', () => {
  for (const [index, switches] of rows.entries()) {
    it(`with the switches of row ${index}`, () =>
      check(switches, 5, async (world) => {
        const { site, document, ports, before } = open(world);
        const rounds = await settle(document, ports, site);
        const after = site.state();
        const watched = { world, switches: site.switches(), before, after, sent: site.sent };
        assert.deepEqual([...complaintsOf(watched), ...unexplained(world, rounds)], []);
      }));
  }

  it('over HTTP too', () =>
    check({}, 8, async (world) => {
      const sandbox = await startSandbox({ seed: world.seed });
      try {
        const wait = (): Promise<void> => Promise.resolve();
        const runtime = { ...createRuntime(fetch, () => undefined), wait };
        const document = documentOf(world, sandbox.origin);
        const before = sandbox.state();
        const ports = portsTo(world, sandbox.origin, runtime, textJournal());
        const rounds = await settle(document, ports, sandbox);
        const after = sandbox.state();
        const sent = sandbox
          .requests()
          .map(({ method, path, body }) => ({ method, path, body: JSON.stringify(body ?? '') }));
        const watched = { world, switches: sandbox.switches(), before, after, sent };
        assert.deepEqual([...complaintsOf(watched), ...unexplained(world, rounds)], []);
      } finally {
        await sandbox.close();
      }
    }));
});

describe('in any world', () => {
  const laws: Readonly<Record<string, (world: World) => Promise<void>>> = {
    'a plan changes nothing': async (world) => {
      const { site, document, ports } = open(world);
      await preview(document, ports, options);
      assert.deepEqual(site.sent.filter(isWrite), []);
    },

    'a sync with nothing left to do changes nothing': async (world) => {
      const { site, document, ports } = open(world);
      const rounds = await settle(document, ports, site);
      fc.pre(rounds.at(-1)?.plan.steps.length === 0);
      const from = site.sent.length;
      await syncOnce(document, ports);
      assert.deepEqual(site.sent.slice(from).filter(isWrite), []);
    },

    'a sync removes nobody beyond its plan, and above the cap nobody without a word': async (
      world,
    ) => {
      const { site, document, ports, before } = open(world);
      const { plan } = await preview(document, ports, options);
      const { guests, limit } = plan.removals;
      const applied = await apply(document, plan, ports, options);
      assert.equal(applied.state, guests > limit ? 'refused' : 'applied');
      if (applied.state === 'refused') {
        assert.deepEqual(essence(site.state()), essence(before));
        await apply(document, plan, ports, { ...options, allowRemovals: guests });
      }
      const after = site.state();
      const watched = { world, switches: site.switches(), before, after, sent: site.sent };
      assert.ok(removedGuests(watched) <= guests);
    },

    'a reviewed plan is refused once its steps are done': async (world) => {
      const { site, document, ports } = open(world);
      const { plan } = await preview(document, ports, options);
      const allowRemovals = plan.removals.guests;
      const first = await apply(document, plan, ports, { ...options, allowRemovals });
      fc.pre(first.state === 'applied' && first.outcomes.some(({ state }) => state === 'done'));
      const changed = essence(site.state());
      const second = await apply(document, plan, ports, { ...options, allowRemovals });
      assert.equal(second.state, 'refused');
      assert.deepEqual(essence(site.state()), changed);
    },
  };

  for (const [name, law] of Object.entries(laws)) {
    it(name, async () => {
      for (const switches of rows.slice(0, 20)) await check(switches, 3, law);
    });
  }
});
