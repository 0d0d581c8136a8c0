import { presets, spaceRole, systemRoles, validPairs } from './presets';
import type { Seed } from './seed';
import { accountIdOf, stableId } from './stableId';
import type { Page, Permission, Person, Principal, Space, SpaceRole, World } from './state';

/** The world that a seed describes. @throws Error when the seed names what it does not define. */
export function buildWorld(seed: Seed): World {
  const people = new Map(seed.people.map(buildPerson).map((person) => [person.accountId, person]));
  const accounts = new Map([...people.values()].map(({ email, accountId }) => [email, accountId]));
  const find = (email: string, where: string) => found(accounts.get(email), email, where);
  const groups = Object.entries(seed.groups).map(([name, members]) => ({
    id: stableId(`group:${name}`),
    name,
    members: new Set(members.map((email) => find(email, `group ${name}`))),
  }));
  const principal = (text: string, where: string): Principal => {
    if (!text.startsWith('group:')) return { type: 'user', id: find(text, where) };
    const group = groups.find(({ name }) => name === text.slice('group:'.length));
    return { type: 'group', id: found(group, text, where).id };
  };
  let nextPermission = 1;
  const permissionOf = (principal: Principal, pair: string): Permission => {
    const [key = '', target = ''] = pair.split('/');
    return { id: nextPermission++, principal, key, target };
  };
  const roles = [
    ...systemRoles,
    ...seed.roles.map(({ name, permissions }) => spaceRole(name, 'CUSTOM', permissions)),
  ];
  const spaces = seed.spaces.map((space, index): Space => {
    const where = `access of space ${space.key}`;
    const access = Object.entries(space.access).map(([name, grant]) => ({
      principal: principal(name, where),
      grant,
    }));
    const home = seed.pages.find((page) => page.space === space.key && page.parent === undefined);
    return {
      id: space.id ?? String(98_305 + index),
      key: space.key,
      name: space.name,
      homepageId: home?.id,
      permissions: access.flatMap(({ principal, grant }) =>
        isRole(seed, grant)
          ? []
          : pairsOf(grant, where).map((pair) => permissionOf(principal, pair)),
      ),
      assignments: access.flatMap(({ principal, grant }) =>
        isRole(seed, grant) ? [{ principal, roleId: roleOf(roles, grant, where).id }] : [],
      ),
    };
  });
  return {
    site: seed.site,
    organization: seed.organization,
    directoryId: stableId(`directory:${seed.organization.id}`),
    tokens: seed.tokens,
    adminKeys: seed.adminKeys,
    people,
    groups: new Map(groups.map((group) => [group.id, group])),
    roles: new Map(roles.map((role) => [role.id, role])),
    spaces: new Map(spaces.map((space) => [space.key, space])),
    pages: new Map(buildPages(seed, principal).map((page) => [page.id, page])),
    mail: [],
    changes: [],
    switches: seed.switches,
    nextPermission,
  };
}

function buildPerson(person: Seed['people'][number]): Person {
  const { account, roles, ...others } = person;
  return { ...others, accountId: account ?? accountIdOf(person.email), roles: new Set(roles) };
}

function buildPages(
  seed: Seed,
  principal: (text: string, where: string) => Principal,
): readonly Page[] {
  const keys = new Set(seed.spaces.map(({ key }) => key));
  const before = new Set<string>();
  return seed.pages.map(({ id, title, space, parent, view, edit, unindexed }) => {
    const where = `page ${id}`;
    if (!keys.has(space)) throw notThere(space, where);
    // Parents come first in the seed, which also keeps anybody from being their own ancestor.
    if (parent !== undefined && !before.has(parent)) throw notThere(`parent ${parent}`, where);
    before.add(id);
    const restriction = (entries: readonly string[]) => {
      const principals = entries.map((entry) => principal(entry, where));
      const ids = (type: Principal['type']) =>
        new Set(principals.filter((one) => one.type === type).map((one) => one.id));
      return { users: ids('user'), groups: ids('group') };
    };
    const restrictions = { read: restriction(view), update: restriction(edit) };
    return { id, title, spaceKey: space, parent, unindexed, restrictions };
  });
}

/** Where the site has space roles, a word stands for one of them, and pairs for custom access. */
function isRole({ site }: Seed, grant: string | readonly string[]): grant is string {
  return site.mode !== 'PRE_ROLES' && typeof grant === 'string';
}

function roleOf(roles: readonly SpaceRole[], word: string, where: string): SpaceRole {
  const name = presets[word]?.role ?? word;
  const role = roles.find((one) => one.name === name);
  return found(role, name, where);
}

function pairsOf(grant: string | readonly string[], where: string): readonly string[] {
  if (typeof grant === 'string') return found(presets[grant], grant, where).permissions;
  const wrong = grant.find((pair) => !validPairs.includes(pair));
  if (wrong !== undefined) throw notThere(wrong, where);
  return grant;
}

function found<T>(value: T | undefined, name: string, where: string): T {
  if (value === undefined) throw notThere(name, where);
  return value;
}

function notThere(name: string, where: string): Error {
  return new Error(`The seed names ${name} in ${where}, which is not there.`);
}
