import assert from 'node:assert/strict';
import { list, never, origin, simulate, type Answer } from './site';

const wiki = `${origin}/wiki`;
const expand =
  'restrictions.read.restrictions.user,restrictions.read.restrictions.group,restrictions.update.restrictions.user,restrictions.update.restrictions.group,ancestors,space';

type Entries = Record<string, unknown> & { results: unknown[] };

function users(...accountIds: (string | null)[]): Entries {
  const results = accountIds.map((accountId) => ({ type: 'known', accountId }));
  return { results, start: 0, limit: 100, size: results.length };
}

function groups(...ids: string[]): Entries {
  const results = ids.map((id) => ({ type: 'group', id, name: `group ${id}` }));
  return { results, start: 0, limit: 100, size: results.length };
}

function content(id: string, read: Entries, readGroups = groups(), update = users()): unknown {
  return {
    id,
    type: 'page',
    status: 'current',
    title: `Page ${id}`,
    space: { key: 'DOCS', name: 'Docs' },
    ancestors: [{ id: '1' }, { id: '2' }],
    restrictions: {
      read: { operation: 'read', restrictions: { user: read, group: readGroups } },
      update: { operation: 'update', restrictions: { user: update, group: groups() } },
    },
  };
}

function restriction(read: Entries, readGroups = groups(), update = users()): Answer {
  const results = [
    { operation: 'read', restrictions: { user: read, group: readGroups } },
    { operation: 'update', restrictions: { user: update, group: groups() } },
  ];
  return { body: { results, start: 0, limit: 100, size: 2, restrictionsHash: 'h', _links: {} } };
}

function restrictionCall(id: string, start: number): string {
  return `GET ${wiki}/rest/api/content/${id}/restriction?expand=restrictions.user,restrictions.group&start=${start}&limit=100`;
}

describe('reading pages', () => {
  it('reads ancestors and both restrictions of many pages at once, over all batches', async () => {
    const site = simulate(({ url }) =>
      url.includes('cursor')
        ? list([content('4', users('b'))])
        : list(
            [content('3', users('a'), groups('g'), users('c'))],
            `/rest/api/content/search?next=true&cursor=c1&limit=100&cql=id%20in%20(3,4)`,
          ),
    );
    const pages = await site.connect().reader.pages(['3', '4'], never);
    const common = { spaceKey: 'DOCS', ancestors: ['1', '2'] };
    const nobody = { users: [], groups: [] };
    assert.deepEqual(pages, [
      {
        ...common,
        id: '3',
        title: 'Page 3',
        view: { users: ['a'], groups: [{ id: 'g', name: 'group g' }] },
        edit: { users: ['c'], groups: [] },
      },
      { ...common, id: '4', title: 'Page 4', view: { users: ['b'], groups: [] }, edit: nobody },
    ]);
    assert.deepEqual(site.calls(), [
      `GET ${wiki}/rest/api/content/search?cql=id in (3,4)&expand=${expand}&limit=100`,
      `GET ${wiki}/rest/api/content/search?cql=id in (3,4)&expand=${expand}&limit=100&next=true&cursor=c1`,
    ]);
  });

  it('asks for a hundred pages in a request', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => String(index + 1));
    const site = simulate(({ url }) => {
      const cql = /id in \(([\d,]+)\)/.exec(decodeURIComponent(url))?.[1] ?? '';
      return list(cql.split(',').map((id) => content(id, users())));
    });
    const pages = await site.connect().reader.pages(ids, never);
    assert.equal(pages.length, 101);
    assert.equal(site.requests.length, 2);
  });

  it('never lets an id that is no number into a query', async () => {
    const site = simulate(() => list([]));
    assert.deepEqual(await site.connect().reader.pages(['1) or (id=2', 'x'], never), []);
    assert.deepEqual(site.requests, []);
  });

  it('asks for a page that the index leaves out by itself', async () => {
    const site = simulate(({ url }) => {
      if (url.includes('/search')) return list([]);
      if (url.includes('/ancestors'))
        return list([
          { id: '1', type: 'page' },
          { id: '2', type: 'folder' },
        ]);
      if (url.includes('/pages?')) return list([{ id: '3', title: 'New', spaceId: '10' }]);
      if (url.includes('/spaces?')) return list([{ id: '10', key: 'DOCS', name: 'Docs' }]);
      return restriction(users('a'));
    });
    assert.deepEqual(await site.connect().reader.pages(['3', '9'], never), [
      {
        id: '3',
        title: 'New',
        spaceKey: 'DOCS',
        ancestors: ['1', '2'],
        view: { users: ['a'], groups: [] },
        edit: { users: [], groups: [] },
      },
    ]);
    assert.deepEqual(site.calls().slice(1), [
      `GET ${wiki}/api/v2/pages?id=3,9&status=current&limit=250`,
      `GET ${wiki}/api/v2/spaces?ids=10&limit=250`,
      `GET ${wiki}/api/v2/pages/3/ancestors?limit=250`,
      restrictionCall('3', 0),
    ]);
  });

  it('asks for the ancestors of the first one when there are as many as fit', async () => {
    const near = Array.from({ length: 250 }, (_, index) => ({ id: String(1000 + index) }));
    const site = simulate(({ url }) => {
      if (url.includes('/search')) return list([]);
      if (url.includes('/pages/1000/ancestors')) return list([{ id: '1' }, { id: '2' }]);
      if (url.includes('/ancestors')) return list(near);
      if (url.includes('/pages?')) return list([{ id: '3', title: 'Deep', spaceId: '10' }]);
      if (url.includes('/spaces?')) return list([{ id: '10', key: 'DOCS', name: 'Docs' }]);
      return restriction(users());
    });
    const [page] = await site.connect().reader.pages(['3'], never);
    assert.deepEqual(page?.ancestors, ['1', '2', ...near.map(({ id }) => id)]);
  });
});

