import { ConfluenceError } from '../sync/error';
import { readBody } from './body';
import { encodeQuery, summarize, type Call } from './call';
import type { Channel } from './channel';
import { isHtml } from './envelope';
import { failure } from './failure';
import { networkFailure, timeoutFailure } from './network';
import type { Received } from './runtime';

interface Exchanged {
  readonly answer: Received;
  readonly body: string;
}

/**
 * Send one request once and give the body of its answer; empty when there is none.
 * @throws ConfluenceError for whatever else comes back; the signal's reason when it is aborted.
 */
export async function request(channel: Channel, call: Call, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const { now, log } = channel.runtime;
  const headers = headersOf(channel, call);
  let started = now();
  let status = 'no answer';
  try {
    const { answer, body } = await channel.gate.pass(() => {
      started = now();
      return exchange(channel, call, headers, signal);
    }, signal);
    status = String(answer.status);
    const isGood = answer.status >= 200 && answer.status < 300;
    if (isGood && !isHtml(body, answer.headers.get('content-type'))) return body;
    throw failure(answer, body, channel, call);
  } finally {
    log(`${summarize(call)} → ${status}, ${now() - started} ms`);
  }
}

/** The exchange itself, from the connection to the last byte, within the time limit. */
async function exchange(
  { base, secrets, runtime: { fetch, timeout } }: Channel,
  { method, path, query, body }: Call,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Exchanged> {
  // Rather than `AbortSignal.any`, which would leave a trace of every request with a signal that lasts.
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
  };
  const deadline = setTimeout(stop, timeout);
  signal.addEventListener('abort', stop);
  try {
    const answer = await fetch(`${base}${path}${query ? `?${encodeQuery(query)}` : ''}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: end.signal,
    });
    return { answer, body: await readBody(answer) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ConfluenceError) throw error;
    if (end.signal.aborted) throw timeoutFailure(base, timeout);
    throw networkFailure(error, base, secrets);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
  }
}

function headersOf(
  { service, authorization }: Channel,
  { method, body }: Call,
): Record<string, string> {
  if (authorization === undefined && service !== 'public') {
    throw new ConfluenceError(
      'auth',
      'There is no API token for this site: sign in with your e-mail address and an API token.',
    );
  }
  return {
    Accept: 'application/json',
    ...(authorization === undefined ? {} : { Authorization: authorization }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    // Confluence takes a write without it for one forged by a web page.
    ...(service === 'confluence' && method !== 'GET' ? { 'X-Atlassian-Token': 'no-check' } : {}),
  };
}
