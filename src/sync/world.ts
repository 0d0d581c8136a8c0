import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { desiredGuests, type DesiredGuest } from './desired';
import type { Memory } from './journal';
import { accessOf, type Live } from './live';

/** Everything that planning looks at. */
export interface World {
  readonly document: Document;
  /** By `addressKey`; empty when the file manages no guests. */
  readonly desired: ReadonlyMap<string, DesiredGuest>;
  /** The file's guests by account id, as far as their accounts are known. */
  readonly accounts: ReadonlyMap<string, DesiredGuest>;
  /** Not every listed guest's account is known, so that somebody who hides the address may be one of them. */
  readonly unidentified: boolean;
  readonly live: Live;
  readonly memory: Memory;
}

/** `today` is `YYYY-MM-DD`. */
export function worldOf(document: Document, live: Live, memory: Memory, today: string): World {
  const desired = desiredGuests(document, today) ?? new Map<string, DesiredGuest>();
  const accounts = new Map<string, DesiredGuest>();
  for (const guest of desired.values()) {
    const accountId = accountOf(live, guest.email);
    if (accountId !== undefined) accounts.set(accountId, guest);
  }
  const unidentified = [...desired.keys()].some((key) => {
    const state = live.addresses.get(key)?.state;
    return state === 'unread' || (state === 'missing' && memory.invited.has(key));
  });
  return { document, desired, accounts, unidentified, live, memory };
}

export function accountOf(live: Live, email: string): string | undefined {
  const address = live.addresses.get(addressKey(email));
  return address?.state === 'found' ? address.value : undefined;
}

/** The owned spaces in which somebody may do something, in file order. */
export function ownedSpacesOf(accountId: string | undefined, { document, live }: World): string[] {
  if (accountId === undefined) return [];
  return [...document.spaces.keys()].filter((key) => accessOf(live, key, accountId));
}
