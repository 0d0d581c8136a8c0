import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Size } from '../world';
import { deeds } from './deeds';

/** Processes for each figure. */
const runs = 5;

/** Milliseconds, medians. */
interface FirstTime {
  readonly name: string;
  readonly time: number;
}

/** How long opening a file, and everything else for the first time, keeps the editor waiting at most. */
export async function firstTimes({ guests, pages }: Size): Promise<readonly FirstTime[]> {
  const found: FirstTime[] = [];
  for (const name of ['opening the file', ...Object.keys(deeds)]) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const child = fork(require.resolve('./first'), [String(guests), String(pages), name], {
        execArgv: ['--expose-gc'],
      });
      const [time] = (await once(child, 'message')) as [number];
      times.push(time);
      await once(child, 'exit');
    }
    times.sort((one, other) => one - other);
    found.push({ name, time: times[Math.floor(runs / 2)] ?? 0 });
  }
  return found;
}
