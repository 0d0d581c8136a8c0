import { addressKey } from '../document/address';
import type { Document, Guest, Principal, Span } from '../document/model';
import { principalsOn } from '../document/principal';

/** One person as the file wants them, from all of their entries. */
export interface DesiredGuest {
  readonly key: string;
  readonly email: string;
  /** The account id, if the file gives one. */
  readonly account: string | undefined;
  readonly span: Span;
  /** The entries with access; none: the access is to be taken away. */
  readonly granted: readonly Guest[];
  /** The spaces of the entries without. */
  readonly ended: readonly string[];
}

/** Whether the entry gives access on this day (`YYYY-MM-DD`): not revoked and not past its last day. */
export function isGranted(guest: Guest, today: string): boolean {
  return guest.access === 'granted' && (guest.expires === undefined || today <= guest.expires);
}

/** The file's guests by `addressKey`, in file order; `undefined` when the file manages none. */
export function desiredGuests(
  document: Document,
  today: string,
): ReadonlyMap<string, DesiredGuest> | undefined {
  if (!document.guests) return undefined;
  const people = new Map<string, DesiredGuest>();
  for (const guest of document.guests) {
    const key = addressKey(guest.email);
    const known = people.get(key);
    people.set(key, {
      key,
      email: known?.email ?? guest.email,
      account: known?.account ?? guest.account,
      span: known?.span ?? guest.emailSpan,
      granted: [...(known?.granted ?? []), ...(isGranted(guest, today) ? [guest] : [])],
      ended: [...(known?.ended ?? []), ...(isGranted(guest, today) ? [] : [guest.space])],
    });
  }
  return people;
}

/** An entry of a page's list with its teams replaced by their members. */
export type Entry = Exclude<Principal, { kind: 'team' }>;

/** A page's list, teams expanded, each guest once. The span stays that of the list's own entry. */
export function expandTeams(list: readonly Principal[], document: Document): readonly Entry[] {
  const entries = list.flatMap((principal): readonly Entry[] =>
    principal.kind === 'team'
      ? (document.teams.get(principal.name)?.members ?? []).map(({ email }) => ({
          kind: 'guest',
          email,
          span: principal.span,
        }))
      : [principal],
  );
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = entryKey(entry);
    return !seen.has(key) && seen.add(key);
  });
}

function entryKey(entry: Entry): string {
  switch (entry.kind) {
    case 'guest':
      return `guest ${addressKey(entry.email)}`;
    case 'group':
      return `group ${entry.name}`;
    case 'user':
      return `user ${entry.user.includes('@') ? addressKey(entry.user) : entry.user}`;
  }
}

/** Every name on the lists of the file's pages, teams expanded. */
export function listEntries(document: Document): readonly Entry[] {
  return (document.pages ?? []).flatMap((page) => expandTeams(principalsOn(page), document));
}
