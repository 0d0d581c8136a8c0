import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language/hover';
import type { Known } from '../../../src/language/known';
import type { SiteLists } from '../../../src/sync/lists';
import { head, knownOf, lineText, site } from './known';

/** What a site offers, read at another time than the site of a file. */
const lists: SiteLists = {
  origin: 'https://acme.atlassian.net',
  readAt: '2026-06-01T12:00:00.000Z',
  spaces: {
    state: 'found',
    value: [
      { id: '1', key: 'DOCS', name: 'Documentation', homepageId: undefined },
      { id: '2', key: 'HR', name: 'People', homepageId: undefined },
    ],
  },
  groups: { state: 'found', value: [{ id: 'g', name: 'docs-team' }] },
  roles: {
    state: 'found',
    value: [{ id: 'r', name: 'Reviewer', permissions: ['read/space', 'create/comment', 'x/y'] }],
  },
  guests: {
    state: 'found',
    value: [
      { accountId: 'z', email: 'zoe@old.example', name: 'Zoe', kind: 'guest', state: 'active' },
    ],
  },
  pages: { state: 'found', value: [{ id: '9', title: 'Handbook', spaceKey: 'HR' }] },
};
const read = `read ${lists.readAt}`;

function hover(text: string, part: string, known: Partial<Known>): readonly string[] {
  const found = hoverAt(text, text.indexOf(part) + 1, { ...knownOf(text), ...known });
  return found?.lines.map(lineText) ?? [];
}

describe('a hover over what only the lists of a site know', () => {
  const rows: readonly (readonly [body: string, part: string, ...lines: string[]])[] = [
    ['guests: [{ email: a@b.example, space: HR }]', 'HR', '# People', 'Space: HR', read],
    ['pages: [{ page: 9 }]', '9 }', '# Handbook', 'Space: People (HR)', 'State: not checked', read],
    ['pages: [{ page: 9, view: 1 }]', '9, ', '# Handbook', 'Page: 9', 'Space: People (HR)', read],
    [
      'guests: [{ email: a@b.example, space: DOCS, role: reviewer }]',
      'reviewer',
      'Role on the site: Reviewer',
      'Rights: view, add comments, x/y',
      read,
    ],
    ['pages: [{ page: 1, view: [group:docs-team] }]', 'group:d', 'A group of the site.', read],
    [
      'guests: []\npages: [{ page: 1, view: [Zoe@old.example] }]',
      'Zoe@',
      '# Zoe@old.example',
      'Name on the site: Zoe',
      'Account: a guest',
      read,
    ],
  ];
  for (const [body, part, ...lines] of rows)
    it(`says “${lines[0] ?? ''}” of ${part}`, () => {
      const found = hover(head + body, part, { lists });
      for (const line of lines) assert.ok(found.includes(line), found.join('\n'));
      assert.ok(!hover(head + body, part, {}).includes(read));
    });
  it('never takes what the lists lack for what is not there', () => {
    const text = `${head}pages: [{ page: 1, view: [group:staff] }]`;
    assert.deepEqual(hover(text, 'group:s', { lists }).slice(-1), [
      'The site was not asked for it.',
    ]);
    const unread = { ...lists, groups: { state: 'unread', why: 'a fault' } } as const;
    assert.deepEqual(hover(text, 'group:s', { lists: unread }).slice(-1), [
      'The site was not asked for it.',
    ]);
  });
});

describe('a hover over a group', () => {
  const text = `${head}pages: [{ page: 1, view: [group:ghosts] }]`;
  const { reading } = knownOf(text, site);
  assert.ok(reading);
  const rows: readonly (readonly ['missing' | 'unread', string])[] = [
    ['missing', 'The site shows no such group.'],
    ['unread', 'It could not be checked: a fault'],
  ];
  for (const [state, line] of rows)
    it(`says “${line}” when the answer was ${state}`, () => {
      const groups = new Map([['ghosts', { state, why: 'a fault' }]]);
      const live = { ...reading.live, groups };
      const found = hover(text, 'group:g', { reading: { ...reading, live } });
      assert.deepEqual(found.slice(-2), [line, `read ${live.readAt}`]);
    });
});

describe('a hover over a role', () => {
  const text = `${head}guests: [{ email: a@b.example, space: DOCS, role: contributor }]`;
  const { reading } = knownOf(text, site);
  assert.ok(reading);
  const roles = { ...reading.live, mode: 'roles' } as const;
  it('names the role of the site that stands for it', () => {
    const permissions = ['read/space', 'create/page', 'create/comment', 'create/attachment'];
    const value = [{ id: 'r', name: 'Collaborator', permissions }];
    const live = { ...roles, roles: { state: 'found', value } } as const;
    const found = hover(text, 'contributor', { reading: { ...reading, live } });
    assert.deepEqual(found.slice(2), [
      'Role on the site: Collaborator',
      'Rights: view, add pages, add comments, add attachments',
      `read ${live.readAt}`,
    ]);
  });
  it('says when the site has none', () => {
    const live = { ...roles, roles: { state: 'found', value: [] } } as const;
    const found = hover(text, 'contributor', { reading: { ...reading, live } });
    assert.equal(found[2], 'The site has no role for it: choose another.');
  });
  it('claims nothing of a name that nobody has looked up', () => {
    const other = text.replace('contributor', 'Reviewer');
    assert.deepEqual(hover(other, 'Reviewer', {}), [
      '# Reviewer',
      'The site was not asked for it.',
    ]);
    assert.equal(hover(text, 'contributor', {}).length, 2);
  });
  it('says when the roles could not be read, rather than that there is none', () => {
    const live = { ...roles, roles: { state: 'unread', why: 'a fault' } } as const;
    const found = hover(text, 'contributor', { reading: { ...reading, live } });
    assert.equal(found[2], 'The roles of the site could not be read.');
  });
});
