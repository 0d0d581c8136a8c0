// `npm run bench`: how fast the product is against a simulated site with 40 ms latency.
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../support/cleanup';
import type { Measured } from './client';
import { measure, startSite, type Site } from './processes';
import { readSerially } from './serial';
import { header, ratePerSecond, rowsOf, underLimitRow, type Result } from './rows';
import { printTable } from './table';
import { makeWorld, modes, type Mode, type Size, type World } from './world';

const sizes: readonly Size[] = [
  { guests: 50, pages: 20 },
  { guests: 500, pages: 200 },
  { guests: 5000, pages: 2000 },
];

async function run(world: World): Promise<Result> {
  const site = await startSite(world.seed);
  try {
    const file = world.file(site.origin);
    const task = { origin: site.origin, file, journal: newJournal(), applies: false };
    const first = await loaded(site, () => measure({ ...task, applies: true }));
    const again = await loaded(site, () => measure(task));
    const started = performance.now();
    const requests = await readSerially(site.origin, world);
    const serial = { ms: performance.now() - started, requests };
    await site.limitTo(ratePerSecond);
    return {
      world,
      first: first.result,
      again: again.result,
      limited: await measure(task),
      serial,
      load: { first: first.load, again: again.load },
    };
  } finally {
    site.stop();
  }
}

/** A file that does not exist yet. */
function newJournal(): string {
  return path.join(temporaryFolder(), 'journal.jsonl');
}

async function loaded<T>(site: Site, work: () => Promise<T>): Promise<{ result: T; load: number }> {
  const [cpu, started] = [await site.cpu(), performance.now()];
  const result = await work();
  return { result, load: ((await site.cpu()) - cpu) / (performance.now() - started) };
}

/** Writes from nothing on a site that is slow to answer: every refused one is one to repeat. */
async function syncUnderLimit(world: World): Promise<Measured> {
  const site = await startSite({
    ...world.seed,
    switches: { ...world.seed.switches, ratePerSecond },
  });
  try {
    const file = world.file(site.origin);
    return await measure({ origin: site.origin, file, journal: newJournal(), applies: true });
  } finally {
    site.stop();
  }
}

async function main(): Promise<void> {
  const { guests } = parseArgs({ options: { guests: { type: 'string' } } }).values;
  const chosen = sizes.filter((size) => guests === undefined || size.guests === Number(guests));
  const [cpu] = cpus();
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}, ${availableParallelism()} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 1024 ** 3)} GB\n\n`,
  );
  const rows: string[][] = [];
  for (const size of chosen) {
    for (const mode of Object.keys(modes) as Mode[]) {
      const result = await run(makeWorld(size, mode));
      rows.push(...rowsOf(result));
      process.stderr.write(`${size.guests} guests, ${mode}: measured\n`);
    }
  }
  const small = makeWorld({ guests: 50, pages: 20 }, 'permissions');
  rows.push(underLimitRow(small, await syncUnderLimit(small)));
  process.stdout.write(printTable(header, rows));
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
