import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SeedInput } from '../../../src/sandbox/server';
import * as the from './support';
import type { Reply, Site } from './support';

const { ana, at, lee, mia } = the;

const restriction = '/wiki/rest/api/content/11/restriction';

const entries = (operation: string, ...emails: readonly string[]) => ({
  operation,
  restrictions: { user: emails.map((email) => ({ type: 'known', accountId: the.id(email) })) },
});

const team = {
  operation: 'read',
  restrictions: { group: [{ type: 'group', id: the.groupId('team') }] },
};

async function sees(site: Site, email: string, page: string): Promise<boolean> {
  const { body } = await site.as(email, 'GET', `/wiki/api/v2/pages?id=${page}`);
  return the.each(at(body, 'results'), 'id').includes(page);
}

describe('A restriction', () => {
  it('closes an open page to everyone else with its first entry', async () => {
    const site = await the.start();
    assert.equal(await sees(site, ana, '11'), true);
    assert.equal((await the.entry(site, 'PUT', '11', lee)).status, 200);
    assert.equal(await sees(site, ana, '11'), false);
    assert.equal(await sees(site, lee, '11'), true);
  });

  it('for viewing closes the pages below as well', async () => {
    const site = await the.start();
    await the.entry(site, 'PUT', '10', lee);
    assert.equal(await sees(site, ana, '12'), false);
  });

  it('lets members of a group through', async () => {
    const site = await the.start({ groups: { team: [lee, ana] } });
    await site.as(lee, 'POST', restriction, [team]);
    assert.equal(await sees(site, ana, '11'), true);
  });

  it('does not replace access to the space', async () => {
    const site = await the.start();
    await the.entry(site, 'PUT', '11', lee);
    await the.entry(site, 'PUT', '11', mia);
    assert.equal(await sees(site, mia, '11'), false);
  });

  it('for editing is not inherited and leaves viewing open', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', '/wiki/rest/api/content/10/restriction', [entries('update', lee)]);
    const operations = async (page: string) => {
      const { body } = await site.as(ana, 'GET', `/wiki/api/v2/pages/${page}/operations`);
      return the.each(at(body, 'operations'), 'operation').join();
    };
    assert.equal(await operations('10'), 'read');
    assert.equal(await operations('11'), 'read,update');
  });

  it('for viewing is admitted to by every restriction above', async () => {
    const site = await the.start();
    await the.entry(site, 'PUT', '10', lee);
    await the.entry(site, 'PUT', '11', lee);
    await the.entry(site, 'PUT', '11', ana);
    assert.equal(await sees(site, ana, '11'), false);
    await the.entry(site, 'PUT', '10', ana);
    assert.equal(await sees(site, ana, '11'), true);
  });

  it('grows by POST, in either form of the body', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', restriction, [entries('read', lee)]);
    await site.as(lee, 'POST', restriction, { results: [entries('read', ana), team] });
    assert.deepEqual(the.viewersOf(site, '11'), [ana, 'group:team', lee]);
  });

  it('is replaced by PUT, but only for the operations that it names', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', restriction, [entries('read', lee, ana), entries('update', lee)]);
    await site.as(lee, 'PUT', restriction, [entries('read', lee)]);
    const page = site.sandbox.state().pages.find(({ id }) => id === '11');
    assert.deepEqual([page?.view, page?.edit], [[lee], [lee]]);
  });

  it('is cleared by DELETE', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', restriction, [entries('read', lee)]);
    assert.equal((await site.as(lee, 'DELETE', restriction)).status, 200);
    assert.equal(await sees(site, ana, '11'), true);
  });

  it('opens the page when its last entry goes', async () => {
    const site = await the.start();
    await the.entry(site, 'PUT', '11', lee);
    assert.equal((await the.entry(site, 'DELETE', '11', lee)).status, 200);
    assert.equal(await sees(site, ana, '11'), true);
  });

  it('is asked for one user or group: 200 when on the list, 404 when not', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', restriction, [entries('read', lee), team]);
    const ask = async (path: string) =>
      (await site.as(lee, 'GET', `${restriction}/byOperation/${path}`)).status;
    assert.equal(await ask(`read/user?accountId=${the.id(lee)}`), 200);
    assert.equal(await ask(`read/user?accountId=${the.id(mia)}`), 404);
    assert.equal(await ask(`read/byGroupId/${the.groupId('team')}`), 200);
    assert.equal(await ask(`update/byGroupId/${the.groupId('team')}`), 404);
    assert.equal(await ask('move/byGroupId/x'), 404);
  });

  it('takes and gives one group alone', async () => {
    const site = await the.start();
    const path = `/wiki/rest/api/content/20/restriction/byOperation/read/byGroupId/${the.groupId('team')}`;
    assert.equal((await site.as(lee, 'PUT', path)).status, 200);
    assert.deepEqual(the.viewersOf(site, '20'), ['group:team']);
    assert.equal((await site.as(lee, 'DELETE', path)).status, 200);
    assert.deepEqual(the.viewersOf(site, '20'), []);
  });

  it('always lists both operations, and pages the lists inside', async () => {
    const site = await the.start();
    await site.as(lee, 'POST', restriction, [entries('read', lee, ana)]);
    const { body } = await site.as(
      lee,
      'GET',
      `${restriction}?start=1&limit=1&expand=restrictions.user`,
    );
    assert.deepEqual(the.each(at(body, 'results'), 'operation'), ['read', 'update']);
    const users = at(body, 'results', 0, 'restrictions', 'user');
    assert.deepEqual(the.each(at(users, 'results'), 'accountId'), [the.id(ana)]);
    assert.deepEqual([at(users, 'start'), at(users, 'limit'), at(users, 'size')], [1, 1, 1]);
    assert.equal(at(body, 'results', 0, 'restrictions', 'group'), undefined);
  });

  const refusals: readonly [
    string,
    (site: Site) => Promise<Reply>,
    number,
    RegExp,
    Partial<SeedInput>?,
  ][] = [
    [
      'an empty list of users',
      (s) => s.as(lee, 'POST', restriction, [entries('read')]),
      400,
      /valid non empty map of subject types/,
    ],
    [
      'no list at all',
      (s) => s.as(lee, 'PUT', restriction, [{ operation: 'read', restrictions: {} }]),
      400,
      /valid non empty map/,
    ],
    [
      'an unknown account',
      (s) => the.entry(s, 'PUT', '11', 'nobody@x.example'),
      400,
      /No user found/,
    ],
    [
      'an unknown group',
      (s) => s.as(lee, 'PUT', `${restriction}/byOperation/read/byGroupId/x`),
      400,
      /No group found/,
    ],
    [
      'no account',
      (s) => s.as(lee, 'PUT', `${restriction}/byOperation/read/user`),
      400,
      /accountId is required/,
    ],
    [
      'another operation',
      (s) => s.as(lee, 'POST', restriction, [entries('delete', lee)]),
      400,
      /Invalid request/,
    ],
    ['a page that is not there', (s) => the.entry(s, 'PUT', '99', lee), 404, /No content found/],
    [
      'a page that the caller cannot see',
      (s) => the.entry(s, 'PUT', '30', lee),
      404,
      /No content found/,
    ],
    [
      'a caller without the Restrictions permission',
      (s) => the.entry(s, 'PUT', '11', ana, ana),
      403,
      /PermissionException: Not enough permissions to alter ContentRestrictions/,
    ],
    [
      'a site on the Free plan',
      (s) => the.entry(s, 'PUT', '11', lee),
      403,
      /Free plan/,
      { site: { name: 'A', plan: 'free' } },
    ],
  ];
  for (const [what, ask, status, text, changes] of refusals) {
    it(`refuses ${what}`, async () => {
      const site = await the.start(changes);
      const reply = await ask(site);
      assert.match(reply.text, text);
      assert.equal(reply.status, status);
      assert.deepEqual(site.sandbox.state().changes, []);
    });
  }
});

