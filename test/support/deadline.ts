import { setTimeout as wait } from 'node:timers/promises';

/** Resolves like `outcome`, or after `limitMs` with a sentence saying that it took too long. */
export async function before(limitMs: number, outcome: Promise<string>): Promise<string> {
  const patience = new AbortController();
  const late = wait(limitMs, `It was stopped: it took longer than ${limitMs / 1000} seconds.`, {
    signal: patience.signal,
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([outcome, late]);
  } finally {
    patience.abort();
  }
}

/** Tries again until `attempt` no longer throws, then returns its value; gives up with its last error. */
export async function eventually<T>(attempt: () => T | Promise<T>, limitMs = 30_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await wait(50);
  }
}
