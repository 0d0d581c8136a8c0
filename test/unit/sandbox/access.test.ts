import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SeedInput } from '../../../src/sandbox/server';
import * as the from './support';
import type { Reply, Site } from './support';

const { ana, at, ben, lee, mia } = the;

const roles: Partial<SeedInput> = { site: { name: 'Acme', mode: 'ROLES' } };
const transition: Partial<SeedInput> = { site: { name: 'Acme', mode: 'ROLES_TRANSITION' } };
const free: Partial<SeedInput> = { site: { name: 'Acme', plan: 'free' } };

async function permissionId(site: Site, email: string, key: string): Promise<unknown> {
  const { body } = await site.as(lee, 'GET', '/wiki/api/v2/spaces/1/permissions?limit=250');
  const rows = at(body, 'results');
  assert.ok(Array.isArray(rows));
  const mine = rows.find(
    (row) => at(row, 'principal', 'id') === the.id(email) && at(row, 'operation', 'key') === key,
  ) as unknown;
  return at(mine, 'id');
}

describe('A v1 space permission', () => {
  const rows: readonly [
    string,
    (site: Site) => Promise<Reply>,
    number,
    RegExp,
    Partial<SeedInput>?,
  ][] = [
    ['is granted', (s) => the.permit(s, 'LAB', ben, 'read/space'), 200, /"id":\d/],
    [
      'is granted to a group',
      (s) => the.permit(s, 'DOCS', 'team', 'read/space', 'group'),
      200,
      /"type":"group"/,
    ],
    [
      'needs read/space first',
      (s) => the.permit(s, 'LAB', ben, 'create/page'),
      400,
      /must be granted first/,
    ],
    [
      'is granted once',
      (s) => the.permit(s, 'DOCS', ana, 'read/space'),
      400,
      /Permission already exists/,
    ],
    [
      'must be a valid pair',
      (s) => the.permit(s, 'DOCS', ana, 'read/page'),
      400,
      /Operation not supported for target page/,
    ],
    [
      'that administers is closed to guests',
      (s) => the.permit(s, 'DOCS', ana, 'administer/space'),
      400,
      /Guests cannot/,
    ],
    [
      'of a second space is refused to guests',
      (s) => the.permit(s, 'LAB', ana, 'read/space'),
      400,
      /^.*Guests can only have access to one space at a time\. Ana already has access to another space/,
    ],
    [
      'needs a person who is there',
      (s) => the.permit(s, 'DOCS', 'nobody@x.example', 'read/space'),
      400,
      /User not found/,
    ],
    [
      'needs a person who is not deactivated',
      (s) => the.permit(s, 'DOCS', the.gone, 'read/space'),
      400,
      /User not found/,
    ],
    [
      'needs a group that is there',
      (s) => the.permit(s, 'DOCS', 'nogroup', 'read/space', 'group'),
      400,
      /Group not found/,
    ],
    [
      'needs a space that the caller sees',
      (s) => the.permit(s, 'HR', ben, 'read/space'),
      404,
      /No space/,
    ],
    [
      'needs a space administrator',
      (s) => s.as(mia, 'POST', '/wiki/rest/api/space/LAB/permission', {}),
      403,
      /authorized to modify permissions/,
    ],
    [
      'is refused where only roles count',
      (s) => the.permit(s, 'LAB', ben, 'read/space'),
      400,
      /InvalidRbacOperationException: Space permission updates that are not from RBAC/,
      roles,
    ],
    [
      'is granted on the way to roles',
      (s) => the.permit(s, 'LAB', ben, 'read/space'),
      200,
      /"id"/,
      transition,
    ],
    [
      'is not for holders of a space role',
      (s) => the.permit(s, 'DOCS', ana, 'archive/page'),
      400,
      /already has a space role/,
      transition,
    ],
    [
      'is refused on the Free plan',
      (s) => the.permit(s, 'LAB', ben, 'read/space'),
      403,
      /Free plan/,
      free,
    ],
  ];
  for (const [rule, ask, status, text, changes] of rows) {
    it(rule, async () => {
      const reply = await ask(await the.start(changes));
      assert.match(reply.text, text);
      assert.equal(reply.status, status);
    });
  }

  it('takes the rest with it when it is read/space', async () => {
    const site = await the.start();
    const path = `/wiki/rest/api/space/DOCS/permission/${String(await permissionId(site, ana, 'read'))}`;
    assert.equal((await site.as(lee, 'DELETE', path)).status, 204);
    assert.equal(the.accessOf(site, 'DOCS', ana), undefined);
    assert.equal((await site.as(lee, 'DELETE', path)).status, 404);
  });

  it('goes alone when it is another one', async () => {
    const site = await the.start();
    const path = `/wiki/rest/api/space/DOCS/permission/${String(await permissionId(site, ana, 'create'))}`;
    assert.equal((await site.as(lee, 'DELETE', path)).status, 204);
    assert.deepEqual(the.accessOf(site, 'DOCS', ana), [
      'create/attachment',
      'create/comment',
      'read/space',
    ]);
  });

  it('lets a guest move once the old space is taken away', async () => {
    const site = await the.start();
    const read = String(await permissionId(site, ana, 'read'));
    await site.as(lee, 'DELETE', `/wiki/rest/api/space/DOCS/permission/${read}`);
    assert.equal((await the.permit(site, 'LAB', ana, 'read/space')).status, 200);
  });
});

