import type { PageTitle, SiteLists } from './lists';
import { look } from './look';
import type { Looked, Person, SpaceInfo, SpaceRole } from './model';
import type { Lister, Reader } from './ports';

/** More titles of a space than anybody looks through. */
const mostTitles = 1000;

interface ListsOptions {
  readonly origin: string;
  /** The keys of the spaces whose pages are wanted. */
  readonly spaces: readonly string[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Read what a site offers to choose from; what cannot be read is marked so. */
export async function readLists(
  reader: Pick<Reader, 'spaceMode' | 'spaceRoles'>,
  lister: Lister,
  { origin, spaces: keys, now, signal }: ListsOptions,
): Promise<SiteLists> {
  const [spaces, groups, roles, guests] = await Promise.all([
    look(() => lister.spaces(signal), signal),
    look(() => lister.groups(signal), signal),
    look(() => readRoles(reader, signal), signal),
    readGuests(lister, signal),
  ]);
  const pages =
    spaces.state === 'found'
      ? await readPages(
          spaces.value.filter(({ key }) => keys.includes(key)),
          lister,
          signal,
        )
      : spaces;
  return { origin, readAt: now().toISOString(), spaces, groups, roles, guests, pages };
}

async function readRoles(
  reader: Pick<Reader, 'spaceMode' | 'spaceRoles'>,
  signal: AbortSignal,
): Promise<readonly SpaceRole[]> {
  return (await reader.spaceMode(signal)) === 'roles' ? reader.spaceRoles(signal) : [];
}

/** Everybody with the Guest role, as far as there is a credential to ask with. */
export async function readGuests(
  { guests }: Lister,
  signal: AbortSignal,
): Promise<Looked<readonly Person[]>> {
  if (guests) return look(() => guests(signal), signal);
  return { state: 'unread', why: 'that takes an organization admin key' };
}

/** The pages of the spaces that could be read; `unread` when there is none of them. */
async function readPages(
  spaces: readonly SpaceInfo[],
  lister: Lister,
  signal: AbortSignal,
): Promise<Looked<readonly PageTitle[]>> {
  const read = await Promise.all(
    spaces.map((space) => look(() => lister.pages(space, mostTitles, signal), signal)),
  );
  const found = read.flatMap((titles) => (titles.state === 'found' ? [titles.value] : []));
  const [failure] = read.filter((titles) => titles.state === 'unread');
  return found.length === 0 && failure ? failure : { state: 'found', value: found.flat() };
}
