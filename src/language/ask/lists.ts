import { addressKey } from '../../document/address';
import { entriesOf } from '../../document/entries';
import type { Document, Guest, Principal } from '../../document/model';
import { expandTeams, isGranted } from '../../sync/desired';
import type { Known } from '../known';
import type { ChosenPage } from './page';

/** A list of a page. */
export type ListName = 'view' | 'edit';

/** A principal as the lists of pages write it. */
export function writtenAs(principal: Principal): string {
  switch (principal.kind) {
    case 'guest':
      return principal.email;
    case 'team':
      return `team:${principal.name}`;
    case 'group':
      return `group:${principal.name}`;
    case 'user':
      return `user:${principal.user}`;
  }
}

/** A test whether a list names somebody, alone or in a team, however an address is written. */
export function namesOn(
  list: readonly Principal[] = [],
  document: Document,
): (who: string) => boolean {
  const keys = new Set([...list, ...expandTeams(list, document)].map(writtenAs).map(keyOf));
  return (who) => keys.has(keyOf(who));
}

function keyOf(written: string): string {
  return /^(team|group):/.test(written) ? written : addressKey(written);
}

/**
 * The lists on which a guest is written who may view, or view and edit. A page whose entry manages
 * editing alone stays open for viewing.
 */
export function listsFor(access: ListName, { entry }: ChosenPage): readonly ListName[] {
  if (access === 'view') return ['view'];
  return entry?.edit && !entry.view ? ['edit'] : ['view', 'edit'];
}

/** Whether sharing makes a list that the page has not yet, which then must name staff. */
export function makesList(access: ListName, page: ChosenPage): boolean {
  return listsFor(access, page).some((list) => page.entry?.[list] === undefined);
}

/** The address of the first of these guests and members of teams who, as a viewer, cannot edit. */
export function firstViewer(guests: readonly string[], known: Known): string | undefined {
  const isViewer = ({ role }: Guest): boolean => role === 'viewer';
  return firstOf(guests, known, (granted) => granted.length > 0 && granted.every(isViewer));
}

/** The address of the first of these guests and members of teams who has no access by the file. */
export function firstWithout(guests: readonly string[], known: Known): string | undefined {
  return firstOf(guests, known, (granted) => granted.length === 0);
}

/** The first whose entries with access fit a test. */
function firstOf(
  guests: readonly string[],
  { document, today }: Known,
  fits: (granted: readonly Guest[]) => boolean,
): string | undefined {
  return guests
    .flatMap((who) => membersOf(who, document))
    .find((email) => fits(entriesOf(email, document).filter((guest) => isGranted(guest, today))));
}

function membersOf(who: string, { teams }: Document): readonly string[] {
  if (!who.startsWith('team:')) return [who];
  const team = teams.get(who.slice('team:'.length));
  return team?.members.map(({ email }) => email) ?? [];
}