describe('A space role', () => {
  it('is set, replaced and taken away without touching other principals', async () => {
    const site = await the.start(roles);
    assert.equal((await the.assign(site, '2', ben, 'Collaborator')).status, 200);
    assert.equal(the.accessOf(site, 'LAB', ben), 'Collaborator');
    await the.assign(site, '2', ben, 'Viewer');
    assert.equal(the.accessOf(site, 'LAB', ben), 'Viewer');
    await the.assign(site, '2', ben, undefined);
    assert.equal(the.accessOf(site, 'LAB', ben), undefined);
    assert.equal(the.accessOf(site, 'LAB', lee), 'Admin');
  });

  const rows: readonly [string, (site: Site) => Promise<Reply>, number, Partial<SeedInput>][] = [
    [
      'of a second space is refused to guests',
      (s) => the.assign(s, '2', ana, 'Viewer'),
      400,
      roles,
    ],
    ['must be one of the site', (s) => the.assign(s, '1', ana, 'Nobody'), 400, roles],
    [
      'may be one that the site made itself',
      (s) => the.assign(s, '1', ana, 'Reviewer'),
      200,
      { ...roles, roles: [{ name: 'Reviewer', permissions: ['read/space', 'create/comment'] }] },
    ],
    [
      'is set by a space administrator only',
      (s) => s.as(mia, 'POST', '/wiki/api/v2/spaces/2/role-assignments', []),
      404,
      roles,
    ],
    ['cannot be set before the site has roles', (s) => the.assign(s, '2', ben, 'Viewer'), 400, {}],
    [
      'cannot be read before the site has roles',
      (s) => s.as(lee, 'GET', '/wiki/api/v2/space-roles'),
      400,
      {},
    ],
    [
      'cannot be set on the Free plan',
      (s) => the.assign(s, '2', ben, 'Viewer'),
      403,
      { site: { name: 'A', mode: 'ROLES', plan: 'free' } },
    ],
  ];
  for (const [rule, ask, status, changes] of rows) {
    it(rule, async () => {
      assert.equal((await ask(await the.start(changes))).status, status);
    });
  }

  it('replaces permissions on the way to roles', async () => {
    const site = await the.start(transition);
    await the.permit(site, 'LAB', ben, 'read/space');
    await the.assign(site, '2', ben, 'Viewer');
    assert.equal(the.accessOf(site, 'LAB', ben), 'Viewer');
  });

  it('changes nothing when one of several is refused', async () => {
    const site = await the.start(roles);
    const roleId = '00000000-0000-4000-8000-000000000000';
    const principal = (email: string) => ({ principalType: 'USER', principalId: the.id(email) });
    const reply = await site.as(lee, 'POST', '/wiki/api/v2/spaces/1/role-assignments', [
      { principal: principal(ana) },
      { principal: principal(ben), roleId },
    ]);
    assert.equal(reply.status, 400);
    assert.equal(the.accessOf(site, 'DOCS', ana), 'Collaborator');
  });

  it('is listed with the roles of the site', async () => {
    const site = await the.start(roles);
    const names = await site.as(lee, 'GET', '/wiki/api/v2/space-roles');
    assert.deepEqual(the.each(at(names.body, 'results'), 'name'), [
      'Admin',
      'Manager',
      'Collaborator',
      'Viewer',
    ]);
    const { body } = await site.as(lee, 'GET', '/wiki/api/v2/spaces/2/role-assignments');
    const principals = the.each(at(body, 'results'), 'principal');
    assert.deepEqual(the.each(principals, 'principalType'), ['USER', 'GROUP']);
    assert.deepEqual(the.each(principals, 'principalId'), [the.id(lee), the.groupId('team')]);
  });

  it('is spelled out among the permissions of the space', async () => {
    const { body } = await (
      await the.start(roles)
    ).as(lee, 'GET', '/wiki/api/v2/spaces/1/permissions?limit=250');
    assert.equal(the.each(at(body, 'results'), 'id').length, 14 + 4);
  });
});
