import assert from 'node:assert/strict';
import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'mocha';
import * as the from './support';

const { at, lee, mia } = the;

const me = '/wiki/rest/api/user/current';

/** A request with headers that `fetch` does not let anybody set. */
async function statusWith(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const sent = request(`${origin}${path}`, { headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe('The sandbox is reachable from this machine only', () => {
  const hosts: readonly [string, number][] = [
    ['127.0.0.1:4873', 200],
    ['localhost', 200],
    ['[::1]:80', 200],
    ['127.0.0.1.rebound.example', 403],
    ['localhost.example:4873', 403],
    ['acme.atlassian.net', 403],
  ];
  for (const [host, status] of hosts) {
    it(`answers ${status} to the name ${host}`, async () => {
      const { sandbox } = await the.start();
      for (const path of ['/_edge/tenant_info', '/__sandbox/state']) {
        assert.equal(await statusWith(sandbox.origin, path, { host }), status);
      }
    });
  }

  it('answers 413 to more than it wants to read', async () => {
    const site = await the.start();
    const reply = await site.as(lee, 'POST', '/wiki/api/v2/users-bulk', 'x'.repeat(6_000_000));
    assert.equal(reply.status, 413);
    assert.deepEqual(site.sandbox.requests(), []);
  });

  it('cannot be steered by a web page', async () => {
    const { sandbox } = await the.start();
    const headers = { origin: sandbox.origin };
    assert.equal(await statusWith(sandbox.origin, '/__sandbox/state', headers), 403);
    assert.equal(await statusWith(sandbox.origin, '/_edge/tenant_info', headers), 200);
  });
});

describe('Steering', () => {
  const steer = (site: the.Site, method: string, path: string, body?: unknown) =>
    site.send(undefined, method, `/__sandbox/${path}`, body);

  it('shows the state, the same each time', async () => {
    const site = await the.start();
    const { body, text } = await steer(site, 'GET', 'state');
    assert.equal(at(body, 'seats'), 3);
    assert.equal((await steer(site, 'GET', 'state')).text, text);
  });

  it('shows what was asked and forgets it on demand', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', '/wiki/api/v2/users-bulk?x=1', { accountIds: [] });
    assert.deepEqual((await steer(site, 'GET', 'requests')).body, [
      {
        method: 'POST',
        path: '/wiki/api/v2/users-bulk',
        query: { x: '1' },
        body: { accountIds: [] },
        status: 200,
      },
    ]);
    await steer(site, 'DELETE', 'requests');
    assert.deepEqual(site.sandbox.requests(), []);
  });

  it('never shows a credential, wherever it was put', async () => {
    const site = await the.start();
    const secret = `canary-secret-of-${mia}`;
    await site.admin('GET', `/admin/v1/orgs/${the.org}?key=canary-secret-key`);
    await the.invite(site, [the.fresh], { notificationText: secret });
    await site.as(mia, 'GET', `/wiki/${secret}`);
    const shown =
      (await steer(site, 'GET', 'requests')).text + (await steer(site, 'GET', 'state')).text;
    assert.match(shown, /•••/);
    assert.doesNotMatch(shown, /secret-/);
  });

  it('writes down every change and who made it', async () => {
    const site = await the.start({}, () => Date.parse('2026-01-01T00:00:00Z'));
    await the.entry(site, 'PUT', '11', lee);
    await the.invite(site, [the.fresh]);
    await the.revoke(site, the.ana);
    const changes = site.sandbox.state().changes;
    assert.deepEqual(
      changes.map(({ by, action }) => [by, action]),
      [
        [lee, 'addEntry'],
        [the.org, 'invite'],
        [the.org, 'revokeRole'],
      ],
    );
    assert.equal(changes[0]?.at, '2026-01-01T00:00:00.000Z');
  });

  it('sets switches and leaves the others', async () => {
    const site = await the.start({ switches: { guestSpaces: 'many' } });
    await steer(site, 'PUT', 'switches', { leaveSelfOut: 'refused' });
    const { body } = await steer(site, 'GET', 'switches');
    assert.deepEqual([at(body, 'leaveSelfOut'), at(body, 'guestSpaces')], ['refused', 'many']);
  });

  it('accepts an invitation once', async () => {
    const site = await the.start();
    const accept = () => steer(site, 'POST', 'accept', { email: the.pending });
    assert.equal((await accept()).status, 200);
    assert.equal(the.personOf(site, the.pending)?.state, 'active');
    assert.equal((await accept()).status, 400);
  });

  it('goes back to the seed', async () => {
    const site = await the.start();
    const before = site.sandbox.state();
    await the.invite(site, [the.fresh]);
    site.sandbox.addFaults([{ path: '/', status: 500 }]);
    site.sandbox.setSwitches({ guestSpaces: 'many' });
    await steer(site, 'POST', 'reset');
    assert.deepEqual(site.sandbox.state(), before);
    assert.deepEqual(site.sandbox.requests(), []);
    assert.equal(site.sandbox.switches().guestSpaces, 'one');
    assert.equal((await site.as(lee, 'GET', me)).status, 200);
  });

  const mistakes: readonly [string, string, unknown, RegExp][] = [
    ['PUT', 'switches', { guestSpaces: 'two' }, /guestSpaces/],
    ['PUT', 'switches', { nothing: 1 }, /nothing/],
    ['POST', 'faults', [{ path: '(' }], /Invalid pattern/],
    ['POST', 'faults', [{ path: '/', times: 0 }], /times/],
    ['POST', 'accept', {}, /email/],
    ['GET', 'nothing', undefined, /has no GET/],
  ];
  for (const [method, path, body, text] of mistakes) {
    it(`says what is wrong with ${method} ${path} ${JSON.stringify(body ?? {})}`, async () => {
      const reply = await steer(await the.start(), method, path, body);
      assert.equal(reply.status, 400);
      assert.match(reply.text, text);
    });
  }
});
