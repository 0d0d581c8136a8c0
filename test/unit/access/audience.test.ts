import assert from 'node:assert/strict';
import { audienceOf } from '../../../src/access/audience';
import type { Live } from '../../../src/sync/live';
import type { Looked, Operation, SpaceRole } from '../../../src/sync/model';
import { file, read, type Site } from './readings';

const ana = 'ana@partner.example';
const cho = 'cho@client.example';

/** Ana adds pages in the space, Cho only views it. */
const both: Site = {
  people: { [ana]: 'guest active', [cho]: 'guest active' },
  spaces: { DOCS: { [ana]: 'contributor', [cho]: 'viewer' } },
};

/** Who may do something with page 7: the guests, then others behind a bar. */
function audience(operation: Operation, site: Site, change: Partial<Live> = {}): string {
  const { live } = read(file('guests: []'), { ...both, ...site });
  const looked = live.pages.get('7');
  assert.ok(looked?.state === 'found');
  const { isOpen, staff, unknown, guests } = audienceOf(operation, looked.value, {
    ...live,
    ...change,
  });
  const people =
    guests.state === 'found'
      ? guests.value.map(({ accountId }) => accountId.replace(/@.*/, '')).join(' ')
      : guests.state === 'unread'
        ? guests.why
        : guests.state;
  const others = isOpen ? 'open' : [...staff, ...(unknown > 0 ? [unknown] : [])].join(' ');
  return `${people} | ${others}`;
}

describe('who may do something with a page', () => {
  const rows: readonly (readonly [
    what: string,
    operation: Operation,
    site: Site,
    audience: string,
  ])[] = [
    ['is open', 'view', { pages: { 7: [] } }, 'ana cho | open'],
    ['is open', 'edit', { pages: { 7: [] } }, 'ana | open'],
    ['is restricted', 'view', { pages: { 7: [cho] } }, 'cho | staff Lee'],
    ['is restricted for viewing', 'edit', { pages: { 7: [cho] } }, ' | open'],
    [
      'is restricted for editing',
      'edit',
      { pages: { 7: [] }, editors: { 7: [ana, cho] } },
      'ana | staff Lee',
    ],
    [
      'is restricted for editing',
      'view',
      { pages: { 7: [] }, editors: { 7: [ana] } },
      'ana cho | open',
    ],
    [
      'is below a restricted one',
      'view',
      { pages: { 7: [], 1: [ana] }, above: { 7: ['1'] } },
      'ana | open',
    ],
    [
      'is below one restricted for editing, which is not inherited',
      'edit',
      { pages: { 7: [], 1: [] }, editors: { 1: [cho] }, above: { 7: ['1'] } },
      'ana | open',
    ],
    [
      'is below one that was not read',
      'view',
      { pages: { 7: [] }, above: { 7: ['1'] } },
      'not every page above could be read | open',
    ],
    ['has a guest without the space', 'view', { pages: { 7: [ana] }, spaces: {} }, ' | staff Lee'],
    [
      'has a deactivated guest',
      'view',
      { pages: { 7: [] }, people: { [ana]: 'guest inactive', [cho]: 'guest active' } },
      'cho | open',
    ],
    [
      'has somebody of whom nobody can tell what they are',
      'view',
      { pages: { 7: ['x'] }, people: { x: 'unknown active' } },
      ' | staff Lee 1',
    ],
    [
      'is open to somebody of whom nobody can tell what they are',
      'view',
      { pages: { 7: [] }, people: { [ana]: 'unknown active', [cho]: 'guest active' } },
      'not everybody in the space could be looked up | open',
    ],
    [
      'has staff who have left',
      'view',
      { pages: { 7: ['x', 'y'] }, people: { x: 'user inactive', y: 'none active' } },
      ' | staff Lee',
    ],
    ['has somebody of whom nothing is known', 'view', { pages: { 7: ['x'] } }, ' | staff Lee 1'],
  ];
  for (const [what, operation, site, expected] of rows)
    it(`is “${expected}” to ${operation} when it ${what}`, () => {
      assert.equal(audience(operation, site), expected);
    });

  const pages = { 7: [] };
  const unread = { state: 'unread', why: 'a fault' } as const;
  const gaps: readonly (readonly [what: string, change: Partial<Live>, audience: string])[] = [
    ['the space', { spaces: new Map([['DOCS', unread]]) }, 'a fault | open'],
    ['the people', { people: new Map(), peopleUnread: 'no answer' }, 'no answer | open'],
    [
      'a space that the file owns',
      { spaces: new Map() },
      'the page is in a space that this file does not own | open',
    ],
  ];
  for (const [what, change, expected] of gaps)
    it(`is not known without ${what}`, () => {
      assert.equal(audience('view', { pages }, change), expected);
    });

  const roles = (list: Looked<readonly SpaceRole[]>): Partial<Live> => {
    const { live } = read(file('guests: []'), both);
    const space = live.spaces.get('DOCS');
    assert.ok(space?.state === 'found');
    const assigned = (id: string, roleId: string) =>
      [id, { principal: { kind: 'user', id }, permissions: [], roleId }] as const;
    const users = new Map([assigned(ana, 'r1'), assigned(cho, 'r2')]);
    const access = { state: 'found', value: { users, groups: new Map() } } as const;
    const spaces = new Map([
      ['DOCS', { state: 'found' as const, value: { ...space.value, access } }],
    ]);
    return { mode: 'roles', roles: list, spaces };
  };
  it('is decided by the permissions of roles', () => {
    const value = [
      { id: 'r1', name: 'Viewer', permissions: ['read/space'] },
      { id: 'r2', name: 'Writer', permissions: ['read/space', 'create/page'] },
    ];
    assert.equal(audience('edit', { pages }, roles({ state: 'found', value })), 'cho | open');
  });
  it('is not known for editing without the roles', () => {
    const expected = 'the space roles could not be read | open';
    assert.equal(audience('edit', { pages }, roles(unread)), expected);
    assert.equal(audience('view', { pages }, roles(unread)), 'ana cho | open');
  });
});
