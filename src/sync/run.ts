import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import type { Journal, JournalEntry } from './journal';
import type { Live } from './live';
import type { Operation, Restriction, SpaceAccess } from './model';
import type { Reader, Writer } from './ports';
import type { Who } from './step';

/** One application of a plan, as far as it has come. */
export interface Run {
  /** Tells this sync's records in the journal from those of another at the same time. */
  readonly sync: string;
  readonly document: Document;
  /** As read right before the first step. */
  readonly live: Live;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly journal: Journal;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Accounts of those invited in this run, by `addressKey`. */
  readonly invited: Map<string, string | undefined>;
  /** What each user may do in each owned space, kept up to date by the steps. */
  readonly access: Map<string, Map<string, SpaceAccess>>;
  /** The restrictions of the pages that steps touch, read right before the first and kept up to date by them. */
  readonly restrictions: Map<string, Promise<PageRestrictions>>;
}

export type PageRestrictions = Record<Operation, Restriction>;

/** A journal entry without its time. */
type Unstamped<T> = T extends unknown ? Omit<T, 'at'> : never;

export async function record(run: Run, entry: Unstamped<JournalEntry>): Promise<void> {
  await run.journal.append({ at: run.now().toISOString(), ...entry });
}

/** The account of somebody who may have been invited in this run; `undefined` while the site hides it. */
export function accountIn(run: Run, who: Who): string | undefined {
  return (
    who.accountId ?? (who.email === undefined ? undefined : run.invited.get(addressKey(who.email)))
  );
}

/** Writes are never cut off half-way, for nobody would know what became of them; cancelling stops between them. */
export const untilDone = new AbortController().signal;
