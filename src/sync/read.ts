import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { expandTeams } from './desired';
import { ConfluenceError } from './error';
import type { Memory } from './journal';
import { indexUsers, type Live, type LiveSpace } from './live';
import type { Group, Looked, Page, Person, SpaceInfo, SpaceMode } from './model';
import type { Reader } from './ports';

/** What a reading is doing, for a progress display. */
export type ReadPhase = 'account' | 'spaces' | 'people' | 'pages';

export interface ReadOptions {
  readonly memory: Memory;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onPhase?: (phase: ReadPhase) => void;
}

/**
 * Read everything that the file speaks of. What cannot be read is marked so and the rest goes on;
 * only a failure to say who is asking ends the reading, for then nothing else would be answered.
 */
export async function readLive(
  document: Document,
  reader: Reader,
  { memory, now, signal, onPhase }: ReadOptions,
): Promise<Live> {
  onPhase?.('account');
  const [caller, mode] = await Promise.all([reader.caller(signal), reader.spaceMode(signal)]);
  onPhase?.('spaces');
  const reading = readPages(document, reader, signal);
  const [spaces, roles, { pages, below }, groups, addresses] = await Promise.all([
    readSpaces(document, reader, mode, signal),
    readRoles(reader, mode, signal),
    reading,
    reading.then(({ pages: known }) => readGroups(document, reader, known, signal)),
    readAddresses(document, reader, memory, signal),
  ]);
  onPhase?.('people');
  const { people, unread } = await readPeople(reader, signal, addresses.people, [
    ...[...addresses.accounts.values()].map((looked) =>
      looked.state === 'found' ? looked.value : undefined,
    ),
    ...[...spaces.values()].flatMap(usersWithAccess),
    ...[...pages.values()].flatMap(usersOnPage),
  ]);
  return {
    readAt: now().toISOString(),
    origin: document.site?.origin ?? '',
    caller,
    mode,
    roles,
    spaces,
    people,
    peopleUnread: unread,
    addresses: completeFrom(people, addresses.accounts),
    groups,
    pages,
    below,
    organization: reader.organization !== undefined,
  };
}

async function readSpaces(
  document: Document,
  reader: Reader,
  mode: SpaceMode,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Looked<LiveSpace>>> {
  const keys = [...document.spaces.keys()];
  const listed = await look(() => reader.spaces(keys, signal), signal);
  if (listed.state !== 'found') return new Map(keys.map((key) => [key, listed]));
  const byKey = new Map(listed.value.map((space) => [space.key, space]));
  return lookEach(keys, async (key) => {
    const info = byKey.get(key);
    if (!info) return { state: 'missing' };
    const access = await readAccess(info, reader, mode, signal);
    return { state: 'found', value: { ...info, access } };
  });
}

async function lookEach<T>(
  keys: readonly string[],
  ask: (key: string) => Promise<Looked<T>>,
): Promise<ReadonlyMap<string, Looked<T>>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await ask(key)] as const)));
}

/** Who may use a space, as far as the site's mode is understood. */
export async function readAccess(
  space: SpaceInfo,
  reader: Reader,
  mode: SpaceMode,
  signal: AbortSignal,
): Promise<LiveSpace['access']> {
  switch (mode) {
    case 'permissions':
    case 'roles':
      return look(async () => indexUsers(await reader.spaceAccess(space, mode, signal)), signal);
    case 'transition':
      return {
        state: 'unread',
        why: 'this site is on its way from space permissions to space roles; finish that change in Confluence first',
      };
    case 'unknown':
      return {
        state: 'unread',
        why: 'the site does not say whether it uses space permissions or space roles',
      };
  }
}

async function readRoles(
  reader: Reader,
  mode: SpaceMode,
  signal: AbortSignal,
): Promise<Live['roles']> {
  if (mode !== 'roles') return { state: 'found', value: [] };
  return look(() => reader.spaceRoles(signal), signal);
}

interface ReadPages {
  readonly pages: ReadonlyMap<string, Looked<Page>>;
  readonly below: Live['below'];
}

