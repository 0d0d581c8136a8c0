import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../../src/confluence/connection';
import { createRuntime, type Fetch } from '../../../src/confluence/runtime';
import { credentials, never, simulate } from './site';

/** `fetch` fails with a TypeError that hides the reason. */
function failing(code: string, message = 'x'): Fetch {
  const cause = Object.assign(new Error(message), { code });
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
}

describe('a request without an answer', () => {
  const certificate =
    "The certificate of acme.atlassian.net is not trusted on this computer: ask your IT department for the company's root certificate, and install it or name it in NODE_EXTRA_CA_CERTS.";
  const broken = 'The connection to acme.atlassian.net broke off: try again.';
  const rows: [code: string, tries: number, sentence: string][] = [
    [
      'ENOTFOUND',
      1,
      "There is no acme.atlassian.net: check the site's address and your connection.",
    ],
    [
      'ECONNREFUSED',
      1,
      'Nothing answers at https://acme.atlassian.net: check the address, and start the sandbox if it is one.',
    ],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 1, certificate],
    ['SELF_SIGNED_CERT_IN_CHAIN', 1, certificate],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 1, certificate],
    ['CERT_HAS_EXPIRED', 1, certificate],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 1, certificate],
    [
      'ETIMEDOUT',
      4,
      'acme.atlassian.net did not answer in time: check your connection or proxy and try again.',
    ],
    ['ECONNRESET', 4, broken],
    ['UND_ERR_SOCKET', 4, broken],
    [
      'SOMETHING_ELSE',
      1,
      'acme.atlassian.net could not be reached: check your connection or proxy and try again.',
    ],
  ];
  for (const [code, tries, message] of rows) {
    it(`is tried ${tries === 1 ? 'once' : `${tries} times`} for ${code}`, async () => {
      let asked = 0;
      const fetch: Fetch = (...args) => {
        asked++;
        return failing(code)(...args);
      };
      const { reader } = simulate(() => ({}), { fetch }).connect();
      await assert.rejects(reader.caller(never), { kind: 'network', message });
      assert.equal(asked, tries);
    });
  }

  it('is the proxy asking for a sign-in when it says so', async () => {
    const fetch = failing('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling');
    const { reader } = simulate(() => ({}), { fetch }).connect();
    await assert.rejects(reader.caller(never), {
      kind: 'network',
      message: 'Your proxy asks for a user name and password: add them to the proxy settings.',
    });
  });

  it('is explained by the first of several addresses that were tried', async () => {
    const first = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const cause = new AggregateError([first, new Error('y')]);
    const fetch: Fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const { reader } = simulate(() => ({}), { fetch }).connect();
    await assert.rejects(reader.caller(never), { message: /^Nothing answers at/ });
  });
});

describe('over a real connection', () => {
  let server: Server;

  async function serve(listener: RequestListener, timeout = 5_000) {
    server = createServer(listener);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lines: string[] = [];
    const runtime = createRuntime(globalThis.fetch, (line) => lines.push(line));
    const wait = (): Promise<void> => Promise.resolve();
    return { lines, ...connect({ ...credentials, origin }, { ...runtime, timeout, wait }) };
  }

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('an answer that does not come is given up', async () => {
    const { reader } = await serve(() => undefined, 20);
    await assert.rejects(reader.caller(never), {
      kind: 'network',
      message: /^127\.0\.0\.1:\d+ did not answer within 0\.02 seconds/,
    });
  });

  it('an answer that does not end is given up', async () => {
    const { reader } = await serve((_, response) => response.write('{'), 50);
    await assert.rejects(reader.caller(never), { kind: 'network' });
  });

  it('an answer that breaks off is asked for again', async () => {
    let asked = 0;
    const { reader } = await serve((_, response) => {
      if (++asked > 1) return response.end('{"accountId":"lee"}');
      response.writeHead(200, { 'content-length': '100' });
      return response.write('{"acc', () => response.destroy());
    });
    assert.equal((await reader.caller(never)).accountId, 'lee');
    assert.equal(asked, 2);
  });

  it('a write that breaks off is not sent again', async () => {
    let asked = 0;
    const { writer } = await serve((_, response) => {
      asked++;
      response.destroy();
    });
    await assert.rejects(writer.removeSpacePermission('D', '1', never), { kind: 'network' });
    assert.equal(asked, 1);
  });

  it('no more than 16 MB of an answer are read', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const { reader } = await serve((_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', write);
      write();
    });
    await assert.rejects(reader.caller(never), { kind: 'shape', message: /larger than 16 MB/ });
  });

  it('cancelling gives the reason of whoever cancelled', async () => {
    const cancel = new AbortController();
    const reason = new Error('not any more');
    const { reader } = await serve(() => {
      cancel.abort(reason);
    });
    await assert.rejects(reader.caller(cancel.signal), (error) => error === reason);
  });

  it('nothing is sent once it is cancelled', async () => {
    const { writer, lines } = await serve(() => assert.fail());
    const signal = AbortSignal.abort(new Error('before'));
    await assert.rejects(writer.removeSpacePermission('D', '1', signal), { message: 'before' });
    assert.deepEqual(lines, []);
  });

  it('a redirect to another origin is not followed', async () => {
    let followed = false;
    const other = createServer((_, response) => {
      followed = true;
      response.end('{}');
    });
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const { reader } = await serve((_, response) => response.writeHead(302, { location }).end());
    await assert.rejects(reader.caller(never), { kind: 'shape' });
    other.close();
    assert.equal(followed, false);
  });
});

describe('the wait of the runtime', () => {
  it('ends when it is cancelled', async () => {
    const { wait } = createRuntime(globalThis.fetch, () => undefined);
    await assert.rejects(wait(60_000, AbortSignal.abort()));
  });
});
