import { slice } from './paging';
import { isGuestOnly } from './state';
import type { Operation, Page, Person, Restriction, Space, World } from './state';

/** v1's user, as others see it: without the address unless the profile shows it. */
export function userShape(person: Person) {
  const isGuest = isGuestOnly(person.roles);
  return {
    type: 'known',
    accountId: person.accountId,
    accountType: 'atlassian',
    email: person.emailVisible ? person.email : '',
    publicName: person.name,
    displayName: person.name,
    isExternalCollaborator: isGuest,
    isGuest,
    _expandable: { operations: '', personalSpace: '' },
    _links: {},
  };
}

export function groupShape({ id, name }: { readonly id: string; readonly name: string }) {
  return { type: 'group', name, id, _links: {} };
}

/** What of a restriction to list: which kinds, from where, and how many of each. */
export interface Window {
  readonly user: boolean;
  readonly group: boolean;
  readonly start: number;
  readonly limit: number;
}

/** v1's restriction of one operation; the lists that are not wanted are named as expandable. */
export function restrictionShape(
  world: World,
  page: Page,
  operation: Operation,
  window: Window,
): object {
  const { users, groups } = page.restrictions[operation];
  const people = [...users].flatMap((id) => world.people.get(id) ?? []);
  const teams = [...groups].flatMap((id) => world.groups.get(id) ?? []);
  const self = `/wiki/rest/api/content/${page.id}/restriction/byOperation/${operation}`;
  return {
    operation,
    restrictions: {
      ...(window.user ? { user: listShape(people.map(userShape), window) } : {}),
      ...(window.group ? { group: listShape(teams.map(groupShape), window) } : {}),
      _expandable: {
        ...(window.user ? {} : { user: '' }),
        ...(window.group ? {} : { group: '' }),
      },
    },
    _expandable: { content: `/rest/api/content/${page.id}` },
    _links: { self },
  };
}

function listShape(rows: readonly unknown[], { start, limit }: Window) {
  const page = slice(rows, start, limit);
  return { results: page.rows, start, limit, size: page.rows.length };
}

/** Changes whenever the restrictions of the page do. */
export function hashOf({ restrictions }: Page): string {
  const list = ({ users, groups }: Restriction) => [...users, ...groups].sort().join();
  return Buffer.from(`${list(restrictions.read)};${list(restrictions.update)}`).toString(
    'base64url',
  );
}

/** v1's space. */
export function spaceShape(space: Space) {
  return {
    id: Number(space.id),
    key: space.key,
    name: space.name,
    type: space.key.startsWith('~') ? 'personal' : 'global',
    status: 'current',
    _expandable: { homepage: '', description: '' },
    _links: { webui: `/spaces/${space.key}` },
  };
}

/** v1's content without anything expanded. */
export function contentShape(page: Page) {
  return {
    id: page.id,
    type: 'page',
    status: 'current',
    title: page.title,
    _links: {
      self: `/wiki/rest/api/content/${page.id}`,
      webui: `/spaces/${page.spaceKey}/pages/${page.id}`,
    },
  };
}
