import assert from 'node:assert/strict';
import type { Reader } from '../../../src/sync/ports';
import { basic, inOrder, list, never, origin, simulate, type Answer } from './site';

const v2 = `${origin}/wiki/api/v2`;
const docs = { id: '10', key: 'DOCS', name: 'Docs', homepageId: '11' };

describe('the reader', () => {
  const rows: [
    name: string,
    act: (reader: Reader) => Promise<unknown>,
    answers: readonly Answer[],
    calls: readonly string[],
    result: unknown,
  ][] = [
    [
      'says who is asking',
      (r) => r.caller(never),
      [{ body: { type: 'known', accountId: 'lee', displayName: 'Lee', email: '' } }],
      [`GET ${origin}/wiki/rest/api/user/current`],
      { accountId: 'lee', name: 'Lee' },
    ],
    [
      'finds spaces by key over all pages',
      (r) => r.spaces(['DOCS', 'LAB', 'DOCS'], never),
      [
        list([docs], '/wiki/api/v2/spaces?keys=DOCS,LAB&limit=250&cursor=c1'),
        list([{ id: '20', key: 'LAB', name: 'Lab', homepageId: null }]),
      ],
      [
        `GET ${v2}/spaces?keys=DOCS,LAB&limit=250`,
        `GET ${v2}/spaces?keys=DOCS,LAB&limit=250&cursor=c1`,
      ],
      [docs, { id: '20', key: 'LAB', name: 'Lab', homepageId: undefined }],
    ],
    ['asks for no spaces when there are no keys', (r) => r.spaces([], never), [], [], []],
    ['asks for no pages when there are no ids', (r) => r.pages([], never), [], [], []],
    ['asks for no people when there are no ids', (r) => r.peopleById([], never), [], [], []],
    [
      'reads the space roles',
      (r) => r.spaceRoles(never),
      [
        list([
          { id: 'r1', type: 'SYSTEM', name: 'Viewer', spacePermissions: ['read/space'] },
          { id: 'r2', type: 'CUSTOM', name: 'Empty' },
        ]),
      ],
      [`GET ${v2}/space-roles?limit=250`],
      [
        { id: 'r1', name: 'Viewer', permissions: ['read/space'] },
        { id: 'r2', name: 'Empty', permissions: [] },
      ],
    ],
    [
      'groups space permissions by user and group, over all pages and past other principals',
      (r) => r.spaceAccess(docs, 'permissions', never),
      [
        list(
          [
            permission('1', 'user', 'a', 'read', 'space'),
            permission('2', 'group', 'a', 'read', 'space'),
            permission('3', 'role', 'anonymous', 'read', 'space'),
            {
              ...permission('4', 'access-class', '', 'read', 'space'),
              principal: { type: 'access-class' },
            },
          ],
          '/wiki/api/v2/spaces/10/permissions?cursor=c1&limit=250',
        ),
        list([permission('5', 'user', 'a', 'create', 'page')]),
      ],
      [
        `GET ${v2}/spaces/10/permissions?limit=250`,
        `GET ${v2}/spaces/10/permissions?limit=250&cursor=c1`,
      ],
      [
        {
          principal: { kind: 'user', id: 'a' },
          permissions: [
            { id: '1', key: 'read', target: 'space' },
            { id: '5', key: 'create', target: 'page' },
          ],
          roleId: undefined,
        },
        {
          principal: { kind: 'group', id: 'a' },
          permissions: [{ id: '2', key: 'read', target: 'space' }],
          roleId: undefined,
        },
      ],
    ],
    [
      'reads role assignments of users and groups, past other principals and taken-away roles',
      (r) => r.spaceAccess(docs, 'roles', never),
      [
        list([
          { principal: { principalType: 'USER', principalId: 'a' }, roleId: 'r1' },
          { principal: { principalType: 'GROUP', principalId: 'g' }, roleId: 'r2' },
          { principal: { principalType: 'ACCESS_CLASS', principalId: 'x' }, roleId: 'r1' },
          { principal: { principalType: 'USER', principalId: 'b' } },
        ]),
      ],
      [`GET ${v2}/spaces/10/role-assignments?limit=250`],
      [
        { principal: { kind: 'user', id: 'a' }, permissions: [], roleId: 'r1' },
        { principal: { kind: 'group', id: 'g' }, permissions: [], roleId: 'r2' },
      ],
    ],
    [
      'finds the group of exactly the name, beyond the first page of the picker',
      (r) => r.group('docs', never),
      [
        {
          body: {
            results: [
              { id: '1', name: 'docs-team' },
              { id: '2', name: 'my docs' },
            ],
            start: 0,
            limit: 2,
            size: 2,
          },
        },
        {
          body: {
            results: [{ id: '3', name: 'docs', type: 'group' }],
            start: 2,
            limit: 2,
            size: 1,
          },
        },
      ],
      [
        `GET ${origin}/wiki/rest/api/group/picker?query=docs&start=0&limit=200`,
        `GET ${origin}/wiki/rest/api/group/picker?query=docs&start=2&limit=200`,
      ],
      { id: '3', name: 'docs' },
    ],
    [
      'finds no group whose name only looks alike',
      (r) => r.group('docs', never),
      [{ body: { results: [{ id: '1', name: 'docs-team' }], start: 0, limit: 200, size: 1 } }],
      [`GET ${origin}/wiki/rest/api/group/picker?query=docs&start=0&limit=200`],
      undefined,
    ],
  ];
  for (const [name, act, answers, calls, result] of rows) {
    it(name, async () => {
      const site = simulate(inOrder(...answers));
      assert.deepEqual(await act(site.connect().reader), result);
      assert.deepEqual(site.calls(), calls);
      for (const { headers } of site.requests) {
        assert.deepEqual(headers, { accept: 'application/json', authorization: basic });
      }
    });
  }

  it('asks for 250 spaces in a request', async () => {
    const site = simulate(() => list([]));
    const keys = Array.from({ length: 251 }, (_, index) => `K${index}`);
    await site.connect().reader.spaces(keys, never);
    assert.deepEqual(
      site.calls().map((call) => call.split(',').length),
      [250, 1],
    );
  });

  it('takes an anonymous answer for not signed in', async () => {
    const site = simulate(() => ({ body: { type: 'anonymous', accountId: null } }));
    await assert.rejects(site.connect().reader.caller(never), { kind: 'auth' });
  });

  it('asks nothing of Confluence without an API token', async () => {
    const site = simulate(() => ({}));
    await assert.rejects(site.connect({ token: '' }).reader.spaceMode(never), {
      kind: 'auth',
      message:
        'There is no API token for this site: sign in with your e-mail address and an API token.',
    });
    assert.deepEqual(site.requests, []);
  });

  it('reaches Confluence through the gateway with a token that has scopes', async () => {
    const site = simulate(() => list([docs]));
    await site.connect({ cloudId: 'c-1' }).reader.spaces(['DOCS'], never);
    assert.deepEqual(site.calls(), [
      'GET https://api.atlassian.com/ex/confluence/c-1/wiki/api/v2/spaces?keys=DOCS&limit=250',
    ]);
  });
});

describe('the space mode', () => {
  const rows: [answer: Answer, mode: string][] = [
    [{ body: { mode: 'PRE_ROLES' } }, 'permissions'],
    [{ body: { mode: 'ROLES_TRANSITION' } }, 'transition'],
    [{ body: { mode: 'ROLES' } }, 'roles'],
    [{ body: { mode: 'toString' } }, 'unknown'],
    ...[400, 403, 404, 405, 500, 501].map((status): [Answer, string] => [{ status }, 'unknown']),
  ];
  for (const [answer, mode] of rows) {
    it(`is ${mode} for ${JSON.stringify(answer)}`, async () => {
      const site = simulate(() => answer);
      assert.equal(await site.connect().reader.spaceMode(never), mode);
    });
  }

  it('is not taken for unknown when the token is refused', async () => {
    const site = simulate(() => ({ status: 401 }));
    await assert.rejects(site.connect().reader.spaceMode(never), { kind: 'auth' });
  });
});

function permission(id: string, type: string, principal: string, key: string, targetType: string) {
  return { id, principal: { type, id: principal }, operation: { key, targetType } };
}
