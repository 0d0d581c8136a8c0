import assert from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { connect, type Connected } from '../../../src/confluence/connection';
import { createRuntime } from '../../../src/confluence/runtime';
import { listen, type Listener } from '../../support/listener';
import { credentials, never } from '../confluence/site';

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;

/** Sends a chunk again and again, as fast as it is taken, up to so many bytes; tells how many have left. */
function pour(response: ServerResponse, chunk: Buffer, most: number): { readonly sent: number } {
  const count = { sent: 0 };
  const write = (): void => {
    while (!response.destroyed && count.sent < most) {
      count.sent += chunk.length;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', write);
  write();
  return count;
}

describe('a site that answers without end', () => {
  let site: Listener;

  async function serve(answer: RequestListener): Promise<Connected> {
    site = await listen(answer);
    const runtime = createRuntime(fetch, () => undefined);
    const wait = (): Promise<void> => Promise.resolve();
    return connect({ ...credentials, origin: site.origin }, { ...runtime, wait });
  }

  afterEach(() => site.close());

  const ways: readonly (readonly [string, number, Readonly<Record<string, string>>])[] = [
    ['data', 200, {}],
    ['data that says how long it is', 200, { 'content-length': String(gigabyte) }],
    ['an error', 400, {}],
    ['a web page', 404, { 'content-type': 'text/html' }],
  ];
  for (const [name, status, headers] of ways) {
    it(`with a gigabyte of ${name} is heard for 16 MB`, async () => {
      let poured = { sent: 0 };
      const { reader } = await serve((_, response) => {
        response.writeHead(status, headers);
        poured = pour(response, Buffer.alloc(megabyte, ' '), gigabyte);
      });
      await assert.rejects(reader.caller(never), { kind: 'shape', message: /larger than 16 MB/ });
      assert.ok(poured.sent >= 16 * megabyte && poured.sent < 64 * megabyte, `${poured.sent}`);
    });
  }

  it('with a gigabyte that is small while it is compressed is heard for 16 MB', async () => {
    const packed = gzipSync(Buffer.alloc(16 * megabyte, ' '));
    const { reader } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      pour(response, packed, 64 * packed.length);
    });
    await assert.rejects(reader.caller(never), { kind: 'shape', message: /larger than 16 MB/ });
  });

  it('with a new cursor on every page is asked two thousand times', async function () {
    this.timeout(60_000);
    const { reader } = await serve((_, response) => {
      const next = `/wiki/api/v2/space-roles?cursor=c${site.requests.length}`;
      response.end(JSON.stringify({ results: [], _links: { next } }));
    });
    await assert.rejects(reader.spaceRoles(never), {
      kind: 'shape',
      message: /does not come to an end/,
    });
    assert.equal(site.requests.length, 2_000);
  });
});
