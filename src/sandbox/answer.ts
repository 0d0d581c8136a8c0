import type { Call, Route } from './call';
import { identifyAdmin, identifyPerson } from './credentials';
import { Refusal, refusal } from './errors';
import type { Answer } from './errors';
import { checkRate } from './rate';
import { routes } from './routes';
import type { Site } from './site';
import type { World } from './state';

/** A request as it came over the wire. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly text: string;
}

/** What Atlassian would answer, the change made. */
export function answer(site: Site, incoming: Incoming): Answer {
  try {
    return act(site, incoming);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function act(site: Site, incoming: Incoming): Answer {
  const { method, url } = incoming;
  const { world } = site;
  const [, cloudId, below] = /^\/ex\/confluence\/([^/]+)(\/wiki\/.*)$/.exec(url.pathname) ?? [];
  const path = below ?? url.pathname;
  const found = find(method, path);
  if (found === undefined || (cloudId !== undefined && cloudId !== world.site.cloudId)) {
    throw refusal('gateway', 404, `No message available for ${path}`);
  }
  const now = site.now();
  const headers = checkRate(site, found.route.family, now);
  const given = perform(world, found, path, incoming, cloudId !== undefined, now);
  return { ...given, headers: { ...headers, ...given.headers } };
}

interface Found {
  readonly route: Route;
  readonly places: ReadonlyMap<string, string>;
}

function perform(
  world: World,
  { route, places }: Found,
  path: string,
  { method, url, authorization, text }: Incoming,
  isGateway: boolean,
  now: number,
): Answer {
  const sender = { authorization, isGateway, now };
  const call = (): Call => ({
    world,
    method,
    path,
    place: (name) => places.get(name) ?? '',
    query: url.searchParams,
    body: parseBody(text, route),
    origin: url.origin,
    now,
  });
  switch (route.access) {
    case 'open':
      return route.answer(call());
    case 'person': {
      const person = identifyPerson(world, sender, route.scopes, route.family);
      return route.answer({ ...call(), person });
    }
    case 'admin': {
      const key = identifyAdmin(world, sender, places.get('orgId'), route.family);
      return route.answer({ ...call(), ...key });
    }
  }
}

function find(method: string, path: string): Found | undefined {
  for (const route of routes) {
    const places = route.method === method ? match(route.path, path) : undefined;
    if (places !== undefined) return { route, places };
  }
  return undefined;
}

/** The decoded values of a route's `{places}`, when the path is of its form. */
function match(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const places = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== value) return undefined;
    } else {
      const decoded = decode(value);
      if (decoded === undefined) return undefined;
      places.set(part.slice(1, -1), decoded);
    }
  }
  return places;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function parseBody(text: string, { family }: Route): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(family, 400, 'The request body is not valid JSON');
  }
}
