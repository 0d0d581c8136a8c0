import assert from 'node:assert/strict';
import type { ConfluenceAccess, OrganizationAccess } from '../../../src/sync/accessReader';
import {
  api,
  basic,
  bearer,
  credentials,
  errors,
  list,
  never,
  origin,
  resource,
  simulate,
  type Answer,
  type Recorded,
} from './site';

const wiki = `${origin}/wiki`;
const admin = `${api}/admin`;
const docs = { id: '7', key: 'DOCS', name: 'Docs', homepageId: undefined };
const may = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [operation, targetType] = pair.split('/');
    return { operation, targetType };
  });

type Row<Access> = readonly [
  name: string,
  ask: (access: Access) => Promise<unknown>,
  answer: Answer | ((request: Recorded) => Answer),
  result: unknown,
  calls: readonly string[],
];

const ofConfluence: readonly Row<ConfluenceAccess>[] = [
  [
    'who asks, and what this account is',
    (access) => access.account(never),
    {
      body: {
        accountId: 'a',
        displayName: 'Lee',
        isGuest: false,
        operations: may('use/application', 'administer/application'),
      },
    },
    { accountId: 'a', name: 'Lee', isGuest: false, isAdmin: true },
    [`GET ${wiki}/rest/api/user/current?expand=operations`],
  ],
  [
    'an account that administers something else',
    (access) => access.account(never),
    {
      body: {
        accountId: 'a',
        publicName: 'Lee',
        isGuest: true,
        operations: may('administer/space'),
      },
    },
    { accountId: 'a', name: 'Lee', isGuest: true, isAdmin: false },
    [`GET ${wiki}/rest/api/user/current?expand=operations`],
  ],
  [
    'an account of which nothing more is said',
    (access) => access.account(never),
    { body: { accountId: 'a', operations: null } },
    { accountId: 'a', name: 'a', isGuest: undefined, isAdmin: undefined },
    [`GET ${wiki}/rest/api/user/current?expand=operations`],
  ],
  [
    'the plan of the site',
    (access) => access.site(never),
    { body: { cloudId: 'c-1', commitHash: 'x', edition: 'PREMIUM' } },
    { cloudId: 'c-1', plan: 'PREMIUM' },
    [`GET ${wiki}/rest/api/settings/systemInfo`],
  ],
  [
    'a site that does not tell it',
    (access) => access.site(never),
    { body: {} },
    { cloudId: undefined, plan: undefined },
    [`GET ${wiki}/rest/api/settings/systemInfo`],
  ],
  [
    'what may be done in a space',
    (access) => access.spaceOperations(docs, never),
    { body: { operations: may('read/space', 'administer/space') } },
    ['read/space', 'administer/space'],
    [`GET ${wiki}/api/v2/spaces/7/operations`],
  ],
  [
    'what may be done with pages, the missing ones looked for by themselves',
    (access) => access.pageOperations(['1', '2', '3', 'x'], never),
    ({ url }) => {
      if (url.includes('/pages/2/')) return { body: { operations: may('read/page') } };
      if (url.includes('/pages/3/')) return errors(404, 'NOT_FOUND', 'Not Found', null);
      const operations = may('update/page', 'restrict_content/page', 'create/comment');
      return list([{ id: '1', title: 'One', space: { key: 'DOCS' }, operations }]);
    },
    new Map([
      ['1', { title: 'One', spaceKey: 'DOCS', operations: ['update', 'restrict_content'] }],
      ['2', { title: undefined, spaceKey: undefined, operations: ['read'] }],
    ]),
    [
      `GET ${wiki}/rest/api/content/search?cql=id in (1,2,3)&expand=operations,space&limit=100`,
      `GET ${wiki}/api/v2/pages/2/operations`,
      `GET ${wiki}/api/v2/pages/3/operations`,
    ],
  ],
  ['no page', (access) => access.pageOperations([], never), {}, new Map(), []],
];

const workspace = (attributes: object, relationships?: object): Answer => ({
  body: { data: [{ id: resource, attributes, relationships }], links: {} },
});

