import { addressKey, domainOf } from '../../document/address';
import type { Document, Guest } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';

type Written = Pick<Guest, 'email' | 'account' | 'space' | 'role' | 'access'>;

/** The guests that a file lists, to which others are added. */
export interface WrittenGuests {
  add(guest: Written): void;
  /** The entry of an account for a space. */
  find(space: string, accountId: string, email: string | undefined): Written | undefined;
  /** Why the file can have no such entry besides. */
  refuse(guest: Pick<Written, 'email' | 'space'>): Sentence | undefined;
}

/** @param existing `undefined` for a new file, which takes everybody */
export function indexWritten(existing: Document | undefined): WrittenGuests {
  const bySpace = new Map<string, Written>();
  const spaces = new Map<string, number>();
  const add = (guest: Written): void => {
    const key = addressKey(guest.email);
    spaces.set(key, (spaces.get(key) ?? 0) + 1);
    bySpace.set(`${guest.space} ${key}`, guest);
    if (guest.account !== undefined) bySpace.set(`${guest.space} ${guest.account}`, guest);
  };
  existing?.guests?.forEach(add);
  return {
    add,
    find: (space, accountId, email) =>
      bySpace.get(`${space} ${accountId}`) ??
      (email === undefined ? undefined : bySpace.get(`${space} ${addressKey(email)}`)),
    refuse: ({ email, space }) => {
      if (!existing) return undefined;
      const { internalDomains, limits } = existing;
      if (internalDomains.includes(domainOf(email))) {
        return sentence(
          '{who} is a guest with space {space}, and the file counts the domain among `internalDomains`',
          { who: email, space },
        );
      }
      if ((spaces.get(addressKey(email)) ?? 0) < limits.spacesPerGuest) return undefined;
      return sentence(
        '{who} has space {space} too, and `spacesPerGuest` allows no more spaces than the file already gives',
        { who: email, space },
      );
    },
  };
}
