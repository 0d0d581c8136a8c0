import { setTimeout as sleep } from 'node:timers/promises';

/** The part of `fetch` that is used; both `globalThis.fetch` and undici's have it. */
export type Fetch = (url: string, init: Sent) => Promise<Received>;

export interface Sent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface Headers {
  get(name: string): string | null;
}

/** Everything the client needs from the world around it. */
export interface Runtime {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or rejects when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How long one request may take with its answer, in milliseconds. */
  readonly timeout: number;
  /** Gets one line for each request: method, path, status and time, never a value of the query, a header or a body. */
  readonly log: (line: string) => void;
}

/** The world as it is: its clock, its chance, and 30 seconds for a request. */
export function createRuntime(fetch: Fetch, log: (line: string) => void): Runtime {
  return {
    fetch,
    log,
    now: Date.now,
    random: Math.random,
    wait: (ms, signal) => sleep(ms, undefined, { signal }),
    timeout: 30_000,
  };
}
