import type { Document } from '../document/model';
import { listEntries } from './desired';
import type { Memory } from './journal';
import { indexUsers, type Live, type LiveSpace } from './live';
import { found, look, lookEach } from './look';
import type { Group, Looked, Page, SpaceInfo, SpaceMode } from './model';
import type { Reader } from './ports';
import { readPages } from './readPages';
import { completeFrom, readAddresses, readPeople } from './readPeople';

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
    ...[...addresses.accounts.values()].map(found),
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

/** The space roles of a site that has some. */
export async function readRoles(
  reader: Reader,
  mode: SpaceMode,
  signal: AbortSignal,
): Promise<Live['roles']> {
  if (mode !== 'roles') return { state: 'found', value: [] };
  return look(() => reader.spaceRoles(signal), signal);
}

/** The groups that the file names. One that stands on a page's restriction is known from there. */
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
