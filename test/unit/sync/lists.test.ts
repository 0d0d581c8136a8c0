import assert from 'node:assert/strict';
import type { SiteLists } from '../../../src/sync/lists';
import { readLists } from '../../../src/sync/readLists';
import { acme, onSite, type SiteOptions, type TestSite } from '../../support/site';

const readAt = '2026-06-01T09:00:00.000Z';

/** What the site offers when these spaces are asked about. */
async function listsOf(
  options: SiteOptions,
  spaces: readonly string[],
  prepare: (site: TestSite) => void = () => undefined,
): Promise<SiteLists> {
  let lists: SiteLists | undefined;
  await onSite(options, async (site) => {
    prepare(site);
    const { reader, lister } = site.connected;
    lists = await readLists(reader, lister, {
      origin: 'https://acme.atlassian.net',
      spaces,
      now: () => new Date(readAt),
      signal: new AbortController().signal,
    });
  });
  assert.ok(lists);
  return lists;
}

type Lists = Omit<SiteLists, 'origin' | 'readAt'>;

/** The names in a list, or why it could not be read. */
function namesIn(lists: SiteLists, key: keyof Lists): unknown {
  const list = lists[key];
  if (list.state === 'unread') return list.why;
  if (list.state === 'missing') return list.state;
  return list.value.map((one) =>
    'title' in one ? one.title : 'key' in one ? one.key : 'email' in one ? one.email : one.name,
  );
}

describe('the lists of a site', () => {
  it('hold everything there is to choose from, with the time of the reading', async () => {
    const lists = await listsOf({}, ['DOCS']);
    assert.deepEqual([lists.origin, lists.readAt], ['https://acme.atlassian.net', readAt]);
    assert.deepEqual(namesIn(lists, 'spaces'), ['DOCS', 'LAB']);
    assert.deepEqual(namesIn(lists, 'groups'), ['docs-team']);
    assert.deepEqual(namesIn(lists, 'roles'), []);
    assert.deepEqual(namesIn(lists, 'guests'), [
      'ana@partner.example',
      'ben@agency.example',
      'kai@lab.example',
    ]);
    assert.deepEqual(namesIn(lists, 'pages'), ['Closed', 'Open', 'Home']);
  });

  it('hold the roles of a site that has some', async () => {
    const lists = await listsOf({ seed: acme({ site: { name: 'Acme', mode: 'ROLES' } }) }, []);
    assert.deepEqual(namesIn(lists, 'roles'), ['Admin', 'Manager', 'Collaborator', 'Viewer']);
  });

  it('hold no pages of spaces that nobody asked about or nobody can see', async () => {
    assert.deepEqual(namesIn(await listsOf({}, ['HR', 'NOPE']), 'pages'), []);
  });

  it('say that guests take an organization admin key', async () => {
    const lists = await listsOf({ adminKey: '' }, []);
    assert.equal(namesIn(lists, 'guests'), 'that takes an organization admin key');
  });

  const failures: readonly (readonly [string, string, keyof Lists])[] = [
    ['spaces', '/wiki/api/v2/spaces', 'spaces'],
    ['spaces, and so their pages,', '/wiki/api/v2/spaces', 'pages'],
    ['groups', '/wiki/rest/api/group', 'groups'],
    ['pages', '/wiki/api/v2/spaces/98305/pages', 'pages'],
    ['guests', '/admin/v2/orgs/org-1/directories/-/users/search', 'guests'],
  ];
  for (const [what, path, key] of failures) {
    it(`say why the ${what} could not be read`, async () => {
      const lists = await listsOf({}, ['DOCS'], ({ sandbox }) => {
        sandbox.addFaults([{ path, status: 403, times: 9 }]);
      });
      assert.match(String(namesIn(lists, key)), /403|not allow|may not/i);
    });
  }

  it('hold the pages of the spaces that could be read', async () => {
    const lists = await listsOf({}, ['DOCS', 'LAB'], ({ sandbox }) => {
      sandbox.addFaults([{ path: '/wiki/api/v2/spaces/98305/pages', status: 403, times: 9 }]);
    });
    assert.deepEqual(namesIn(lists, 'pages'), ['Results']);
  });
});
