import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SeedInput } from '../../../src/sandbox/server';
import * as the from './support';
import type { Site } from './support';

const { ana, at, ben, fresh, gone, lee, mia, pending } = the;

describe('An invitation', () => {
  it('makes a guest who waits, takes no seat and can be accepted', async () => {
    const site = await the.start();
    const { seats } = site.sandbox.state();
    const reply = await the.invite(site, [fresh]);
    assert.equal(reply.status, 200);
    assert.equal(at(reply.body, 'data', 0, 'id'), the.id(fresh));
    assert.equal(site.sandbox.state().seats, seats);
    assert.equal(the.personOf(site, fresh)?.state, 'invited');
    site.sandbox.accept(fresh);
    assert.equal(the.personOf(site, fresh)?.state, 'active');
  });

  it('buys a seat when it asks for the User role', async () => {
    const site = await the.start();
    const { seats } = site.sandbox.state();
    const rule = { resource: the.resource, role: 'atlassian/user' };
    await the.invite(site, [fresh], { permissionRules: [rule] });
    assert.equal(site.sandbox.state().seats, seats + 1);
  });

  it('answers 206 when an address fails, and does the others', async () => {
    const site = await the.start();
    const reply = await the.invite(site, [fresh, gone, 'not an address']);
    assert.equal(reply.status, 206);
    const outcomes = the.each(at(reply.body, 'data'), 'results', 0, 'roleAssignmentResult', 0);
    assert.deepEqual(the.each(outcomes, 'status'), ['INVITED', 'ERROR', 'ERROR']);
    assert.deepEqual(the.each(outcomes, 'statusReason'), [
      null,
      'USER_DEACTIVATED',
      'INVALID_EMAIL',
    ]);
    assert.equal(the.personOf(site, fresh)?.roles.join(), 'guest');
  });

  it('is mailed with its text, and only when that is asked for', async () => {
    const site = await the.start({}, () => Date.parse('2026-01-01T00:00:00Z'));
    await the.invite(site, [fresh], { sendNotification: false });
    assert.deepEqual(site.sandbox.state().mail, []);
    await the.invite(site, [fresh]);
    const at = '2026-01-01T00:00:00.000Z';
    assert.deepEqual(site.sandbox.state().mail, [{ email: fresh, at, text: 'Welcome' }]);
  });

  it('adds to groups', async () => {
    const site = await the.start();
    await the.invite(site, [fresh], { additionalGroups: [the.groupId('team')] });
    assert.deepEqual(site.sandbox.state().groups[0]?.members, [fresh, lee, mia]);
  });

  it('lands new guests in the default guest space, but leaves those with a space where they are', async () => {
    for (const mode of ['PRE_ROLES', 'ROLES'] as const) {
      const site = await the.start({ site: { name: 'A', mode, defaultGuestSpace: 'LAB' } });
      await the.invite(site, [fresh, ana]);
      const expected =
        mode === 'ROLES'
          ? 'Collaborator'
          : ['create/attachment', 'create/comment', 'create/page', 'read/space'];
      assert.deepEqual(the.accessOf(site, 'LAB', fresh), expected);
      assert.equal(the.accessOf(site, 'LAB', ana), undefined);
    }
  });

  it('gives somebody who lost every role the Guest role again', async () => {
    const site = await the.start();
    await the.revoke(site, ben);
    assert.equal(the.personOf(site, ben)?.roles.join(), '');
    assert.equal((await the.invite(site, [ben])).status, 200);
    assert.equal(the.personOf(site, ben)?.roles.join(), 'guest');
  });

  const many = Array.from({ length: 26 }, (_, index) => `g${index}@client.example`);
  const refusals: readonly [string, readonly string[], object, number, Partial<SeedInput>?][] = [
    ['more than 25 addresses', many, {}, 400],
    ['no address', [], {}, 400],
    [
      'a role that Confluence has not',
      [fresh],
      { permissionRules: [{ resource: the.resource, role: 'atlassian/customer' }] },
      400,
    ],
    [
      'another resource',
      [fresh],
      { permissionRules: [{ resource: 'ari:cloud:jira::site/1', role: 'atlassian/guest' }] },
      404,
    ],
    ['an unknown group', [fresh], { additionalGroups: ['x'] }, 404],
    ['a site on the Free plan', [fresh], {}, 402, { site: { name: 'A', plan: 'free' } }],
    ['more guests than five for each paid user', many.slice(0, 13), {}, 409],
    ['more people than the site may have', [fresh], {}, 409, { site: { name: 'A', userLimit: 6 } }],
    [
      'a paid user beyond the limit of the site',
      [fresh],
      { permissionRules: [{ resource: the.resource, role: 'atlassian/user' }] },
      409,
      { site: { name: 'A', userLimit: 6 } },
    ],
  ];
  for (const [what, emails, changes, status, seed] of refusals) {
    it(`is refused for ${what}`, async () => {
      const site = await the.start(seed);
      const before = site.sandbox.state();
      assert.equal((await the.invite(site, emails, changes)).status, status);
      assert.deepEqual(site.sandbox.state(), before);
    });
  }
});

