import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { answer } from './answer';
import type { Incoming } from './answer';
import type { Answer } from './errors';
import { takeFault } from './faults';
import type { Fault } from './faults';
import { withoutSecrets } from './site';
import type { SeenRequest, Site } from './site';
import { steerByRequest } from './steering';
import type { Steering } from './steering';

const mostBytes = 5 * 1024 * 1024;

/** Answers one HTTP request: as Atlassian would, as a fault says, or to steer. */
export async function respond(
  site: Site,
  steering: Steering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const { host = '' } = headers;
  if (!isLoopback(host)) {
    send(response, refused(403, 'The sandbox answers to loopback names only.'));
    return;
  }
  const text = await readText(request);
  if (text === undefined) {
    send(response, refused(413, 'The request is too large.'));
    return;
  }
  const url = new URL(`http://${host}${request.url ?? '/'}`);
  if (url.pathname.startsWith('/__sandbox/')) {
    send(response, steered(steering, request, url.pathname, text));
  } else {
    const { authorization } = headers;
    await serve(site, { method, url, authorization, text }, response);
  }
}

async function serve(site: Site, incoming: Incoming, response: ServerResponse): Promise<void> {
  const { method, url, text } = incoming;
  const fault = takeFault(site, method, url.pathname);
  await pause(site.seed.latencyMs + (fault?.delayMs ?? 0));
  const see = (status: SeenRequest['status']) => {
    const query = Object.fromEntries(url.searchParams);
    const body = text === '' ? undefined : parsed(text);
    const seen = { method, path: url.pathname, query, body, status };
    site.requests.push(withoutSecrets(site.seed, seen));
  };
  if (fault?.drop === 'before') {
    see('dropped');
    response.destroy();
    return;
  }
  const given = faultAnswer(fault) ?? answer(site, incoming);
  if (fault?.drop === 'after') {
    see('dropped');
    response.destroy();
    return;
  }
  see(given.status);
  send(response, given, fault?.torn);
}

function refused(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** Steering from a web page is refused: a page that somebody happens to read must not change the site. */
function steered(
  steering: Steering,
  { method = 'GET', headers }: IncomingMessage,
  path: string,
  text: string,
): Answer {
  if (headers.origin !== undefined) {
    return refused(403, 'Web pages cannot steer the sandbox.');
  }
  try {
    return { status: 200, body: steerByRequest(steering, method, path, parsed(text)) };
  } catch (error) {
    return refused(400, error instanceof Error ? error.message : String(error));
  }
}

/** The names of this machine; any other would let a web page reach the sandbox by rebinding its DNS. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read and dropped, for leaving the loop would break the connection unanswered.
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? undefined : Buffer.concat(chunks).toString();
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await setTimeout(milliseconds, undefined, { ref: false });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const page = '<!DOCTYPE html><html><body><h1>Log in with Atlassian account</h1></body></html>';

function faultAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault?.html === true) {
    const headers = { ...fault.headers, 'content-type': 'text/html; charset=utf-8' };
    return { status: fault.status ?? 200, headers, body: page };
  }
  if (fault?.status === undefined) return undefined;
  return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
}

/** Sends the answer; a torn one promises all of its body and breaks off in the middle. */
export function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  torn = false,
): void {
  const bytes = Buffer.from(typeof body === 'string' ? body : textOf(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
    ...(status === 204 ? {} : { 'content-length': bytes.length }),
  });
  if (torn) {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  } else if (status === 204) response.end();
  else response.end(bytes);
}

function textOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body);
}
