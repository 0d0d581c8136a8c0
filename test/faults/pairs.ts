import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { switchRows } from '../property/switches';
import { worlds, type World } from '../property/worlds';
import { faults } from './kinds';
import { courseOf, cuts, dieWriting, failRequest, type Course, type Cut } from './pair';

/** How many pairs ran of each fault, and the complaints of those that failed. */
export interface Result {
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
}

/** Run whole worlds, every fault at every place of each, until there are so many pairs. */
export async function runPairs(most: number, seed: number): Promise<Result> {
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let total = 0;
  for (const [world, name] of drawWorlds(seed)) {
    if (total >= most) break;
    const course = await courseOf(world);
    for (const pair of pairsOf(world, course)) {
      // Without a turn of the event loop no time limit of a request that is over would be let go.
      await setImmediate();
      total += 1;
      counts.set(pair.fault, (counts.get(pair.fault) ?? 0) + 1);
      const complaints = await pair.run().catch((error: unknown) => [String(error)]);
      if (complaints.length > 0) {
        failures.push(`${name}, ${pair.fault} at ${pair.index}:\n  ${complaints.join('\n  ')}`);
      }
    }
  }
  return { counts, failures };
}

interface Pair {
  readonly fault: string;
  readonly index: number;
  readonly run: () => Promise<readonly string[]>;
}

/** A fault, or a death at a record of the journal, wherever in the course of a world. */
interface Kind {
  readonly name: string;
  readonly places: (course: Course) => number;
  readonly fail: (world: World, course: Course, index: number) => Promise<readonly string[]>;
}

const kinds: readonly Kind[] = [
  ...faults.map((fault) => ({
    name: fault.name,
    places: ({ requests }: Course) => requests,
    fail: (world: World, course: Course, index: number) => failRequest(world, course, index, fault),
  })),
  ...(Object.keys(cuts) as Cut[]).map((cut) => ({
    name: `killed ${cut}`,
    places: ({ records }: Course) => records,
    fail: (world: World, course: Course, index: number) => dieWriting(world, course, index, cut),
  })),
];

/** Every fault at every request of the first sync, and every death at its records. */
function* pairsOf(world: World, course: Course): Iterable<Pair> {
  for (const kind of kinds) {
    for (let index = 0; index < kind.places(course); index++) {
      yield { fault: kind.name, index, run: () => kind.fail(world, course, index) };
    }
  }
}

/** One fault at so many places, each of another world, always the same ones. Gives every complaint. */
export async function runKind(
  name: string,
  pairs: number,
  seed: number,
): Promise<readonly string[]> {
  const kind = kinds.find((one) => one.name === name);
  const complaints: string[] = [];
  let count = 0;
  for (const [world, drawn] of drawWorlds(seed)) {
    if (!kind || count === pairs) break;
    const course = await courseOf(world);
    const places = kind.places(course);
    if (places === 0) continue;
    // The first requests only read, and the last read again.
    const index = Math.floor(places * (0.4 + (0.6 * (count + 1)) / (pairs + 1))) % places;
    for (const one of await kind.fail(world, course, index)) complaints.push(`${drawn}: ${one}`);
    count += 1;
  }
  return complaints;
}

export const kindNames: readonly string[] = kinds.map(({ name }) => name);

/** Worlds without end, one for each row of switches in turn, with what draws each again. */
function* drawWorlds(seed: number): Iterable<readonly [World, string]> {
  const rows = switchRows();
  for (let turn = 0; ; turn++) {
    for (const [row, switches] of rows.entries()) {
      const at = { seed: seed + turn * rows.length + row, numRuns: 1 };
      for (const world of fc.sample(worlds(switches), at)) {
        yield [world, `seed ${at.seed} with switches ${row}`];
      }
    }
  }
}
