import type { Seed } from './seed';
import type { Switches } from './switches';

/** The simulated site: everything that requests read and change. */
export interface World {
  readonly site: Seed['site'];
  readonly organization: Seed['organization'];
  readonly directoryId: string;
  readonly tokens: Seed['tokens'];
  readonly adminKeys: Seed['adminKeys'];
  /** By account id. */
  readonly people: Map<string, Person>;
  /** By id. */
  readonly groups: ReadonlyMap<string, Group>;
  /** By id. */
  readonly roles: ReadonlyMap<string, SpaceRole>;
  /** By key. */
  readonly spaces: ReadonlyMap<string, Space>;
  /** By id. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly mail: Mail[];
  readonly changes: Change[];
  switches: Switches;
  nextPermission: number;
}

export type Role = 'user' | 'guest' | 'admin';

export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Set<Role>;
  state: 'active' | 'invited' | 'deactivated';
  readonly siteAdmin: boolean;
  readonly orgAdmin: boolean;
  /** A paid user of another app of the organization. */
  readonly otherApp: boolean;
  readonly emailVisible: boolean;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  /** Account ids. */
  readonly members: Set<string>;
}

export interface SpaceRole {
  readonly id: string;
  readonly name: string;
  readonly type: 'SYSTEM' | 'CUSTOM';
  /** `key/target` pairs. */
  readonly permissions: readonly string[];
}

export interface Principal {
  readonly type: 'user' | 'group';
  readonly id: string;
}

export interface Permission {
  readonly id: number;
  readonly principal: Principal;
  readonly key: string;
  readonly target: string;
}

export interface Assignment {
  readonly principal: Principal;
  readonly roleId: string;
}

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly homepageId: string | undefined;
  permissions: Permission[];
  assignments: Assignment[];
}

export type Operation = 'read' | 'update';

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly spaceKey: string;
  readonly parent: string | undefined;
  readonly unindexed: boolean;
  readonly restrictions: Record<Operation, Restriction>;
}

/** Account ids and group ids; both empty: open. */
export interface Restriction {
  readonly users: Set<string>;
  readonly groups: Set<string>;
}

/** An invitation that went out. */
export interface Mail {
  readonly email: string;
  readonly at: string;
  readonly text: string;
}

/** A change that somebody made, by the address of the person or the id of the organization. */
export interface Change {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function personByEmail(world: World, email: string): Person | undefined {
  const wanted = email.trim().toLowerCase();
  return [...world.people.values()].find((person) => person.email.toLowerCase() === wanted);
}

export function spaceById(world: World, id: string): Space | undefined {
  return [...world.spaces.values()].find((space) => space.id === id);
}

/** The page's ancestors, top-most first. */
export function ancestorsOf(world: World, page: Page): readonly Page[] {
  const parent = page.parent === undefined ? undefined : world.pages.get(page.parent);
  return parent === undefined ? [] : [...ancestorsOf(world, parent), parent];
}

export function isSame(one: Principal, other: Principal): boolean {
  return one.type === other.type && one.id === other.id;
}

/** The Atlassian resource identifier of this Confluence. */
export function resourceOf(world: World): string {
  return `ari:cloud:confluence::site/${world.site.cloudId}`;
}

/** Paid seats: everybody with a role that is not Guest. */
export function seatsOf(world: World): number {
  return [...world.people.values()].filter(
    ({ roles, state }) => state !== 'deactivated' && (roles.has('user') || roles.has('admin')),
  ).length;
}

/** Guests who take no paid seat, invited ones included. */
export function guestsOf(world: World): number {
  return [...world.people.values()].filter(
    ({ roles, state }) => state !== 'deactivated' && isGuestOnly(roles),
  ).length;
}

export function isGuestOnly(roles: ReadonlySet<Role>): boolean {
  return roles.has('guest') && roles.size === 1;
}
