import { setImmediate } from 'node:timers/promises';
import { addressKey } from '../../document/address';
import type { Document, Manage } from '../../document/model';
import type { Sentence } from '../../document/sentence';
import type { SiteContents, SpaceContents } from './contents';
import { findGuests, type DraftGuest, type Roll } from './guests';
import { draftPages, type DraftPage, type DraftPages } from './pages';

/** What a file shall say of a site, beyond what it says already. */
export interface Draft {
  readonly spaces: readonly DraftSpace[];
  readonly guests: readonly DraftGuest[];
  readonly pages: readonly DraftPage[];
  /** The most spaces that one of the guests has. */
  readonly spacesPerGuest: number;
  /** What there is besides and is not said, by what it is about. */
  readonly unsaid: {
    readonly guests: readonly Sentence[];
    readonly pages: readonly Sentence[];
  };
}

export interface DraftSpace {
  readonly key: string;
  readonly name: string;
  readonly manage: Manage;
}

/**
 * The entries that describe what is on the site, such that a sync of them has nothing to do. A space
 * in which a guest cannot be written is `additive`, so that nobody is removed for being left out.
 * Others get a turn now and then, for a large site takes its time.
 * @param existing the file that the entries are added to; what it has already is left as it is
 */
export async function draftOf(
  contents: SiteContents,
  existing: Document | undefined,
): Promise<Draft> {
  const roll = await findGuests(contents, existing);
  const pages: DraftPages[] = [];
  for (const space of contents.spaces) {
    pages.push(draftPages(space, roll, contents, existing));
    await setImmediate();
  }
  return {
    spaces: contents.spaces
      .filter(({ key }) => !existing?.spaces.has(key))
      .map((space) => draftSpace(space, roll)),
    guests: roll.guests,
    pages: pages.flatMap((each) => each.pages),
    spacesPerGuest: mostSpaces(roll.guests),
    unsaid: {
      guests: [...roll.unsaid.values()].flat(),
      pages: pages.flatMap((each) => each.unsaid),
    },
  };
}

function draftSpace({ key, name }: SpaceContents, { unsaid }: Roll): DraftSpace {
  return { key, name, manage: unsaid.has(key) ? 'additive' : 'strict' };
}

function mostSpaces(guests: readonly DraftGuest[]): number {
  const spaces = new Map<string, number>();
  for (const { email } of guests) {
    const key = addressKey(email);
    spaces.set(key, (spaces.get(key) ?? 0) + 1);
  }
  return Math.max(1, ...spaces.values());
}
