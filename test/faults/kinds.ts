import type { Fetch, Received } from '../../src/confluence/runtime';

/** What goes wrong with one request. */
export interface Fault {
  readonly name: string;
  /** Whether it hits this request alone, all from this one on, or the whole process. */
  readonly extent: 'once' | 'forGood' | 'kills';
  /** `act` lets the site do what it was asked and gives its answer. */
  readonly hit: (act: () => Promise<Received>) => Promise<Received>;
}

/** Every way in which a request can fail. */
export const faults: readonly Fault[] = [
  once('connection refused', () => broken('ECONNREFUSED')),
  once('reset before the site acted', () => broken('ECONNRESET')),
  once(
    'reset after the site acted',
    afterwards(() => broken('ECONNRESET')),
  ),
  once('timeout before the site acted', () => broken('UND_ERR_HEADERS_TIMEOUT')),
  once(
    'timeout after the site acted',
    afterwards(() => broken('UND_ERR_BODY_TIMEOUT')),
  ),
  once('401', () => answer(401)),
  once('403', () => answer(403)),
  once('404', () => answer(404)),
  once('409', () => answer(409)),
  once('429 without a time', () => answer(429)),
  once('429 with Retry-After in seconds', () => answer(429, { 'retry-after': '2' })),
  once('429 with Retry-After as a date', () =>
    answer(429, { 'retry-after': 'Mon, 01 Jun 2026 09:01:00 GMT' }),
  ),
  once('429 with Retry-After of an hour', () => answer(429, { 'retry-after': '3600' })),
  once('429 with X-RateLimit-Reset', () =>
    answer(429, { 'x-ratelimit-reset': '2026-06-01T09:01:00.000Z' }),
  ),
  once('500 before the site acted', () => answer(500)),
  once(
    '500 after the site acted',
    afterwards(() => answer(500)),
  ),
  once('502 with HTML', () => html(502)),
  once(
    '502 with HTML after the site acted',
    afterwards(() => html(502)),
  ),
  once('200 with a login page', () => html(200)),
  once('200 with a torn body', tear),
  once('200 that breaks off in its body', breakOff),
  once('200 with an object of another shape', reshaped('{"it":"works"}')),
  once('200 with a list', reshaped('[]')),
  once('200 that tells of none of those invited', reshaped('{"data":[]}')),
  forGood('the network is gone', () => broken('ENOTFOUND')),
  forGood('the credential has expired', () => answer(401)),
  forGood('the site is down', () => answer(503)),
  kills('killed before the site acted', () => dead()),
  kills('killed after the site acted', afterwards(dead)),
];

/** A fetch in which the fault hits the request of this index, counted from 0. */
export function failAt(fetch: Fetch, index: number, { extent, hit }: Fault): Fetch {
  let count = 0;
  return (url, sent) => {
    const number = count++;
    const act = (): Promise<Received> => fetch(url, sent);
    if (number === index) return hit(act);
    return number > index && extent !== 'once' ? hit(unseen) : act();
  };
}

/** The site does not see what is sent after the network or the process is gone. */
function unseen(): Promise<Received> {
  return answer(200);
}

function once(name: string, hit: Fault['hit']): Fault {
  return { name, extent: 'once', hit };
}

function forGood(name: string, hit: Fault['hit']): Fault {
  return { name, extent: 'forGood', hit };
}

function kills(name: string, hit: Fault['hit']): Fault {
  return { name, extent: 'kills', hit };
}

/** The site acts, and its answer is replaced. */
function afterwards(hit: () => Promise<Received>): Fault['hit'] {
  return async (act) => {
    await act();
    return hit();
  };
}

/** The site acts, and where it did not refuse its answer gets another body. */
function reshaped(body: string): Fault['hit'] {
  return async (act) => {
    const given = await act();
    return given.status < 300 ? answer(200, {}, body) : given;
  };
}

function broken(code: string): Promise<never> {
  return Promise.reject(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  );
}

/** Nobody is left to see an answer. */
function dead(): Promise<never> {
  return broken('ECONNABORTED');
}

function answer(status: number, headers = {}, body = '{"message":"no"}'): Promise<Received> {
  const type = { 'content-type': 'application/json' };
  return Promise.resolve(new Response(body, { status, headers: { ...type, ...headers } }));
}

function html(status: number): Promise<Received> {
  const headers = { 'content-type': 'text/html' };
  return Promise.resolve(new Response('<html><body>Log in</body></html>', { status, headers }));
}

/** Half of the body, as if it were whole. */
async function tear(act: () => Promise<Received>): Promise<Received> {
  const { status, text } = await read(act);
  return answer(status === 204 ? 200 : status, {}, text.slice(0, text.length / 2));
}

/** Half of the body, then the connection breaks. */
async function breakOff(act: () => Promise<Received>): Promise<Received> {
  const { status, text, headers } = await read(act);
  const half = new TextEncoder().encode(text.slice(0, text.length / 2));
  async function* body(): AsyncGenerator<Uint8Array> {
    yield half;
    await broken('UND_ERR_SOCKET');
  }
  return { status, headers, body: body() };
}

async function read(
  act: () => Promise<Received>,
): Promise<Pick<Received, 'status' | 'headers'> & { readonly text: string }> {
  const { status, headers, body } = await act();
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  return { status, headers, text };
}
