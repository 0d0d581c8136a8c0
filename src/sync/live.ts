import { addressKey } from '../document/address';
import { found } from './look';
import type {
  Caller,
  Group,
  Looked,
  Page,
  Person,
  Restriction,
  SpaceAccess,
  SpaceInfo,
  SpaceMode,
  SpaceRole,
} from './model';

/** What the site says about everything that one file speaks of. */
export interface Live {
  /** When the reading ended, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly origin: string;
  readonly caller: Caller;
  readonly mode: SpaceMode;
  /** Empty unless the site has space roles. */
  readonly roles: Looked<readonly SpaceRole[]>;
  /** Every owned space, by key. */
  readonly spaces: ReadonlyMap<string, Looked<LiveSpace>>;
  /** Everybody met while reading, by account id; somebody missing here is not known to be staff or guest. */
  readonly people: ReadonlyMap<string, Person>;
  /** Why nobody could be looked up in Confluence, if so; then `people` is empty. */
  readonly peopleUnread: string | undefined;
  /** The account behind each address of the file, by `addressKey`. */
  readonly addresses: ReadonlyMap<string, Looked<string>>;
  /** The groups that the file names, by name. */
  readonly groups: ReadonlyMap<string, Looked<Group>>;
  /** The shared pages and their ancestors, by id. */
  readonly pages: ReadonlyMap<string, Looked<Page>>;
  /** The ids of the pages below each page of the file with `tree: true`. */
  readonly below: ReadonlyMap<string, Looked<readonly string[]>>;
  /** Whether the credentials include an organization admin key, without which nobody can be invited or removed. */
  readonly organization: boolean;
}

export interface LiveSpace extends SpaceInfo {
  readonly access: Looked<SpaceUsers>;
}

/** Who has access to a space, by account id and by group id. */
export interface SpaceUsers {
  readonly users: ReadonlyMap<string, SpaceAccess>;
  readonly groups: ReadonlyMap<string, SpaceAccess>;
}

export function indexUsers(access: readonly SpaceAccess[]): SpaceUsers {
  const of = (kind: SpaceAccess['principal']['kind']): ReadonlyMap<string, SpaceAccess> =>
    new Map(
      access
        .filter(({ principal }) => principal.kind === kind)
        .map((entry) => [entry.principal.id, entry]),
    );
  return { users: of('user'), groups: of('group') };
}

const nobody: SpaceUsers = { users: new Map(), groups: new Map() };

/** Everybody with access to a space; nobody when it could not be read. */
export function usersOf(live: Live, spaceKey: string): SpaceUsers {
  return found(found(live.spaces.get(spaceKey))?.access) ?? nobody;
}

/** What a user may do in a space; `undefined` when nothing or when it could not be read. */
export function accessOf(live: Live, spaceKey: string, accountId: string): SpaceAccess | undefined {
  return usersOf(live, spaceKey).users.get(accountId);
}

/** The guests with access to a space, as far as it could be read. */
export function guestsIn(live: Live, spaceKey: string): readonly Person[] {
  return [...usersOf(live, spaceKey).users.keys()]
    .map((id) => live.people.get(id))
    .filter((person) => person !== undefined)
    .filter(({ kind }) => kind === 'guest');
}

/** Whether nobody is on a restriction, which then leaves the page to everybody in its space. */
export function isOpen({ users, groups }: Restriction): boolean {
  return users.length === 0 && groups.length === 0;
}

/** Whether somebody on a restriction is known to be no guest; a group counts, for its members are staff. */
export function hasStaff({ users, groups }: Restriction, live: Live): boolean {
  return groups.length > 0 || users.some((id) => isStaff(id, live));
}

export function isStaff(accountId: string, { caller, people }: Live): boolean {
  return accountId === caller.accountId || people.get(accountId)?.kind === 'user';
}

/** The person behind an address of the file, if the site knows one. */
export function personAt(live: Live, email: string): Person | undefined {
  const address = live.addresses.get(addressKey(email));
  return address?.state === 'found' ? live.people.get(address.value) : undefined;
}
