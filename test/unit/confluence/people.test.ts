import assert from 'node:assert/strict';
import {
  api,
  basic,
  bearer,
  inOrder,
  never,
  origin,
  resource,
  simulate,
  type Answer,
} from './site';

const search = `POST ${api}/admin/v2/orgs/org-1/directories/-/users/search`;
const workspaceCall = `POST ${api}/admin/v2/orgs/org-1/workspaces`;
const json = { accept: 'application/json', 'content-type': 'application/json' };

function workspaces(hostUrl: string | null = origin, next?: string): Answer {
  return { body: { data: [{ id: resource, attributes: { hostUrl } }], links: { next } } };
}

function rows(data: unknown[], next?: string): Answer {
  return { body: { data, links: next === undefined ? {} : { next } } };
}

describe('people by account id', () => {
  it('are asked for 250 in a request', async () => {
    const site = simulate(() => ({ body: { results: [] } }));
    const ids = Array.from({ length: 251 }, (_, index) => `a${index}`);
    await site.connect().reader.peopleById(ids, never);
    assert.deepEqual(
      site.requests.map(({ method, url, headers, body }) => [method, url, headers, body]),
      [ids.slice(0, 250), ids.slice(250)].map((accountIds) => [
        'POST',
        `${origin}/wiki/api/v2/users-bulk`,
        { ...json, authorization: basic, 'x-atlassian-token': 'no-check' },
        { accountIds },
      ]),
    );
  });

  const kinds: [row: Record<string, unknown>, kind: string, state: string][] = [
    [{ isExternalCollaborator: true, accountStatus: 'active' }, 'guest', 'active'],
    [{ isExternalCollaborator: false, accountStatus: 'active' }, 'user', 'active'],
    [{ isExternalCollaborator: true, accountStatus: 'unknown' }, 'guest', 'waiting'],
    [{ isExternalCollaborator: true, accountStatus: 'inactive' }, 'guest', 'inactive'],
    [{ isExternalCollaborator: true, accountStatus: 'closed' }, 'guest', 'inactive'],
    [{ isExternalCollaborator: null }, 'unknown', 'unknown'],
  ];
  for (const [row, kind, state] of kinds) {
    it(`are ${kind} and ${state} for ${JSON.stringify(row)}`, async () => {
      const results = [{ accountId: 'a', displayName: 'Ana', email: '', ...row }];
      const site = simulate(() => ({ body: { results } }));
      const people = await site.connect().reader.peopleById(['a'], never);
      assert.deepEqual(people, [{ accountId: 'a', email: undefined, name: 'Ana', kind, state }]);
    });
  }
});

