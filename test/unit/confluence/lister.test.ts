import assert from 'node:assert/strict';
import type { Lister } from '../../../src/sync/ports';
import { api, inOrder, list, never, origin, resource, simulate, type Answer } from './site';

const v2 = `${origin}/wiki/api/v2`;
const docs = { id: '10', key: 'DOCS', name: 'Docs', homepageId: '11' };
const bidi = '\u202e';

describe('the lister', () => {
  const rows: [
    name: string,
    act: (lister: Lister) => Promise<unknown>,
    answers: readonly Answer[],
    calls: readonly string[],
    result: unknown,
  ][] = [
    [
      'lists the spaces of a site over all pages, with names that are fit to be shown',
      (lister) => lister.spaces(never),
      [
        list([docs], '/wiki/api/v2/spaces?status=current&limit=250&cursor=c1'),
        list([{ id: '20', key: 'LAB', name: `L${bidi}ab\n`, homepageId: null }]),
      ],
      [
        `GET ${v2}/spaces?status=current&limit=250`,
        `GET ${v2}/spaces?status=current&limit=250&cursor=c1`,
      ],
      [docs, { id: '20', key: 'LAB', name: 'Lab', homepageId: undefined }],
    ],
    [
      'lists all groups, without those whose name is not fit to be shown',
      (lister) => lister.groups(never),
      [groups(['docs-team', `team${bidi}`], 2), groups(['writers'], 2)],
      [
        `GET ${origin}/wiki/rest/api/group?start=0&limit=200`,
        `GET ${origin}/wiki/rest/api/group?start=2&limit=200`,
      ],
      [
        { id: 'id of docs-team', name: 'docs-team' },
        { id: 'id of writers', name: 'writers' },
      ],
    ],
    [
      'lists the pages of a space over all pages',
      (lister) => lister.pages(docs, Infinity, never),
      [
        list([{ id: '1', title: 'One' }], '/wiki/api/v2/spaces/10/pages?cursor=c1'),
        list([{ id: '2', title: `T${bidi}wo` }]),
      ],
      [
        `GET ${v2}/spaces/10/pages?status=current&limit=250`,
        `GET ${v2}/spaces/10/pages?status=current&limit=250&cursor=c1`,
      ],
      [
        { id: '1', title: 'One', spaceKey: 'DOCS' },
        { id: '2', title: 'Two', spaceKey: 'DOCS' },
      ],
    ],
    [
      'asks for no more pages than are wanted, those that were changed last',
      (lister) => lister.pages(docs, 1, never),
      [
        list(
          [
            { id: '1', title: 'One' },
            { id: '2', title: 'Two' },
          ],
          '/wiki/api/v2/spaces/10/pages?cursor=c1',
        ),
      ],
      [`GET ${v2}/spaces/10/pages?status=current&limit=250&sort=-modified-date`],
      [{ id: '1', title: 'One', spaceKey: 'DOCS' }],
    ],
  ];
  for (const [name, act, answers, calls, result] of rows) {
    it(name, async () => {
      const site = simulate(inOrder(...answers));
      assert.deepEqual(await act(site.connect().lister), result);
      assert.deepEqual(site.calls(), calls);
    });
  }

  it('lists everybody with the Guest role of this Confluence, over all batches', async () => {
    const site = simulate(
      inOrder(
        { body: { data: [{ id: resource, attributes: { hostUrl: origin } }], links: {} } },
        { body: { data: [guest('a', 'Ana')], links: { next: 'c1' } } },
        { body: { data: [guest('b', `B${bidi}en`, { status: 'deactivated' })], links: {} } },
      ),
    );
    assert.deepEqual(await site.connect().lister.guests?.(never), [
      { accountId: 'a', email: 'a@x.example', name: 'Ana', kind: 'guest', state: 'active' },
      { accountId: 'b', email: 'b@x.example', name: 'Ben', kind: 'guest', state: 'inactive' },
    ]);
    assert.deepEqual(
      site.requests.slice(1).map(({ url, body }) => [url, body]),
      [{}, { cursor: 'c1' }].map((cursor) => [
        `${api}/admin/v2/orgs/org-1/directories/-/users/search`,
        { roleIds: ['atlassian/guest'], resourceIds: [resource], limit: 100, ...cursor },
      ]),
    );
  });

  it('cannot list guests without an organization admin key', () => {
    const site = simulate(() => ({}));
    assert.equal(site.connect({ adminKey: '' }).lister.guests, undefined);
  });

  it('ends when it is aborted', async () => {
    const site = simulate(() => list([]));
    const reason = new Error('enough');
    await assert.rejects(site.connect().lister.spaces(AbortSignal.abort(reason)), reason);
    assert.deepEqual(site.requests, []);
  });
});

function groups(names: readonly string[], limit: number): Answer {
  const results = names.map((name) => ({ type: 'group', id: `id of ${name}`, name }));
  return { body: { results, start: 0, limit, size: results.length, _links: {} } };
}

function guest(id: string, name: string, changes: object = {}): object {
  return {
    accountId: id,
    accountStatus: 'active',
    status: 'active',
    email: `${id}@x.example`,
    name,
    ...changes,
  };
}