describe('Revoking the Guest role', () => {
  it('leaves the account, its other roles and what it wrote', async () => {
    const site = await the.start();
    assert.equal((await the.revoke(site, the.both)).status, 204);
    assert.equal(the.personOf(site, the.both)?.roles.join(), 'user');
  });

  it('shuts a guest out of Confluence', async () => {
    const site = await the.start();
    await the.revoke(site, ana);
    const reply = await site.as(ana, 'GET', '/wiki/rest/api/user/current');
    assert.equal(reply.status, 403);
    assert.deepEqual(reply.body, {
      message: 'Current user not permitted to use Confluence',
      statusCode: 403,
    });
  });

  it('changes nothing the second time', async () => {
    const site = await the.start();
    await the.revoke(site, ana);
    assert.equal((await the.revoke(site, ana)).status, 204);
  });

  it('is for this Confluence', async () => {
    const site = await the.start();
    const path = `/admin/v1/orgs/${the.org}/users/${the.id(ana)}/roles/revoke`;
    const body = { role: 'atlassian/guest', resource: 'ari:cloud:jira::site/1' };
    assert.equal((await site.admin('POST', path, body)).status, 404);
    assert.equal((await site.admin('POST', path, { role: 'atlassian/guest' })).status, 400);
  });

  it('knows neither other roles nor unknown accounts', async () => {
    const site = await the.start();
    assert.equal((await the.revoke(site, ana, 'atlassian/customer')).status, 400);
    assert.equal((await the.revoke(site, 'nobody@x.example')).status, 404);
  });
});

describe('The search of users', () => {
  const found = async (site: Site, query: object) =>
    the.each(at((await the.search(site, query)).body, 'data'), 'email').join();

  const rows: readonly [string, object, string][] = [
    [
      'finds exact addresses in any case',
      { emails: ['ANA@partner.example', 'an@partner.example'] },
      ana,
    ],
    ['finds part of a name', { searchTerm: 'an' }, ana],
    ['finds accounts', { accountIds: [the.id(ben)] }, ben],
    ['finds roles', { roleIds: ['atlassian/guest'], emailDomains: ['client.example'] }, pending],
    ['finds status', { status: ['deactivated'] }, gone],
    ['finds account status', { accountStatus: ['inactive'] }, gone],
    ['finds members of groups', { groupIds: [the.groupId('team')] }, `${lee},${mia}`],
    ['finds nobody of another resource', { resourceIds: ['ari:cloud:jira::site/1'] }, ''],
    ['finds nobody of another membership', { membershipStatus: ['suspended'] }, ''],
  ];
  for (const [rule, query, expected] of rows) {
    it(rule, async () => {
      assert.equal(await found(await the.start(), query), expected);
    });
  }

  it('tells access to products only when that is asked for', async () => {
    const site = await the.start();
    const access = async (expand: readonly string[]) =>
      at((await the.search(site, { emails: [ana], expand })).body, 'data', 0, 'productAccess');
    assert.equal(await access([]), undefined);
    assert.deepEqual(await access(['productAccess']), [{ id: the.resource, key: 'confluence' }]);
  });

  it('pages by bare cursors, with none on the last page', async () => {
    const site = await the.start();
    const seen: unknown[] = [];
    let cursor: unknown;
    do {
      const { body } = await the.search(site, {
        limit: 3,
        ...(cursor !== undefined && { cursor }),
      });
      seen.push(...the.each(at(body, 'data'), 'email'));
      cursor = at(body, 'links', 'next');
      assert.ok(cursor === undefined || (typeof cursor === 'string' && /^[\w-]+$/.test(cursor)));
    } while (cursor !== undefined);
    assert.deepEqual(
      seen.sort(),
      site.sandbox.state().people.map(({ email }) => email),
    );
  });

  it('refuses addresses together with a term, more than a hundred, and foreign cursors', async () => {
    const site = await the.start();
    const status = async (query: object) => (await the.search(site, query)).status;
    assert.equal(await status({ emails: [ana], searchTerm: 'an' }), 400);
    assert.equal(await status({ emails: Array.from({ length: 101 }, () => ana) }), 400);
    assert.equal(await status({ cursor: 'x' }), 400);
  });
});
