import { setMaxListeners } from 'node:events';
import { ConfluenceError } from '../sync/error';
import { longestWait } from './backoff';
import { close, depart, firstPace, mayLeave, reopen, slowDown, speedUp, type Pace } from './pace';
import { readRetryAfter } from './retryAfter';
import type { Received, Runtime } from './runtime';

/** What every request to one host passes, in the order of coming. */
export interface Gate {
  /**
   * Exchange a request when its turn has come, and heed what the answer says about the pace.
   * @throws ConfluenceError `rateLimited` when the host wants no request for more than a minute.
   */
  pass<T extends { readonly answer: Received }>(
    exchange: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
  /** Let nothing pass for so many milliseconds. */
  hold(ms: number): void;
}

interface Waiting {
  readonly enter: () => void;
  readonly turnAway: (error: ConfluenceError) => void;
}

export function createGate({ now, wait }: Pick<Runtime, 'now' | 'wait'>): Gate {
  let pace: Pace = firstPace;
  let underWay = 0;
  let alarm: AbortController | undefined;
  const queue = new Set<Waiting>();

  const admit = (): void => {
    for (const waiting of queue) {
      if (!mayLeave(pace, underWay)) return;
      const rest = pace.closedUntil - now();
      if (rest > longestWait) {
        waiting.turnAway(closedFor(rest));
      } else if (rest > 0) {
        wakeAfter(rest);
        return;
      } else {
        pace = depart(pace, now());
        underWay++;
        waiting.enter();
      }
    }
  };

  const wakeAfter = (ms: number): void => {
    if (alarm) return;
    const until = pace.closedUntil;
    alarm = new AbortController();
    const { signal } = alarm;
    const wake = (): void => {
      alarm = undefined;
      // Cut short because nobody waited any more, it has told nothing about the time.
      if (!signal.aborted) pace = reopen(pace, until);
      admit();
    };
    wait(ms, signal).then(wake, wake);
  };

  const enter = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        queue.delete(waiting);
        signal.removeEventListener('abort', cancel);
      };
      const cancel = (): void => {
        leave();
        if (queue.size === 0) alarm?.abort();
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        enter: () => {
          leave();
          resolve();
        },
        turnAway: (error) => {
          leave();
          reject(error);
        },
      };
      // However many wait, they are cancelled by the one signal of their whole task.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', cancel);
      queue.add(waiting);
      admit();
    });

  const heed = ({ status, headers }: Received, left: number): void => {
    if (status === 429 || status === 503) {
      pace = slowDown(pace, 'refused', left, now());
      pace = close(pace, now() + (readRetryAfter(headers, now()) ?? 0));
    } else if (headers.get('x-ratelimit-nearlimit')?.toLowerCase() === 'true') {
      pace = slowDown(pace, 'nearLimit', left, now());
    } else {
      pace = speedUp(pace);
    }
  };

  return {
    pass: async (exchange, signal) => {
      signal.throwIfAborted();
      await enter(signal);
      const left = now();
      try {
        const exchanged = await exchange();
        heed(exchanged.answer, left);
        return exchanged;
      } finally {
        underWay--;
        admit();
      }
    },
    hold: (ms) => {
      pace = close(pace, now() + ms);
    },
  };
}

function closedFor(ms: number): ConfluenceError {
  return new ConfluenceError(
    'rateLimited',
    `Atlassian wants no more requests for now: try again in ${Math.ceil(ms / 1000)} seconds.`,
    { code: 'tooManyRequests', retryAfter: ms, unsent: true },
  );
}