describe('The permission check', () => {
  const ask = (site: Site, email: string, operation: string, caller = lee, page = '11') =>
    site.as(caller, 'POST', `/wiki/rest/api/content/${page}/permission/check`, {
      subject: { type: 'user', identifier: the.id(email) },
      operation,
    });
  const group = (site: Site, page: string) =>
    site.as(lee, 'POST', `/wiki/rest/api/content/${page}/permission/check`, {
      subject: { type: 'group', identifier: the.groupId('team') },
      operation: 'read',
    });

  const rows: readonly [string, (site: Site) => Promise<Reply>, number, RegExp][] = [
    ['allows what the person can do', (s) => ask(s, ana, 'update'), 200, /"hasPermission":true/],
    ['names the content', (s) => ask(s, ana, 'delete'), 200, /permission to the content/],
    ['names the space', (s) => ask(s, mia, 'read'), 200, /permission to the space/],
    ['names Confluence', (s) => ask(s, the.gone, 'read'), 200, /not allowed to use Confluence/],
    ['knows groups', (s) => group(s, '20'), 200, /"hasPermission":true/],
    ['knows groups without the space', (s) => group(s, '11'), 200, /permission to the space/],
    [
      'about others is for administrators',
      (s) => ask(s, lee, 'read', ana),
      403,
      /isn't authorized/,
    ],
    [
      'about oneself is for everybody',
      (s) => ask(s, ana, 'read', ana),
      200,
      /"hasPermission":true/,
    ],
    ['needs an account', (s) => ask(s, 'nobody@x.example', 'read'), 404, /No user found/],
  ];
  for (const [rule, probe, status, text] of rows) {
    it(rule, async () => {
      const reply = await probe(await the.start());
      assert.match(reply.text, text);
      assert.equal(reply.status, status);
    });
  }
});
