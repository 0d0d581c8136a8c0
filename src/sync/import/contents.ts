import { ConfluenceError } from '../error';
import { isOpen, type Live, type LiveSpace } from '../live';
import { found, foundIn, look } from '../look';
import type { Looked, Page, SpaceInfo } from '../model';
import type { Lister, Reader } from '../ports';
import { readAccess, readRoles, type ReadPhase } from '../read';
import { readGuests } from '../readLists';
import { readPeople } from '../readPeople';

/** Everything in some spaces of a site that a file could say, as far as it could be read. */
export interface SiteContents extends Pick<
  Live,
  'readAt' | 'origin' | 'caller' | 'mode' | 'roles' | 'people'
> {
  readonly spaces: readonly SpaceContents[];
  /** Why the addresses that guests hide could not be looked up, if so. */
  readonly addressesUnread: string | undefined;
}

export interface SpaceContents extends LiveSpace {
  /** Those with a restriction. */
  readonly pages: Looked<readonly Page[]>;
}

interface ContentsOptions {
  readonly origin: string;
  /** The keys of the spaces. */
  readonly spaces: readonly string[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onPhase?: (phase: ReadPhase) => void;
}

/**
 * Read everything that a file about these spaces could say. What cannot be read is marked so.
 * @throws ConfluenceError when it is not known who is asking or who is a guest, or when a space is not visible
 */
export async function readContents(
  reader: Reader,
  lister: Lister,
  { origin, spaces: keys, now, signal, onPhase }: ContentsOptions,
): Promise<SiteContents> {
  onPhase?.('account');
  const [caller, mode] = await Promise.all([reader.caller(signal), reader.spaceMode(signal)]);
  onPhase?.('spaces');
  const found = await reader.spaces(keys, signal);
  const byKey = new Map(found.map((space) => [space.key, space]));
  const missing = keys.filter((key) => !byKey.has(key));
  if (missing.length > 0) throw invisible(missing);
  const [spaces, roles, guests] = await Promise.all([
    Promise.all(
      [...new Set(keys)]
        .flatMap((key) => byKey.get(key) ?? [])
        .map(async (space): Promise<SpaceContents> => {
          const [access, pages] = await Promise.all([
            readAccess(space, reader, mode, signal),
            look(() => readRestrictedPages(space, reader, lister, signal), signal),
          ]);
          return { ...space, access, pages };
        }),
    ),
    readRoles(reader, mode, signal),
    readGuests(lister, signal),
  ]);
  onPhase?.('people');
  const ids = new Set(spaces.flatMap(usersIn));
  const { people, unread } = await readPeople(
    reader,
    signal,
    foundIn(guests).filter(({ accountId }) => ids.has(accountId)),
    [...ids],
  );
  if (unread !== undefined) throw new ConfluenceError('server', unread);
  return {
    readAt: now().toISOString(),
    origin,
    caller,
    mode,
    roles,
    people,
    spaces,
    addressesUnread: guests.state === 'unread' ? guests.why : undefined,
  };
}

/** Whether an account is a guest's; the caller's own is never written as one. */
export function isGuest(
  accountId: string,
  { people, caller }: Pick<SiteContents, 'people' | 'caller'>,
): boolean {
  return people.get(accountId)?.kind === 'guest' && accountId !== caller.accountId;
}

function invisible(keys: readonly string[]): ConfluenceError {
  return new ConfluenceError(
    'notFound',
    `The site shows you no space ${keys.join(', ')}: check the key, or ask its administrator for access.`,
  );
}

function usersIn({ access, pages }: SpaceContents): readonly string[] {
  return [
    ...(found(access)?.users.keys() ?? []),
    ...foundIn(pages).flatMap(({ view, edit }) => [...view.users, ...edit.users]),
  ];
}

async function readRestrictedPages(
  space: SpaceInfo,
  reader: Reader,
  lister: Lister,
  signal: AbortSignal,
): Promise<readonly Page[]> {
  const titles = await lister.pages(space, Infinity, signal);
  const pages = await reader.pages(
    titles.map(({ id }) => id),
    signal,
  );
  return pages.filter(({ view, edit }) => !isOpen(view) || !isOpen(edit));
}
