import { isDeepStrictEqual } from 'node:util';
import type { Scheduler } from 'fast-check';
import type { Runtime } from '../../src/confluence/runtime';
import type { Document } from '../../src/document/model';
import type { Journal } from '../../src/sync/journal';
import type { Steering } from '../../src/sandbox/steering';
import type { SyncPorts } from '../../src/sync/apply';
import type { FileContent } from './files';
import { acceptAll, essence, syncOnce } from './settle';

/** A runtime whose requests wait for their turn, before the site acts and before the answer comes. */
export function takingTurns(runtime: Runtime, scheduler: Scheduler): Runtime {
  return {
    ...runtime,
    fetch: async (url, sent) => {
      await turn(scheduler);
      const answer = await runtime.fetch(url, sent);
      await turn(scheduler);
      return answer;
    },
  };
}

/** A journal of which every reading and writing waits for its turn. */
export function sharedByTurns(journal: Journal, scheduler: Scheduler): Journal {
  return {
    read: async (part) => {
      await turn(scheduler);
      return journal.read(part);
    },
    append: async (entry) => {
      await turn(scheduler);
      return journal.append(entry);
    },
  };
}

async function turn(scheduler: Scheduler): Promise<void> {
  await scheduler.schedule(Promise.resolve());
}

/** The part of a file that is about one space, as a file of its own. */
export function partAbout(file: FileContent, space: string, pages: readonly string[]): FileContent {
  const guests = file.guests?.filter((line) => line.space === space);
  const isListed = (email: string): boolean =>
    guests?.some((line) => line.email.toLowerCase() === email) ?? false;
  const crew = (file.teams?.['crew'] ?? []).filter(isListed);
  const known = (name: string): boolean =>
    name === 'team:crew' ? crew.length > 0 : /^(?:user|group):/.test(name) || isListed(name);
  return {
    limits: file.limits,
    spaces: { [space]: file.spaces[space] ?? { manage: 'additive' } },
    ...(crew.length > 0 && { teams: { crew } }),
    ...(guests && { guests }),
    ...(file.pages && {
      pages: file.pages
        .filter(({ page }) => pages.includes(page))
        .map(({ view, edit, ...rest }) => ({
          ...rest,
          ...(view && { view: view.filter(known) }),
          ...(edit && { edit: edit.filter(known) }),
        })),
    }),
  };
}

/** Sync both files in turn until neither changes anything. */
export async function settleBoth(
  writers: readonly (readonly [Document, SyncPorts])[],
  site: Steering,
): Promise<object> {
  for (let round = 0; round < 12; round++) {
    const before = essence(site.state());
    for (const [document, ports] of writers) await syncOnce(document, ports);
    const accepted = acceptAll(site);
    if (accepted === 0 && isDeepStrictEqual(essence(site.state()), before)) return before;
  }
  throw new Error('Two files that own different spaces never settle.');
}
