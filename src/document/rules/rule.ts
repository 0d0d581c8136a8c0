import { addressKey } from '../address';
import type { Contents, Section } from '../contents';
import type { GuestEntry } from '../guest';
import type { Problem } from '../model';

/** Everything that a rule may ask, found in constant time. */
export interface Index extends Contents {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The entries of each guest by `addressKey`, in the order of the file. */
  readonly byAddress: ReadonlyMap<string, readonly GuestEntry[]>;
}

/** One rule about the file; it takes time linear in the file. */
export type Rule = (index: Index) => Iterable<Problem>;

export function indexOf(contents: Contents, today: string): Index {
  const byAddress = new Map<string, GuestEntry[]>();
  for (const entry of contents.guests.entries) {
    const key = addressKey(entry.guest.email);
    const others = byAddress.get(key);
    if (others) others.push(entry);
    else byAddress.set(key, [entry]);
  }
  return { ...contents, today, byAddress };
}

/** Whether something of this name may be in the file, though it is not among what was understood. */
export function mayHold(section: Section<unknown>, name: string): boolean {
  return !section.complete || section.unread.has(name);
}
