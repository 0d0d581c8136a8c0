import { setImmediate } from 'node:timers/promises';
import type { Document } from '../../document/model';
import { guest as schema } from '../../document/schema';
import { sentence, steers, type Sentence } from '../../document/sentence';
import type { Person, SpaceAccess } from '../model';
import { pairsOf, roleOf } from '../role';
import { whoIs } from '../step';
import { isGuest, type SiteContents } from './contents';
import { indexWritten } from './written';

export interface DraftGuest {
  readonly email: string;
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly space: string;
  readonly role: string;
  readonly state: Person['state'];
}

/** The guests of the spaces: those to be written, those that cannot be, and those that are written already. */
export interface Roll {
  readonly guests: readonly DraftGuest[];
  /** Why somebody in a space is not written, by the space's key. */
  readonly unsaid: ReadonlyMap<string, readonly Sentence[]>;
  /** Whoever is or will be listed for a space with access to it, by {@link keyOf}. */
  readonly listed: ReadonlyMap<string, Pick<DraftGuest, 'email' | 'role'>>;
}

export function keyOf(space: string, accountId: string): string {
  return `${space} ${accountId}`;
}

/**
 * Others get a turn after each hundred.
 * @param existing the file that already lists some
 */
export async function findGuests(
  contents: SiteContents,
  existing: Document | undefined,
): Promise<Roll> {
  const written = indexWritten(existing);
  const guests: DraftGuest[] = [];
  const unsaid = new Map<string, Sentence[]>();
  const listed = new Map<string, Pick<DraftGuest, 'email' | 'role'>>();
  let looked = 0;
  for (const { key, access } of contents.spaces) {
    const refusals: Sentence[] = [];
    if (access.state === 'found') {
      for (const [accountId, may] of access.value.users) {
        looked += 1;
        if (looked % 100 === 0) await setImmediate();
        if (isStaff(accountId, contents)) continue;
        const known = written.find(key, accountId, contents.people.get(accountId)?.email);
        if (known) {
          if (known.access === 'granted') listed.set(keyOf(key, accountId), known);
          continue;
        }
        const entry = describe(accountId, key, may, contents);
        const refused = 'email' in entry ? written.refuse(entry) : entry;
        if (refused) refusals.push(refused);
        else if ('email' in entry) {
          guests.push(entry);
          written.add({ ...entry, access: 'granted' });
          listed.set(keyOf(key, accountId), entry);
        }
      }
    } else {
      const facts = { space: key, why: access.state === 'unread' ? access.why : '' };
      refusals.push(sentence('Who may use space {space} could not be read: {why}', facts));
    }
    if (refusals.length > 0) unsaid.set(key, refusals);
  }
  return { guests, unsaid, listed };
}

function isStaff(accountId: string, { people, caller }: SiteContents): boolean {
  const kind = people.get(accountId)?.kind;
  return accountId === caller.accountId || kind === 'user' || kind === 'none';
}

/** The guest's entry, or why there can be none. */
function describe(
  accountId: string,
  space: string,
  access: SpaceAccess,
  contents: SiteContents,
): DraftGuest | Sentence {
  const person = contents.people.get(accountId);
  if (!person || !isGuest(accountId, contents)) {
    return sentence(
      'Account {account} has space {space}, and Confluence does not say whether it is a guest’s',
      { account: accountId, space },
    );
  }
  const who = whoIs(person).label;
  const { email, name, state } = person;
  if (email === undefined) return hidden(who, accountId, space, contents);
  const role = roleOf(access, contents);
  if (role === undefined) return withoutRole(who, space, access, contents);
  const account = contents.addressesUnread === undefined ? undefined : accountId;
  const entry = { email, account, space, role };
  if (!schema.safeParse(entry).success || steers(email) || steers(role)) {
    return sentence('{who} has space {space} and cannot be written in this file', { who, space });
  }
  const isName = name !== accountId && name !== email && name !== '' && !steers(name);
  return { ...entry, name: isName ? name : undefined, state };
}

function hidden(
  who: string,
  account: string,
  space: string,
  { addressesUnread }: SiteContents,
): Sentence {
  return addressesUnread === undefined
    ? sentence(
        '{who} has space {space}, and the organization does not show the address: ask for it and add the guest with `account: {account}`',
        { who, space, account },
      )
    : sentence(
        '{who} has space {space} and hides the address, which could not be looked up ({why}): import again once it can, or ask for it and add the guest with `account: {account}`',
        { who, space, why: addressesUnread, account },
      );
}

function withoutRole(
  who: string,
  space: string,
  access: SpaceAccess,
  { roles }: SiteContents,
): Sentence {
  return roles.state === 'unread'
    ? sentence('The role of {who} in space {space} could not be read: {why}', {
        who,
        space,
        why: roles.why,
      })
    : sentence(
        'No role of this file allows just what {who} may do in space {space} ({pairs}): change that in Confluence, or add the guest with the role to have',
        { who, space, pairs: pairsOf(access).join(', ') },
      );
}
