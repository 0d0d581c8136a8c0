import { MockAgent, fetch } from 'undici';
import { connect, type Connected, type Connection } from '../../../src/confluence/connection';
import type { Runtime } from '../../../src/confluence/runtime';
import { search, watch } from '../../support/search';

export const origin = 'https://acme.atlassian.net';
export const api = 'https://api.atlassian.com';
export const resource = 'ari:cloud:confluence::site/5f1e';

/** A person's token and an organization's key, for the site and organization of these tests. */
export const credentials = {
  origin,
  email: 'lee@acme.com',
  token: 'canary-secret-81',
  adminKey: 'canary-secret-key-93',
  organization: 'org-1',
} satisfies Connection;

export const basic = `Basic ${Buffer.from('lee@acme.com:canary-secret-81').toString('base64')}`;
export const bearer = 'Bearer canary-secret-key-93';

/** A request as it went over the wire. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  /** Text goes as it is, everything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  readonly requests: Recorded[];
  /** Method and decoded address of every request. */
  readonly calls: () => string[];
  /** How long the client waited between tries, in milliseconds. */
  readonly waits: number[];
  readonly lines: string[];
  readonly runtime: Runtime;
  readonly connect: (connection?: Partial<Connection>) => Connected;
}

/** Undici's own client on a simulated wire, where `answer` plays both the site and api.atlassian.com. */
export function simulate(
  answer: (request: Recorded) => Answer,
  changes: Partial<Runtime> = {},
): Site {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const requests: Recorded[] = [];
  for (const host of [origin, api, 'http://127.0.0.1:4873']) {
    const anything = { path: () => true, method: () => true };
    agent
      .get(host)
      .intercept(anything)
      .reply(({ method, path, headers, body }) => {
        const request = {
          method,
          url: host + path,
          headers: ownHeaders(headers as Record<string, string>),
          body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
        };
        requests.push(request);
        const { status = 200, body: data = {}, headers: extra = {} } = answer(request);
        return {
          statusCode: status,
          data: typeof data === 'string' ? data : JSON.stringify(data),
          responseOptions: { headers: { 'content-type': 'application/json', ...extra } },
        };
      })
      .persist();
  }
  const waits: number[] = [];
  const lines: string[] = [];
  const runtime: Runtime = {
    fetch: (url, init) => fetch(url, { ...init, dispatcher: agent }),
    now: () => Date.parse('2026-11-22T10:00:00Z'),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    random: () => 1,
    timeout: 5_000,
    log: (line) => {
      search('text', 'the log', line);
      lines.push(line);
    },
    ...changes,
  };
  return {
    requests,
    calls: () => requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`),
    waits,
    lines,
    runtime,
    connect: (connection = {}) =>
      watch(connect({ ...credentials, ...connection }, runtime), 'connected'),
  };
}

/** The headers that the client chose, without those that every fetch adds. */
function ownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const added = [
    'accept-encoding',
    'accept-language',
    'content-length',
    'sec-fetch-mode',
    'user-agent',
  ];
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !added.includes(name)),
  );
}

/** Answers in order; a request beyond them fails the test. */
export function inOrder(...answers: readonly Answer[]): () => Answer {
  let next = 0;
  return () => {
    const answer = answers[next++];
    if (!answer) throw new Error(`No answer for request ${next}`);
    return answer;
  };
}

/** A list as Confluence's v1 and v2 send it. */
export function list(results: readonly unknown[], next?: string): Answer {
  return { body: { results, _links: next === undefined ? {} : { next } } };
}

/** An error of the admin API and of v2. */
export function errors(status: number, code: string, title: string, detail: string | null): Answer {
  return { status, body: { errors: [{ id: '1', status: String(status), code, title, detail }] } };
}

/** An error of v1. */
export function v1(status: number, message: string, translation?: string): Answer {
  const data = { authorized: false, valid: true, successful: false };
  const inner = translation === undefined ? [] : [{ message: { translation, args: [] } }];
  return { status, body: { statusCode: status, message, data: { ...data, errors: inner } } };
}

export const never = new AbortController().signal;
