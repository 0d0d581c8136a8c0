import assert from 'node:assert/strict';
import { fetch as undiciFetch } from 'undici';
import { connect, findCloudId, type Connected } from '../../../src/confluence/connection';
import { createRuntime, type Fetch, type Runtime } from '../../../src/confluence/runtime';
import { listen, type Listener } from '../../support/listener';
import { credentials, never } from '../confluence/site';

/** How the editor and the command line send. */
const ways: readonly (readonly [string, Fetch])[] = [
  ['the editor', globalThis.fetch],
  ['the command line', undiciFetch],
];

type Act = (connected: Connected, runtime: Runtime, origin: string) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  'a question to the site': ({ reader }) => reader.caller(never),
  'a change on the site': ({ writer }) =>
    writer.addRestrictions('1', 'view', { users: ['a'], groups: [] }, never),
  'a question to the organization': ({ organization }) =>
    organization?.verify(never) ?? assert.fail(),
  'a change in the organization': ({ writer }) =>
    writer.organization?.inviteGuests(['ana@partner.example'], true, never) ?? assert.fail(),
  'a question without a credential': (_, runtime, origin) => findCloudId(origin, runtime, never),
};

describe('a site that redirects', () => {
  let elsewhere: Listener;
  let site: Listener;
  let status: number;
  let location: string;

  before(async () => {
    elsewhere = await listen((_, response) => response.end('{}'));
    site = await listen((_, response) => response.writeHead(status, { location }).end());
  });

  after(async () => {
    await site.close();
    await elsewhere.close();
  });

  for (const [way, fetch] of ways) {
    for (const code of [301, 302, 303, 307, 308]) {
      it(`gets nothing sent on from ${way} with ${code}`, async () => {
        status = code;
        const runtime = { ...createRuntime(fetch, () => undefined), wait: () => Promise.resolve() };
        const { origin } = site;
        for (const place of [elsewhere.origin, elsewhere.origin.replace('http:', ''), origin]) {
          location = `${place}/wiki/rest/api/user/current`;
          for (const [name, act] of Object.entries(acts)) {
            const before = site.requests.length;
            const connected = connect({ ...credentials, origin }, runtime);
            await assert.rejects(act(connected, runtime, origin), { name: 'ConfluenceError' });
            assert.equal(site.requests.length, before + 1, name);
          }
        }
        assert.deepEqual(elsewhere.requests, []);
      });
    }
  }

  it('would have been seen elsewhere', async () => {
    status = 307;
    location = `${elsewhere.origin}/there`;
    await fetch(`${site.origin}/here`, { headers: { 'x-credential': 'kept' } });
    const [{ url, headers } = assert.fail()] = elsewhere.requests;
    assert.deepEqual([url, headers['x-credential']], ['/there', 'kept']);
  });
});
