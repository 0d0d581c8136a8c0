import type { pauseAfter } from './backoff';
import type { Channel } from './channel';

/** Try until it succeeds or `pauseOf` gives up; during a pause nothing goes to the host. */
export async function repeat<T>(
  { gate, runtime: { random } }: Channel,
  attempt: () => Promise<T>,
  pauseOf: typeof pauseAfter,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const pause = signal.aborted ? undefined : pauseOf(tries, error, random);
      if (pause === undefined) throw error;
      gate.hold(pause);
    }
  }
}
