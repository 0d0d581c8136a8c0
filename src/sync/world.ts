import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { desiredGuests, type DesiredGuest } from './desired';
import type { Memory } from './journal';
import { usersOf, type Live } from './live';
import { found } from './look';
import type { Person } from './model';

/** Everything that planning looks at. */
export interface World {
  readonly document: Document;
  /** By `addressKey`; empty when the file manages no guests. */
  readonly desired: ReadonlyMap<string, DesiredGuest>;
  /** The file's guests by account id, as far as their accounts are known. */
  readonly accounts: ReadonlyMap<string, DesiredGuest>;
  /** Addresses, by `addressKey`, that lead to the account of another address of the file. */
  readonly shared: ReadonlySet<string>;
  /** Not every listed guest's account is known, so that somebody who hides the address may be one of them. */
  readonly unidentified: boolean;
  /** The owned spaces in which somebody may do something, in file order, by account id. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
  readonly live: Live;
  readonly memory: Memory;
}

/** `today` is `YYYY-MM-DD`. */
export function worldOf(document: Document, live: Live, memory: Memory, today: string): World {
  const desired = desiredGuests(document, today) ?? new Map<string, DesiredGuest>();
  const accounts = new Map<string, DesiredGuest>();
  const shared = new Set<string>();
  for (const guest of desired.values()) {
    const accountId = accountOf(live, guest.email);
    if (accountId === undefined) continue;
    const other = accounts.get(accountId);
    if (other) shared.add(other.key).add(guest.key);
    accounts.set(accountId, guest);
  }
  const unidentified = [...desired.keys()].some((key) => {
    const state = live.addresses.get(key)?.state;
    return state === 'unread' || (state === 'missing' && memory.invited.has(key));
  });
  const owned = ownedSpaces(document, live);
  return { document, desired, accounts, shared, unidentified, owned, live, memory };
}

function ownedSpaces(document: Document, live: Live): World['owned'] {
  const owned = new Map<string, string[]>();
  for (const key of document.spaces.keys()) {
    for (const accountId of usersOf(live, key).users.keys()) {
      owned.set(accountId, [...(owned.get(accountId) ?? []), key]);
    }
  }
  return owned;
}

export function accountOf(live: Live, email: string): string | undefined {
  return found(live.addresses.get(addressKey(email)));
}

/**
 * The invitations to wait for before anything is taken from somebody the file does not seem to list:
 * a person who hides the address and whom the organization does not show before accepting may be one
 * of those it is about to invite, and the invitation tells the account.
 */
export function doubtsAbout(person: Person, { desired, live }: World): readonly string[] {
  if (person.email !== undefined) return [];
  return [...desired.values()]
    .filter(({ key, granted }) => granted.length > 0 && isMissing(live, key))
    .map(({ key }) => `invite ${key}`);
}

function isMissing(live: Live, key: string): boolean {
  return live.addresses.get(key)?.state === 'missing';
}

export function ownedBy(accountId: string | undefined, { owned }: World): readonly string[] {
  return accountId === undefined ? [] : (owned.get(accountId) ?? []);
}
