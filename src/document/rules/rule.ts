import { addressKey } from '../address';
import type { Contents, Section } from '../contents';
import { groupBy } from '../groupBy';
import type { GuestEntry } from '../guest';
import type { OwnedSpace, Problem, Team } from '../model';
import type { Placed } from '../move';

/** Everything that a rule may ask, found in constant time. */
export interface Index extends Contents {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly byAddress: ReadonlyMap<string, readonly Placed<GuestEntry>[]>;
  readonly byTeam: ReadonlyMap<string, Placed<Team>>;
  readonly bySpace: ReadonlyMap<string, Placed<OwnedSpace>>;
}

/** One rule about the file; it takes time linear in the file. */
export type Rule = (index: Index) => Iterable<Problem>;

export function indexOf(contents: Contents, today: string): Index {
  const byAddress = groupBy(contents.guests.entries, ({ content }) => content.key);
  const byTeam = new Map(contents.teams.entries.map((team) => [team.content.name, team]));
  const bySpace = new Map(contents.spaces.entries.map((space) => [space.content.key, space]));
  return { ...contents, today, byAddress, byTeam, bySpace };
}

const none: readonly Placed<GuestEntry>[] = [];

/** The entries of a guest in the order of the file, by an address as it is written anywhere. */
export function entriesOf({ byAddress }: Index, email: string): readonly Placed<GuestEntry>[] {
  // Most addresses are written in lower case.
  return byAddress.get(email) ?? byAddress.get(addressKey(email)) ?? none;
}

/** Whether something of this name may be in the file, though it is not among what was understood. */
export function mayHold(section: Section<unknown>, name: string): boolean {
  return !section.complete || section.unread.has(name);
}