describe('people by address', () => {
  it('are asked for 100 in a request and matched without case', async () => {
    const emails = Array.from({ length: 101 }, (_, index) => `P${index}@b.c`);
    const site = simulate(({ url }) =>
      url.endsWith('/workspaces')
        ? workspaces()
        : rows([
            { accountId: 'p7', email: 'p7@B.c', name: 'P', status: 'active' },
            { accountId: 'x', email: 'somebody@else.example', name: 'X', status: 'active' },
          ]),
    );
    const people = await site.connect().reader.organization?.peopleByEmail(emails, never);
    assert.deepEqual(
      people?.map(({ accountId, email }) => [accountId, email]),
      [['p7', 'p7@B.c']],
    );
    assert.deepEqual(site.calls(), [workspaceCall, search, search]);
    assert.deepEqual(site.requests[2], {
      method: 'POST',
      url: search.slice(5),
      headers: { ...json, authorization: bearer },
      body: { emails: ['p100@b.c'], expand: ['productAccess'], limit: 100 },
    });
  });

  it('are read on from the bare cursor', async () => {
    const site = simulate(
      inOrder(
        workspaces(),
        rows([{ accountId: 'a', email: 'a@b.c' }], 'cursor-2'),
        rows([{ accountId: 'b', email: 'b@b.c' }]),
      ),
    );
    const people = await site
      .connect()
      .reader.organization?.peopleByEmail(['a@b.c', 'b@b.c'], never);
    assert.deepEqual(
      people?.map(({ accountId }) => accountId),
      ['a', 'b'],
    );
    assert.deepEqual(site.requests[2]?.body, {
      emails: ['a@b.c', 'b@b.c'],
      expand: ['productAccess'],
      limit: 100,
      cursor: 'cursor-2',
    });
  });

  it('are nobody for no address, without a request', async () => {
    const site = simulate(() => ({}));
    assert.deepEqual(await site.connect().reader.organization?.peopleByEmail([], never), []);
    assert.deepEqual(site.requests, []);
  });

  const here = [{ id: resource, key: 'confluence' }];
  const elsewhere = [{ id: 'ari:cloud:confluence::site/other', key: 'confluence' }];
  const states: [row: Record<string, unknown>, kind: string, state: string][] = [
    [{ status: 'active', accountStatus: 'active', productAccess: here }, 'unknown', 'active'],
    [{ status: 'active', accountStatus: 'active', productAccess: elsewhere }, 'none', 'active'],
    [{ status: 'active', accountStatus: 'active', productAccess: [] }, 'none', 'active'],
    [{ status: 'active', accountStatus: 'active' }, 'unknown', 'active'],
    [{ status: 'not_invited', accountStatus: 'active', productAccess: here }, 'unknown', 'unknown'],
    [{ status: 'suspended', accountStatus: 'active', productAccess: here }, 'unknown', 'inactive'],
    [{ status: 'deactivated', productAccess: here }, 'unknown', 'inactive'],
    [{ status: 'for_deletion', productAccess: here }, 'unknown', 'inactive'],
    [{ accountStatus: 'inactive', productAccess: here }, 'unknown', 'inactive'],
    [{ accountStatus: 'closed', productAccess: here }, 'unknown', 'inactive'],
    [{ managementSource: null }, 'unknown', 'unknown'],
  ];
  for (const [row, kind, state] of states) {
    it(`are ${kind} and ${state} for ${JSON.stringify(row)}`, async () => {
      const found = rows([{ accountId: 'a', email: 'a@b.c', name: 'Ana', ...row }]);
      const site = simulate(inOrder(workspaces(), found));
      const people = await site.connect().reader.organization?.peopleByEmail(['a@b.c'], never);
      assert.deepEqual(people, [{ accountId: 'a', email: 'a@b.c', name: 'Ana', kind, state }]);
    });
  }
});

describe('what the organization calls this Confluence', () => {
  async function resourceUsed(...answers: Answer[]) {
    const site = simulate(inOrder(...answers, { status: 204, body: '' }));
    await site.connect().writer.organization?.revokeGuestRole('a', never);
    return { site, used: (site.requests.at(-1)?.body as { resource: string }).resource };
  }

  it('is the workspace at the address of the site', async () => {
    const { site, used } = await resourceUsed(
      workspaces('https://acme.atlassian.net.evil.example', 'c2'),
      workspaces(`${origin}/wiki`),
    );
    assert.equal(used, resource);
    assert.deepEqual(
      site.requests.slice(0, 2).map(({ body }) => body),
      [
        { query: { field: { name: 'attributes.type', values: ['confluence'] } }, limit: 1000 },
        { cursor: 'c2' },
      ],
    );
  });

  it('is made from the cloud id, asked for without a credential, when no workspace fits', async () => {
    const { site, used } = await resourceUsed(workspaces(null), { body: { cloudId: 'c-7' } });
    assert.equal(used, 'ari:cloud:confluence::site/c-7');
    assert.deepEqual(site.requests[1], {
      method: 'GET',
      url: `${origin}/_edge/tenant_info`,
      headers: { accept: 'application/json' },
      body: undefined,
    });
  });

  it('is asked again after a failure', async () => {
    const site = simulate(inOrder({ status: 403 }, workspaces(), { status: 204, body: '' }));
    const { writer } = site.connect();
    await assert.rejects(async () => writer.organization?.revokeGuestRole('a', never));
    await writer.organization?.revokeGuestRole('a', never);
    assert.equal(site.requests.length, 3);
  });
});

describe('an organization', () => {
  it('is verified by its name', async () => {
    const site = simulate(() => ({
      body: { data: { id: 'org-1', type: 'orgs', attributes: { name: 'Acme' } } },
    }));
    assert.equal(await site.connect().organization?.verify(never), 'Acme');
    assert.deepEqual(site.requests, [
      {
        method: 'GET',
        url: `${api}/admin/v1/orgs/org-1`,
        headers: { accept: 'application/json', authorization: bearer },
        body: undefined,
      },
    ]);
  });
});
