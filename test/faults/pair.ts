import { isDeepStrictEqual } from 'node:util';
import type { Runtime } from '../../src/confluence/runtime';
import type { State } from '../../src/sandbox/dump';
import { ConfluenceError } from '../../src/sync/error';
import type { Journal } from '../../src/sync/journal';
import { writeEntry } from '../../src/sync/journalText';
import { textJournal, type TextJournal } from '../property/journal';
import { wasFull } from '../property/outcomes';
import { complaintsOf } from '../property/promises';
import { acceptAll, documentOf, essence, portsTo, settle, syncOnce } from '../property/settle';
import { openSite } from '../property/site';
import type { World } from '../property/worlds';
import { failAt, type Fault } from './kinds';

/** How a world goes without a fault. */
export interface Course {
  /** Requests of the first sync. */
  readonly requests: number;
  /** Records that the first sync writes into its journal. */
  readonly records: number;
  /** Where the site ends up. */
  readonly end: object;
  /** Who may end otherwise after a fault, see {@link contested}. */
  readonly except: readonly string[];
}

/** Sync a world without a fault. */
export async function courseOf(world: World): Promise<Course> {
  const site = openSite(world.seed);
  const journal = textJournal();
  const document = documentOf(world, site.origin);
  const ports = portsTo(world, site.origin, site.runtime, journal);
  const before = site.state();
  const first = await syncOnce(document, ports);
  const requests = site.sent.length;
  const records = (await journal.read('history')).length;
  acceptAll(site);
  const rounds = [first, ...(await settle(document, ports, site))];
  const except = contested(world, before, wasFull(rounds));
  return { requests, records, end: essence(site.state(), except), except };
}

/**
 * Those for whom the site has less room than the file asks for, so that the order decides who or what
 * comes first, and a fault changes the order: new guests where places for guests are short, for a batch
 * is refused as a whole; and guests with two spaces where the site allows one.
 */
function contested({ file, seed }: World, { people }: State, isFull: boolean): readonly string[] {
  const known = people.filter(({ roles }) => roles.length > 0).map(({ email }) => email);
  const wanted = (file.guests ?? []).map(({ email }) => email.toLowerCase());
  const isTwice = (email: string): boolean => wanted.indexOf(email) < wanted.lastIndexOf(email);
  const hasOne = seed.switches?.guestSpaces !== 'many';
  return wanted.filter((email) => (isFull && !known.includes(email)) || (hasOne && isTwice(email)));
}

/** Let a fault hit one request of the first sync, then sync on. Gives every promise that did not hold. */
export function failRequest(
  world: World,
  course: Course,
  index: number,
  fault: Fault,
): Promise<readonly string[]> {
  return checkPair(world, course, (runtime, journal) => {
    const fetch = failAt(runtime.fetch, index, fault);
    let count = 0;
    return {
      runtime: { ...runtime, fetch: (url, sent) => (count++, fetch(url, sent)) },
      journal: fault.extent === 'kills' ? mortal(journal, () => count > index) : journal,
    };
  });
}

/** How much of a record a process has written that dies while writing it. */
export const cuts = { 'before a record': 0, 'in a record': 0.5, 'after a record': 1 } as const;

export type Cut = keyof typeof cuts;

/** Let the process die at one record of its journal, then sync on. */
export function dieWriting(
  world: World,
  course: Course,
  index: number,
  cut: Cut,
): Promise<readonly string[]> {
  return checkPair(world, course, (runtime, journal) => {
    let count = 0;
    const isDead = (): boolean => count > index;
    const alive = mortal(journal, isDead);
    return {
      runtime: {
        ...runtime,
        fetch: (url, sent) => (isDead() ? Promise.reject(new Killed()) : runtime.fetch(url, sent)),
      },
      journal: {
        ...alive,
        append: async (entry) => {
          if (count++ < index) return alive.append(entry);
          if (count === index + 1) {
            const line = writeEntry(entry);
            journal.text += line.slice(0, Math.floor(line.length * cuts[cut]));
          }
          throw new Killed();
        },
      },
    };
  });
}

/** Stands in for whatever a process that has died cannot do any more. */
class Killed extends Error {}

function mortal(journal: Journal, isDead: () => boolean): Journal {
  const alive = <T>(act: () => Promise<T>): Promise<T> =>
    isDead() ? Promise.reject(new Killed()) : act();
  return {
    read: (part) => alive(() => journal.read(part)),
    append: (entry) => alive(() => journal.append(entry)),
  };
}

type Surroundings = { readonly runtime: Runtime; readonly journal: Journal };

async function checkPair(
  world: World,
  course: Course,
  breakDown: (runtime: Runtime, journal: TextJournal) => Surroundings,
): Promise<readonly string[]> {
  const site = openSite(world.seed);
  const before = site.state();
  const journal = textJournal();
  const document = documentOf(world, site.origin);
  const complain = (): readonly string[] =>
    complaintsOf({
      world,
      switches: site.switches(),
      before,
      after: site.state(),
      sent: site.sent,
    });

  const broken = breakDown(site.runtime, journal);
  const ports = portsTo(world, site.origin, broken.runtime, broken.journal);
  await syncOnce(document, ports).catch(foreseen);
  const during = complain();
  acceptAll(site);
  // A new process: nothing is left of the old one but the journal's text.
  const again = textJournal(journal.text);
  await settle(document, portsTo(world, site.origin, site.runtime, again), site);
  const end = essence(site.state(), course.except);
  return [
    ...during,
    ...complain(),
    ...(isDeepStrictEqual(end, course.end)
      ? []
      : [`ended otherwise: ${difference(course.end, end)}`]),
  ];
}

function foreseen(error: unknown): void {
  if (!(error instanceof ConfluenceError || error instanceof Killed)) throw error;
}

function difference(wanted: object, is: object): string {
  const lines = (value: object): readonly string[] =>
    Object.entries(value).flatMap(([part, list]) =>
      (list as readonly object[]).map((one) => `${part} ${JSON.stringify(one)}`),
    );
  const other = lines(is);
  return lines(wanted)
    .flatMap((line, index) => (line === other[index] ? [] : [`${line} ≠ ${other[index] ?? ''}`]))
    .join('; ');
}