describe('a restriction', () => {
  const cutOff: [sign: string, entries: Entries][] = [
    ['a full list', { ...users('a', 'b'), limit: 2 }],
    ['a size above what is there', { ...users('a', 'b'), size: 3 }],
    ['a total above what is there', { ...users('a', 'b'), totalSize: 3 }],
    ['a next link', { ...users('a', 'b'), _links: { next: '/rest/x' } }],
    ['a list that starts later', { ...users('a', 'b'), start: 1 }],
  ];
  for (const [sign, entries] of cutOff) {
    it(`is read from the page itself when the search shows ${sign}`, async () => {
      const site = simulate(({ url }) =>
        url.includes('/search') ? list([content('3', entries)]) : restriction(users('a', 'b', 'c')),
      );
      const [page] = await site.connect().reader.pages(['3'], never);
      assert.deepEqual(page?.view.users, ['a', 'b', 'c']);
      assert.deepEqual(site.calls().slice(1), [restrictionCall('3', 0)]);
    });
  }

  it('is read to the end where the site gives fewer entries than asked for', async () => {
    const everybody = ['a', 'b', 'c', 'd', 'e'];
    const site = simulate(({ url }) => {
      const start = Number(new URL(url).searchParams.get('start'));
      const some = everybody.slice(start, start + 2);
      const few = { ...groups(...(start === 0 ? ['g'] : [])), start, limit: 2 };
      return restriction({ ...users(...some), start, limit: 2 }, few);
    });
    const { view } = await site.connect().reader.restrictions('3', never);
    assert.deepEqual(view, { users: everybody, groups: [{ id: 'g', name: 'group g' }] });
    assert.deepEqual(
      site.calls(),
      [0, 2, 4].map((start) => restrictionCall('3', start)),
    );
  });

  const refused: [name: string, answer: Answer][] = [
    ['stays cut off', restriction({ ...users('a'), limit: 1 })],
    ['claims more and gives none', restriction({ ...users(), size: 3 })],
    ['has somebody without account id', restriction(users('a', null))],
    [
      'is there for one operation only',
      {
        body: {
          results: [{ operation: 'read', restrictions: { user: users(), group: groups() } }],
        },
      },
    ],
    [
      'comes without its groups',
      { body: { results: [{ operation: 'read', restrictions: { user: users() } }] } },
    ],
  ];
  for (const [name, answer] of refused) {
    it(`is refused when it ${name}`, async () => {
      const site = simulate(() => answer);
      await assert.rejects(site.connect().reader.restrictions('3', never), { kind: 'shape' });
    });
  }
});
