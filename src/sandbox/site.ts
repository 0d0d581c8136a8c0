import { buildWorld } from './build';
import type { Fault } from './faults';
import type { Seed } from './seed';
import type { World } from './state';

/** A running site: the world, and what tests and demos have asked of it. */
export interface Site {
  readonly seed: Seed;
  readonly now: () => number;
  world: World;
  faults: Fault[];
  requests: SeenRequest[];
  /** When the requests of the last second came, in milliseconds since 1970. */
  recent: number[];
}

/** One request as the site saw it, without what said who sent it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What it was answered, or that it was not. */
  readonly status: number | 'dropped';
}

export function createSite(seed: Seed, now: () => number): Site {
  return { seed, now, world: buildWorld(seed), faults: [], requests: [], recent: [] };
}

/** Back to the seed, with nothing asked yet. */
export function resetSite(site: Site): void {
  Object.assign(site, createSite(site.seed, site.now));
}

/** The value with every credential of the seed masked, wherever a caller may have put it. */
export function withoutSecrets<T>(seed: Seed, value: T): T {
  const secrets = [
    ...seed.tokens.map(({ token }) => token),
    ...seed.adminKeys.map(({ key }) => key),
  ];
  const masked = secrets.reduce(
    (text, secret) => text.replaceAll(JSON.stringify(secret).slice(1, -1), '•••'),
    JSON.stringify(value),
  );
  return JSON.parse(masked) as T;
}