const ofOrganization: readonly Row<OrganizationAccess>[] = [
  [
    'the organizations of the key, however their list goes on',
    (access) => access.organizations(never),
    ({ url }) => {
      const row = (id: string) => ({ id, type: 'orgs', attributes: { name: `Org ${id}` } });
      if (url.endsWith('/orgs')) {
        return { body: { data: [row('1')], links: { next: `${admin}/v1/orgs?cursor=two` } } };
      }
      return url.endsWith('=two')
        ? { body: { data: [row('2')], links: { next: 'three' } } }
        : { body: { data: [] } };
    },
    [
      { id: '1', name: 'Org 1' },
      { id: '2', name: 'Org 2' },
    ],
    [
      `GET ${admin}/v1/orgs`,
      `GET ${admin}/v1/orgs?cursor=two`,
      `GET ${admin}/v1/orgs?cursor=three`,
    ],
  ],
  [
    'one organization',
    (access) => access.organization('o 1', never),
    { body: { data: { attributes: { name: 'Acme' } } } },
    { id: 'o 1', name: 'Acme' },
    [`GET ${admin}/v1/orgs/o 1`],
  ],
  [
    'a site with all that may be told of it',
    (access) => access.workspaces('org-1', never),
    workspace(
      { hostUrl: `${origin}/wiki`, capacity: 500, usage: 7 },
      {
        policies: [{ id: 'p', attributes: { fields: {} } }],
        entitlements: [{ id: 'e', attributes: { key: 'c', plan: 'Standard', planKey: 'std' } }],
      },
    ),
    [{ resource, origin, capacity: 500, plan: 'std' }],
    [`POST ${admin}/v2/orgs/org-1/workspaces`],
  ],
  [
    'a site with a plan that has a name alone',
    (access) => access.workspaces('org-1', never),
    workspace({ hostUrl: 'no address' }, { e: [{ attributes: { plan: 'Free', planKey: null } }] }),
    [{ resource, origin: undefined, capacity: undefined, plan: 'Free' }],
    [`POST ${admin}/v2/orgs/org-1/workspaces`],
  ],
  [
    'a site of which little is told, and that in another form',
    (access) => access.workspaces('org-1', never),
    workspace({ capacity: null }, { entitlements: { plan: 'Free' } }),
    [{ resource, origin: undefined, capacity: undefined, plan: undefined }],
    [`POST ${admin}/v2/orgs/org-1/workspaces`],
  ],
  [
    'how many have one of two roles',
    (access) => access.countUsers('org-1', 'ari', ['user', 'admin'], never),
    { body: { count: 12 } },
    12,
    [
      `GET ${admin}/v2/orgs/org-1/directories/-/users/count?resourceIds=ari&roleIds=atlassian/user&roleIds=atlassian/admin&accountStatus=active`,
    ],
  ],
];

describe('Reading what somebody may do', () => {
  for (const [name, ask, answer, result, calls] of ofConfluence) {
    it(`asks Confluence: ${name}`, async () => {
      const site = simulate(typeof answer === 'function' ? answer : () => answer);
      const { confluence } = site.connect().access;
      assert.ok(confluence);
      assert.deepEqual(await ask(confluence), result);
      assert.deepEqual(site.calls(), calls);
      assert.ok(site.requests.every(({ headers }) => headers['authorization'] === basic));
    });
  }

  for (const [name, ask, answer, result, calls] of ofOrganization) {
    it(`asks the organization: ${name}`, async () => {
      const site = simulate(typeof answer === 'function' ? answer : () => answer);
      const { organization } = site.connect().access;
      assert.ok(organization);
      assert.deepEqual(await ask(organization), result);
      assert.deepEqual(site.calls(), calls);
      assert.ok(site.requests.every(({ headers }) => headers['authorization'] === bearer));
    });
  }

  it('asks for a hundred pages in a request', async () => {
    const site = simulate(({ url }) =>
      url.includes('/search') ? list([]) : errors(404, 'NOT_FOUND', 'Not Found', null),
    );
    const ids = Array.from({ length: 101 }, (_, index) => String(index));
    await site.connect().access.confluence?.pageOperations(ids, never);
    const searches = site.calls().filter((call) => call.includes('/search'));
    assert.deepEqual(
      searches.map((call) => /\((.*)\)/.exec(call)?.[1]?.split(',').length),
      [100, 1],
    );
  });

  it('does not take a failure for a missing page', async () => {
    const site = simulate(({ url }) =>
      url.includes('/search') ? list([]) : { status: 403, body: {} },
    );
    const { confluence } = site.connect().access;
    await assert.rejects(confluence?.pageOperations(['1'], never) ?? assert.fail(), {
      kind: 'forbidden',
    });
  });

  it('offers what the credentials are for', () => {
    const site = simulate(() => ({}));
    const offered = (more: Parameters<typeof site.connect>[0]) => {
      const { confluence, organization } = site.connect(more).access;
      return [confluence !== undefined, organization !== undefined];
    };
    assert.deepEqual(offered({}), [true, true]);
    assert.deepEqual(offered({ adminKey: '' }), [true, false]);
    assert.deepEqual(offered({ token: '' }), [false, true]);
    assert.deepEqual(offered({ token: '', organization: '' }), [false, true]);
  });

  it('keeps a credential that a site repeats out of names', async () => {
    const echo = `${credentials.token} ${credentials.adminKey}`;
    const site = simulate(({ url }) => {
      if (url.includes('/user/current')) return { body: { accountId: 'a', displayName: echo } };
      if (url.includes('/systemInfo')) return { body: { edition: echo } };
      if (url.includes('/search')) return list([{ id: '1', title: echo, operations: [] }]);
      if (url.endsWith('/workspaces')) {
        return workspace({}, { entitlements: [{ attributes: { plan: echo } }] });
      }
      return { body: { data: url.endsWith('/orgs') ? [] : { attributes: { name: echo } } } };
    });
    const { confluence, organization } = site.connect().access;
    const pages = await confluence?.pageOperations(['1'], never);
    const all = JSON.stringify([
      await confluence?.account(never),
      await confluence?.site(never),
      [...(pages ?? [])],
      await organization?.organization('org-1', never),
      await organization?.workspaces('org-1', never),
    ]);
    assert.equal(all.match(/••• •••/g)?.length, 5);
    assert.doesNotMatch(all, /canary/);
  });
});
