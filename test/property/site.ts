import type { Fetch, Runtime } from '../../src/confluence/runtime';
import { answer } from '../../src/sandbox/answer';
import { checkSeed, type SeedInput } from '../../src/sandbox/seed';
import { createSite } from '../../src/sandbox/site';
import { steer, type Steering } from '../../src/sandbox/steering';

/** One request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** The simulated site in memory: the same answers without sockets, on a clock that moves with each request. */
export interface MemorySite extends Steering {
  readonly origin: string;
  readonly sent: readonly SentRequest[];
  /** The world for the client. */
  readonly runtime: Runtime;
}

export function openSite(seed: SeedInput): MemorySite {
  let time = Date.parse('2026-06-01T09:00:00Z');
  let count = 0;
  const now = (): number => time;
  const site = createSite(checkSeed(seed), now);
  const sent: SentRequest[] = [];
  const fetch: Fetch = async (address, { method, headers, body: text = '' }) => {
    const url = new URL(address);
    // Requests take unequal times, or a limited rate would always hit the same one.
    time += 50 + ((count++ * 37) % 100);
    sent.push({ method, path: url.pathname, body: text });
    const given = answer(site, { method, url, authorization: headers['Authorization'], text });
    return Promise.resolve(
      new Response(given.status === 204 || given.body === undefined ? null : bodyOf(given.body), {
        status: given.status,
        headers: { 'content-type': 'application/json', ...given.headers },
      }),
    );
  };
  return {
    ...steer(site),
    origin: 'http://127.0.0.1',
    sent,
    runtime: {
      fetch,
      now,
      wait: (ms) => {
        time += ms;
        return Promise.resolve();
      },
      random: () => 0.5,
      timeout: 30_000,
      log: () => undefined,
    },
  };
}

function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Whether a request is one that changes something; some that only ask are posted too. */
export function isWrite({ method, path }: Pick<SentRequest, 'method' | 'path'>): boolean {
  return method !== 'GET' && !/users-bulk|workspaces|users\/search/.test(path);
}
