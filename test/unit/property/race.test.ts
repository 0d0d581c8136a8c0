import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { pageTree } from '../../property/cast';
import { textJournal, type TextJournal } from '../../property/journal';
import { complaintsOf } from '../../property/promises';
import { partAbout, settleBoth, sharedByTurns, takingTurns } from '../../property/race';
import { acceptAll, documentOf, essence, portsTo, syncOnce } from '../../property/settle';
import { openSite, type MemorySite } from '../../property/site';
import { switchRows } from '../../property/switches';
import { worlds, type World } from '../../property/worlds';

/** Where the site is right after the syncs, and where it ends when all of them go on. */
interface Ends {
  readonly now: object;
  readonly end: object;
}

/** Sync some worlds of one seed, one after the other or, with a scheduler, at the same time. */
async function run(parts: readonly World[], scheduler?: fc.Scheduler): Promise<Ends> {
  const [first] = parts;
  assert.ok(first);
  const site = openSite(first.seed);
  const before = site.state();
  const journal = textJournal();
  const alone = parts.map((part) => writerOf(part, site, journal));
  if (scheduler) {
    const together = parts.map((part) => writerOf(part, site, journal, scheduler));
    await scheduler.waitFor(Promise.all(together.map((writer) => syncOnce(...writer))));
  } else {
    for (const writer of alone) await syncOnce(...writer);
  }
  const now = essence(site.state());
  acceptAll(site);
  const end = await settleBoth(alone, site);
  const after = site.state();
  for (const world of parts.length === 1 ? parts : []) {
    const watched = { world, switches: site.switches(), before, after, sent: site.sent };
    assert.deepEqual(complaintsOf(watched), []);
  }
  const mailed = after.mail.map(({ email }) => email.toLowerCase());
  assert.deepEqual(mailed, [...new Set(mailed)], 'mailed twice');
  assert.equal(after.seats, before.seats);
  return { now, end };
}

function writerOf(world: World, site: MemorySite, journal: TextJournal, scheduler?: fc.Scheduler) {
  const runtime = scheduler ? takingTurns(site.runtime, scheduler) : site.runtime;
  const records = scheduler ? sharedByTurns(journal, scheduler) : journal;
  const document = documentOf(world, site.origin);
  return [document, portsTo(world, site.origin, runtime, records)] as const;
}

/** The parts of a world's file about each space that it owns. */
function partsOf(world: World): readonly World[] {
  return Object.keys(world.file.spaces).map((space) => {
    const pages = pageTree.filter((page) => page.space === space).map(({ id }) => id);
    return { ...world, file: partAbout(world.file, space, pages) };
  });
}

function assertAmong(is: object, allowed: readonly object[]): void {
  if (!allowed.some((one) => isDeepStrictEqual(one, is))) assert.deepEqual(is, allowed[0]);
}

/**
 * Two syncs share the places that are left for guests as they come, so there is room enough here: a
 * batch that is refused as a whole may pass when the other sync invites one of its people.
 */
function withRoom(world: World): World {
  const { seed } = world;
  return {
    ...world,
    seed: { ...seed, site: { ...seed.site, guestsPerPaidUser: 5, userLimit: 100 } },
  };
}

describe('two syncs at the same time, interleaved wherever one of them waits,', () => {
  const rows = switchRows().slice(0, 24);

  async function check(law: (world: World, scheduler: fc.Scheduler) => Promise<void>) {
    for (const [seed, switches] of rows.entries()) {
      const property = fc.asyncProperty(worlds(switches).map(withRoom), fc.scheduler(), law);
      await fc.assert(property, { seed, numRuns: 2 });
    }
  }

  it('of the same file end as if one had run after the other, or been refused after it', () =>
    check(async (world, scheduler) => {
      const once = await run([world]);
      const twice = await run([world, world]);
      const raced = await run([world, world], scheduler);
      assertAmong(raced.now, [twice.now, once.now]);
      assert.deepEqual(raced.end, twice.end);
    }));

  it('of files that own different spaces end as if one had run after the other', () =>
    check(async (world, scheduler) => {
      const parts = partsOf(world);
      fc.pre(parts.length === 2);
      const orders = [await run(parts), await run([...parts].reverse())];
      const raced = await run(parts, scheduler);
      assertAmong(
        raced.now,
        orders.map(({ now }) => now),
      );
      assertAmong(
        raced.end,
        orders.map(({ end }) => end),
      );
    }));
});
