import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as the from './support';

const { ana, at, each, lee, mia } = the;

const search = (cql: string, query = '') =>
  `/wiki/rest/api/content/search?cql=${encodeURIComponent(cql)}${query}`;

describe('Reading a site', () => {
  const ids = (path: string, key = 'id') => ({ path, key });
  const rows: readonly [string, string, { path: string; key: string }, readonly string[]][] = [
    [
      'shows the spaces that the caller has',
      lee,
      ids('/wiki/api/v2/spaces', 'key'),
      ['DOCS', 'LAB'],
    ],
    ['filters spaces by key', lee, ids('/wiki/api/v2/spaces?keys=LAB,HR', 'key'), ['LAB']],
    ['filters spaces by id', lee, ids('/wiki/api/v2/spaces?ids=2', 'key'), ['LAB']],
    ['shows a guest one space', ana, ids('/wiki/api/v2/spaces', 'key'), ['DOCS']],
    ['shows spaces through groups', mia, ids('/wiki/api/v2/spaces', 'key'), ['LAB', 'HR']],
    [
      'leaves out pages that are missing or invisible',
      lee,
      ids('/wiki/api/v2/pages?id=11,30,99'),
      ['11'],
    ],
    ['finds pages by title', lee, ids('/wiki/api/v2/pages?title=Child&space-id=1'), ['11']],
    ['lists ancestors from the top', lee, ids('/wiki/api/v2/pages/12/ancestors'), ['10', '11']],
    [
      'gives the nearest ancestors first when there are too many',
      lee,
      ids('/wiki/api/v2/pages/12/ancestors?limit=1'),
      ['11'],
    ],
    [
      'continues with the ancestors of the first row',
      lee,
      ids('/wiki/api/v2/pages/11/ancestors?limit=1'),
      ['10'],
    ],
    ['finds content by CQL', lee, ids(search('id in (12, "11", 30)')), ['11', '12']],
    [
      'picks groups by part of their name',
      lee,
      ids('/wiki/rest/api/group/picker?query=EA', 'name'),
      ['team'],
    ],
    ['lists every group', mia, ids('/wiki/rest/api/group', 'name'), ['team']],
    ['has no archived spaces', lee, ids('/wiki/api/v2/spaces?status=archived', 'key'), []],
    [
      'lists the pages of a space',
      lee,
      ids('/wiki/api/v2/spaces/1/pages?status=current'),
      ['10', '11', '12'],
    ],
    ['lists the pages at the root', lee, ids('/wiki/api/v2/spaces/1/pages?depth=root'), ['10']],
    [
      'finds a page of a space by title',
      lee,
      ids('/wiki/api/v2/spaces/1/pages?title=Child'),
      ['11'],
    ],
    ['has no archived pages', lee, ids('/wiki/api/v2/spaces/1/pages?status=archived'), []],
    [
      'sorts pages by title',
      lee,
      ids('/wiki/api/v2/spaces/1/pages?sort=title'),
      ['11', '12', '10'],
    ],
    [
      'gives the pages that were changed last first',
      lee,
      ids('/wiki/api/v2/spaces/1/pages?sort=-modified-date&limit=2'),
      ['12', '11'],
    ],
  ];
  for (const [rule, email, { path, key }, expected] of rows) {
    it(rule, async () => {
      const { body } = await (await the.start()).as(email, 'GET', path);
      assert.deepEqual(each(at(body, 'results'), key), expected);
    });
  }

  const statuses: readonly [string, string, string, number][] = [
    ['a space that is not visible', lee, '/wiki/api/v2/spaces/3/permissions', 404],
    ['ancestors of a page that is not visible', lee, '/wiki/api/v2/pages/30/ancestors', 404],
    ['CQL that the sandbox does not know', lee, search('type = page'), 400],
    ['groups, for a guest', ana, '/wiki/rest/api/group/picker?query=team', 403],
    ['all groups, for a guest', ana, '/wiki/rest/api/group', 403],
    ['pages of a space that is not visible', lee, '/wiki/api/v2/spaces/3/pages', 404],
    ['an order that pages do not have', lee, '/wiki/api/v2/spaces/1/pages?sort=size', 400],
    ['a status that spaces do not have', lee, '/wiki/api/v2/spaces?status=trashed', 400],
    ['a path that is not well encoded', lee, '/wiki/api/v2/pages/%E0/ancestors', 404],
    ['more ids than it takes', lee, `/wiki/api/v2/pages?id=${'1,'.repeat(250)}1`, 400],
    ['a limit that is no number', lee, '/wiki/api/v2/spaces?limit=x', 400],
    ['a call that it does not have', lee, '/wiki/rest/api/content/11', 404],
    ['an invite that would make paid users', lee, '/wiki/api/v2/user/access/invite-by-email', 404],
  ];
  for (const [what, email, path, status] of statuses) {
    it(`answers ${status} to ${what}`, async () => {
      assert.equal((await (await the.start()).as(email, 'GET', path)).status, status);
    });
  }

  it('tells the caller who they are, with the address that others may not see', async () => {
    const site = await the.start();
    const { body } = await site.as(mia, 'GET', '/wiki/rest/api/user/current?expand=operations');
    assert.deepEqual([at(body, 'email'), at(body, 'isGuest')], [mia, false]);
    assert.deepEqual(at(body, 'operations'), [{ operation: 'use', targetType: 'application' }]);
    const accountIds = [
      the.id(mia),
      the.id(lee),
      the.id(ana),
      the.id(the.both),
      the.id(the.gone),
      'unknown',
    ];
    const bulk = await site.as(lee, 'POST', '/wiki/api/v2/users-bulk', { accountIds });
    assert.deepEqual(each(at(bulk.body, 'results'), 'email'), ['', lee, '', '', '']);
    const guests = each(at(bulk.body, 'results'), 'isExternalCollaborator');
    assert.deepEqual(guests, [false, false, true, false, false]);
    const active = ['active', 'active', 'active', 'active', 'inactive'];
    assert.deepEqual(each(at(bulk.body, 'results'), 'accountStatus'), active);
  });

  it('expands what is asked for in a search, and nothing else', async () => {
    const site = await the.start();
    const first = async (expand: string) =>
      at((await site.as(lee, 'GET', search('id = 12', expand))).body, 'results', 0);
    const plain = await first('');
    assert.deepEqual(
      ['space', 'ancestors', 'restrictions'].map((key) => at(plain, key)),
      [undefined, undefined, undefined],
    );
    const full = await first('&expand=space,ancestors,restrictions.read.restrictions.user');
    assert.equal(at(full, 'space', 'key'), 'DOCS');
    assert.deepEqual(each(at(full, 'ancestors'), 'id'), ['10', '11']);
    assert.equal(at(full, 'restrictions', 'read', 'restrictions', 'user', 'size'), 0);
    assert.equal(at(full, 'restrictions', 'read', 'restrictions', 'group'), undefined);
    assert.equal(at(full, 'restrictions', 'update'), undefined);
  });

  it('does not find pages that the index does not have yet', async () => {
    const pages = [{ id: 10, title: 'New', space: 'DOCS', unindexed: true }];
    const site = await the.start({ pages });
    const sizeOf = async (path: string) =>
      each(at((await site.as(lee, 'GET', path)).body, 'results'), 'id').length;
    assert.equal(await sizeOf(search('id = 10')), 0);
    assert.equal(await sizeOf('/wiki/api/v2/pages?id=10'), 1);
  });

  it('pages v2 lists by a relative address in the body and in the Link header', async () => {
    const site = await the.start();
    const first = await site.as(lee, 'GET', '/wiki/api/v2/spaces?limit=1');
    const next = String(at(first.body, '_links', 'next'));
    assert.match(next, /^\/wiki\/api\/v2\/spaces\?limit=1&cursor=/);
    assert.equal(first.headers.get('link'), `<${next}>; rel="next"`);
    const last = await site.as(lee, 'GET', next);
    assert.deepEqual(each(at(last.body, 'results'), 'key'), ['LAB']);
    assert.equal(at(last.body, '_links', 'next'), undefined);
    assert.equal(last.headers.get('link'), null);
  });

  it('pages groups by an address relative to its context', async () => {
    const site = await the.start({ groups: { team: [lee], one: [], other: [] } });
    const path = '/wiki/rest/api/group/picker?query=o&limit=1';
    const first = await site.as(lee, 'GET', path);
    const last = await site.as(lee, 'GET', `/wiki${String(at(first.body, '_links', 'next'))}`);
    assert.deepEqual(each(at(last.body, 'results'), 'name'), ['other']);
    assert.equal(at(last.body, '_links', 'next'), undefined);
  });

  it('pages all groups, by name', async () => {
    const site = await the.start({ groups: { team: [lee], all: [], other: [] } });
    const first = await site.as(lee, 'GET', '/wiki/rest/api/group?limit=2');
    assert.deepEqual(each(at(first.body, 'results'), 'name'), ['all', 'other']);
    const last = await site.as(lee, 'GET', `/wiki${String(at(first.body, '_links', 'next'))}`);
    assert.deepEqual(each(at(last.body, 'results'), 'name'), ['team']);
    assert.equal(at(last.body, '_links', 'next'), undefined);
  });

  it('finds everybody with the Guest role of a Confluence', async () => {
    const site = await the.start();
    const { body } = await the.search(site, {
      roleIds: ['atlassian/guest'],
      resourceIds: [the.resource],
    });
    assert.deepEqual(each(at(body, 'data'), 'email'), [ana, the.ben, the.both, the.pending]);
    const elsewhere = { roleIds: ['atlassian/guest'], resourceIds: ['ari:cloud:jira::site/1'] };
    assert.deepEqual(at((await the.search(site, elsewhere)).body, 'data'), []);
  });

  it('tells what the caller may do in a space', async () => {
    const site = await the.start();
    const { body } = await site.as(mia, 'GET', '/wiki/api/v2/spaces/2/operations');
    assert.deepEqual(at(body, 'operations'), [{ operation: 'read', targetType: 'space' }]);
  });

  it('pages a search by an address relative to its context', async () => {
    const site = await the.start();
    const first = await site.as(lee, 'GET', search('id in (10,11,12)', '&limit=2'));
    const next = String(at(first.body, '_links', 'next'));
    assert.match(next, /^\/rest\/api\/content\/search\?/);
    const last = await site.as(lee, 'GET', `/wiki${next}`);
    assert.deepEqual(each(at(last.body, 'results'), 'id'), ['12']);
  });

  it('tells the organization, its directory, its workspaces and its counts', async () => {
    const site = await the.start();
    const v2 = `/admin/v2/orgs/${the.org}`;
    const organization = await site.admin('GET', `/admin/v1/orgs/${the.org}`);
    assert.equal(at(organization.body, 'data', 'attributes', 'name'), 'Acme');
    const { body } = await site.admin('GET', `${v2}/directories`);
    const directory = String(at(body, 'data', 0, 'directoryId'));
    const query = { field: { name: 'attributes.type', values: ['confluence'] } };
    const workspaces = await site.admin('POST', `${v2}/workspaces`, { query });
    assert.deepEqual(each(at(workspaces.body, 'data'), 'id'), [the.resource]);
    assert.equal(at(workspaces.body, 'data', 0, 'attributes', 'hostUrl'), site.sandbox.origin);
    const wrong = { query: { field: { name: 'attributes.name', values: ['x'] } } };
    assert.equal((await site.admin('POST', `${v2}/workspaces`, wrong)).status, 400);
    const stats = await site.admin('GET', `${v2}/directories/${directory}/users/stats`);
    assert.deepEqual(each(at(stats.body, 'roles'), 'count'), [3, 4, 0]);
    const other = await site.admin('GET', `${v2}/directories/other/users/stats`);
    assert.equal(other.status, 404);
  });

  it('does not take a body that is no JSON, or no body where one is needed', async () => {
    const site = await the.start();
    const path = '/wiki/api/v2/users-bulk';
    const headers = { authorization: the.basic(lee, `canary-secret-of-${lee}`) };
    const response = await fetch(`${site.sandbox.origin}${path}`, {
      method: 'POST',
      headers,
      body: '{',
    });
    assert.equal(response.status, 400);
    assert.equal((await site.as(lee, 'POST', path)).status, 400);
  });

  it('tells the cloud id to everybody', async () => {
    const reply = await (await the.start()).send(undefined, 'GET', '/_edge/tenant_info');
    assert.deepEqual(reply.body, { cloudId: the.cloudId });
  });
});
