/** The time, for what waits; milliseconds. */
export interface Clock {
  readonly now: () => number;
  /** Calls once, so much later, unless it is called off with what it returns. */
  readonly after: (time: number, call: () => void) => () => void;
}

export const clock: Clock = {
  now: () => Date.now(),
  after: (time, call) => {
    const timer = setTimeout(call, time);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Work that is asked for more often than it shall be done. */
export interface Seldom {
  readonly ask: () => void;
  readonly dispose: () => void;
}

/**
 * Does the work when it is asked for: one at a time, and a `pause` from one beginning to the next.
 * What is asked for in between is done once, afterwards; `failed` is told of work that throws.
 */
export function seldom(
  work: () => Promise<void>,
  pause: number,
  { now, after }: Clock,
  failed: (error: unknown) => void,
): Seldom {
  let earliest = -Infinity;
  let isRunning = false;
  let isWanted = false;
  let isOver = false;
  let callOff: (() => void) | undefined;

  async function run(): Promise<void> {
    callOff = undefined;
    isWanted = false;
    isRunning = true;
    earliest = now() + pause;
    await work().catch(failed);
    isRunning = false;
    again();
  }

  function again(): void {
    if (isWanted) begin();
  }

  function begin(): void {
    if (isRunning || isOver || callOff) return;
    const wait = earliest - now();
    if (wait <= 0) void run();
    else callOff = after(wait, () => void run());
  }

  return {
    ask: () => {
      isWanted = true;
      begin();
    },
    dispose: () => {
      isOver = true;
      callOff?.();
    },
  };
}