/** The shared pages and the trees below them, then those of their ancestors that are not among them. */
async function readPages(
  document: Document,
  reader: Reader,
  signal: AbortSignal,
): Promise<ReadPages> {
  const shared = document.pages ?? [];
  const below = await lookEach(
    shared.filter(({ tree }) => tree).map(({ id }) => id),
    (id) => look(() => reader.descendants(id, signal), signal),
  );
  const pages = new Map<string, Looked<Page>>();
  const readMissing = async (ids: readonly string[]): Promise<void> => {
    const wanted = [...new Set(ids)].filter((id) => !pages.has(id));
    if (wanted.length === 0) return;
    const found = await look(() => reader.pages(wanted, signal), signal);
    for (const id of wanted) pages.set(id, found.state === 'found' ? { state: 'missing' } : found);
    if (found.state !== 'found') return;
    for (const page of found.value) pages.set(page.id, { state: 'found', value: page });
  };
  const inTrees = [...below.values()].flatMap((ids) => (ids.state === 'found' ? ids.value : []));
  await readMissing([...shared.map(({ id }) => id), ...inTrees]);
  const ancestors = [...pages.values()].flatMap((page) =>
    page.state === 'found' ? page.value.ancestors : [],
  );
  await readMissing(ancestors);
  return { pages, below };
}

async function readGroups(
  document: Document,
  reader: Reader,
  pages: ReadonlyMap<string, Looked<Page>>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Looked<Group>>> {
  const names = [
    ...new Set(
      listEntries(document).flatMap((entry) => (entry.kind === 'group' ? [entry.name] : [])),
    ),
  ];
  const onPages = new Map(
    [...pages.values()].flatMap(groupsOnPage).map((group) => [group.name, group]),
  );
  return lookEach(names, async (name) => {
    const known = onPages.get(name);
    if (known) return { state: 'found', value: known };
    const found = await look(() => reader.group(name, signal), signal);
    if (found.state !== 'found') return found;
    return found.value ? { state: 'found', value: found.value } : { state: 'missing' };
  });
}

/**
 * The accounts behind the file's addresses. Account ids that the file or the journal gives count
 * where the organization cannot be asked, or does not show a person before the invitation is accepted.
 */
async function readAddresses(
  document: Document,
  reader: Reader,
  memory: Memory,
  signal: AbortSignal,
): Promise<{
  readonly accounts: ReadonlyMap<string, Looked<string>>;
  readonly people: readonly Person[];
}> {
  const given = new Map<string, string>();
  const emails = new Map<string, string>();
  for (const guest of document.guests ?? []) {
    const key = addressKey(guest.email);
    emails.set(key, guest.email);
    const account = guest.account ?? memory.invited.get(key)?.accountId;
    if (account !== undefined) given.set(key, account);
  }
  for (const entry of listEntries(document)) {
    if (entry.kind !== 'user') continue;
    if (entry.user.includes('@')) emails.set(addressKey(entry.user), entry.user);
    else given.set(entry.user, entry.user);
  }
  const { organization } = reader;
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
async function readPeople(
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
function completeFrom(
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

function listEntries(document: Document): ReturnType<typeof expandTeams> {
  return (document.pages ?? []).flatMap((page) =>
    expandTeams([...(page.view ?? []), ...(page.edit ?? [])], document),
  );
}

function usersWithAccess(space: Looked<LiveSpace>): readonly string[] {
  return space.state === 'found' && space.value.access.state === 'found'
    ? [...space.value.access.value.users.keys()]
    : [];
}

function usersOnPage(page: Looked<Page>): readonly string[] {
  return page.state === 'found' ? [...page.value.view.users, ...page.value.edit.users] : [];
}

function groupsOnPage(page: Looked<Page>): readonly Group[] {
  return page.state === 'found' ? [...page.value.view.groups, ...page.value.edit.groups] : [];
}

/** A failure that was foreseen becomes `unread` with its reason; a cancelled reading and a defect go on as errors. */
async function look<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<Looked<T>> {
  try {
    return { state: 'found', value: await ask() };
  } catch (error) {
    if (signal.aborted || !(error instanceof ConfluenceError)) throw error;
    return { state: 'unread', why: error.message };
  }
}
