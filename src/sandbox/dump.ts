import { guestsOf, seatsOf } from './state';
import type { Change, Mail, Page, Principal, Restriction, Role, Space, World } from './state';

/** The world for reading: by addresses and names, always in the same order, without credentials. */
export interface State {
  readonly plan: string;
  readonly mode: string;
  /** Paid seats. */
  readonly seats: number;
  readonly guests: number;
  readonly people: readonly {
    readonly accountId: string;
    readonly email: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly state: string;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  readonly spaces: readonly {
    readonly id: string;
    readonly key: string;
    /** By address or `group:NAME`: `key/target` pairs, or the name of a space role. */
    readonly access: Readonly<Record<string, readonly string[] | string>>;
  }[];
  readonly pages: readonly {
    readonly id: string;
    readonly title: string;
    readonly space: string;
    readonly parent: string | undefined;
    /** Addresses and `group:NAME`; empty: open. */
    readonly view: readonly string[];
    readonly edit: readonly string[];
  }[];
  readonly mail: readonly Mail[];
  readonly changes: readonly Change[];
}

export function dumpState(world: World): State {
  return {
    plan: world.site.plan,
    mode: world.site.mode,
    seats: seatsOf(world),
    guests: guestsOf(world),
    people: sorted([...world.people.values()], ({ email }) => email).map(
      ({ accountId, email, name, roles, state }) => ({
        accountId,
        email,
        name,
        roles: [...roles].sort(),
        state,
      }),
    ),
    groups: sorted([...world.groups.values()], ({ name }) => name).map(({ id, name, members }) => ({
      id,
      name,
      members: [...members].map((member) => nameOf(world, { type: 'user', id: member })).sort(),
    })),
    spaces: sorted([...world.spaces.values()], ({ key }) => key).map((space) => ({
      id: space.id,
      key: space.key,
      access: accessOf(world, space),
    })),
    pages: sorted([...world.pages.values()], ({ id }) => id).map((page) => pageOf(world, page)),
    mail: [...world.mail],
    changes: [...world.changes],
  };
}

function accessOf(
  world: World,
  space: Space,
): Readonly<Record<string, readonly string[] | string>> {
  const pairs = new Map<string, string[]>();
  for (const { principal, key, target } of space.permissions) {
    const name = nameOf(world, principal);
    pairs.set(name, [...(pairs.get(name) ?? []), `${key}/${target}`].sort());
  }
  const access = new Map<string, readonly string[] | string>(pairs);
  for (const { principal, roleId } of space.assignments) {
    access.set(nameOf(world, principal), world.roles.get(roleId)?.name ?? roleId);
  }
  return Object.fromEntries(sorted([...access], ([name]) => name));
}

function pageOf(world: World, { id, title, spaceKey, parent, restrictions }: Page) {
  const view = entriesOf(world, restrictions.read);
  const edit = entriesOf(world, restrictions.update);
  return { id, title, space: spaceKey, parent, view, edit };
}

function entriesOf(world: World, { users, groups }: Restriction): readonly string[] {
  return [
    ...[...users].map((id) => nameOf(world, { type: 'user', id })),
    ...[...groups].map((id) => nameOf(world, { type: 'group', id })),
  ].sort();
}

function nameOf(world: World, { type, id }: Principal): string {
  if (type === 'user') return world.people.get(id)?.email ?? id;
  return `group:${world.groups.get(id)?.name ?? id}`;
}

/** By code units, so that the order is the same everywhere. */
function sorted<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...values].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
