import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { SeedInput } from '../../src/sandbox/server';
import type { Measured, Task } from './client';

/** A simulated site in a process of its own. */
export interface Site {
  readonly origin: string;
  /** How much processor time it has used, in milliseconds. */
  cpu(): Promise<number>;
  /** How many requests a second it answers; 0: all. */
  limitTo(ratePerSecond: number): Promise<void>;
  stop(): void;
}

export async function startSite(seed: SeedInput): Promise<Site> {
  const child = fork(path.join(__dirname, 'site.js'));
  const origin = await ask<string>(child, { seed });
  return {
    origin,
    cpu: () => ask<number>(child, 'cpu'),
    limitTo: async (ratePerSecond) => {
      await fetch(`${origin}/__sandbox/switches`, {
        method: 'PUT',
        body: JSON.stringify({ ratePerSecond }),
      });
    },
    stop: () => child.kill(),
  };
}

/** Run a task of the product in a fresh process. */
export function measure(task: Task): Promise<Measured> {
  return ask<Measured>(fork(path.join(__dirname, 'client.js')), task);
}

async function ask<T>(child: ChildProcess, message: string | object): Promise<T> {
  child.send(message);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the bench ended with ${String(code)}`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return answer;
}
