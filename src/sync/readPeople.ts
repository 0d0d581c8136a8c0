import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { listEntries } from './desired';
import type { Memory } from './journal';
import type { Live } from './live';
import { look } from './look';
import type { Looked, Person } from './model';
import type { Reader } from './ports';

/**
 * The accounts behind the file's addresses. Account ids that the file or the journal gives count
 * where the organization cannot be asked, or does not show a person before the invitation is accepted.
 */
export async function readAddresses(
  document: Document,
  reader: Reader,
  memory: Memory,
  signal: AbortSignal,
): Promise<{
  readonly accounts: ReadonlyMap<string, Looked<string>>;
  readonly people: readonly Person[];
}> {
  const { organization } = reader;
  const given = new Map<string, string>();
  const emails = new Map<string, string>();
  for (const guest of document.guests ?? []) {
    const key = addressKey(guest.email);
    emails.set(key, guest.email);
    // Where the organization can be asked, its word on somebody who has left counts alone.
    const left = organization ? undefined : memory.leaving.get(key);
    const account = guest.account ?? memory.invited.get(key)?.accountId ?? left;
    if (account !== undefined) given.set(key, account);
  }
  for (const entry of listEntries(document)) {
    if (entry.kind !== 'user') continue;
    if (entry.user.includes('@')) emails.set(addressKey(entry.user), entry.user);
    else given.set(entry.user, entry.user);
  }
  const found: Looked<readonly Person[]> =
    organization === undefined
      ? {
          state: 'unread',
          why: 'that takes an organization admin key; add one, or write the `account` id of each guest',
        }
      : emails.size === 0
        ? { state: 'found', value: [] }
        : await look(() => organization.peopleByEmail([...emails.keys()], signal), signal);
  const accounts = new Map<string, Looked<string>>();
  for (const key of emails.keys()) {
    accounts.set(key, found.state === 'found' ? { state: 'missing' } : found);
  }
  for (const [key, account] of given) accounts.set(key, { state: 'found', value: account });
  const people = found.state === 'found' ? found.value : [];
  for (const person of people) {
    if (person.email === undefined) continue;
    accounts.set(addressKey(person.email), { state: 'found', value: person.accountId });
  }
  return { accounts, people };
}

/** Confluence's word on everybody met, completed by the organization's. */
export async function readPeople(
  reader: Reader,
  signal: AbortSignal,
  fromOrganization: readonly Person[],
  accountIds: readonly (string | undefined)[],
): Promise<{ readonly people: Live['people']; readonly unread: string | undefined }> {
  const ids = [...new Set(accountIds.filter((id) => id !== undefined))];
  const asked: Looked<readonly Person[]> =
    ids.length === 0
      ? { state: 'found', value: [] }
      : await look(() => reader.peopleById(ids, signal), signal);
  if (asked.state !== 'found') {
    return { people: new Map(), unread: asked.state === 'unread' ? asked.why : undefined };
  }
  const people = new Map(asked.value.map((person) => [person.accountId, person]));
  for (const person of oneForEachAccount(fromOrganization)) {
    people.set(person.accountId, merge(person, people.get(person.accountId)));
  }
  return { people, unread: undefined };
}

/** Several directories may know an account: one that says more counts. */
function oneForEachAccount(rows: readonly Person[]): Iterable<Person> {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const known = people.get(row.accountId);
    people.set(row.accountId, {
      ...row,
      email: known?.email ?? row.email,
      kind: known && known.kind !== 'none' ? known.kind : row.kind,
      state: known && known.state !== 'inactive' ? known.state : row.state,
    });
  }
  return people.values();
}

/**
 * The organization knows addresses and deactivated accounts, Confluence knows who is a guest.
 * Somebody who has this Confluence by the organization's word but not by Confluence's own has not
 * accepted the invitation yet.
 */
function merge(organization: Person, confluence: Person | undefined): Person {
  const named = { ...organization, name: confluence?.name ?? organization.name };
  if (organization.state === 'inactive') return { ...named, kind: confluence?.kind ?? 'unknown' };
  if (organization.kind === 'none') return named;
  if (!confluence) return { ...named, state: 'waiting' };
  return { ...named, kind: confluence.kind, state: confluence.state };
}

/** An address that Confluence shows is known, whatever the organization could say of it. */
export function completeFrom(
  people: ReadonlyMap<string, Person>,
  accounts: ReadonlyMap<string, Looked<string>>,
): ReadonlyMap<string, Looked<string>> {
  const completed = new Map(accounts);
  for (const { email, accountId } of people.values()) {
    const key = email === undefined ? '' : addressKey(email);
    const known = completed.get(key);
    if (known && known.state !== 'found') completed.set(key, { state: 'found', value: accountId });
  }
  return completed;
}
