import { guestsIn, isOpen, usersOf, type Live } from '../sync/live';
import type { Looked, Operation, Page, Person, Restriction } from '../sync/model';
import { rightsOf } from './rights';

/** Who may view or edit a page by the site's word, and why. */
export interface Audience {
  /** The page has no restriction of its own, so that the space decides. */
  readonly isOpen: boolean;
  /** The groups and the people on the page's own restriction who are known to be no guests, by name. */
  readonly staff: readonly string[];
  /** How many people on it nobody could tell anything about. */
  readonly unknown: number;
  /** The guests whom the space, the pages above and the page itself let through. */
  readonly guests: Looked<readonly Person[]>;
}

/**
 * View restrictions of every page above apply too, edit restrictions are not inherited, and the space
 * is always needed first (Atlassian support, "Add or remove page restrictions").
 */
export function audienceOf(operation: Operation, page: Page, live: Live): Audience {
  const { users, groups } = page[operation];
  const people = users.map((id) => live.people.get(id));
  const staff = people.flatMap((person) =>
    person?.kind === 'user' && person.state !== 'inactive' ? [person] : [],
  );
  return {
    isOpen: isOpen(page[operation]),
    staff: [...groups, ...staff].map(({ name }) => name),
    unknown: people.filter(isUnknown).length,
    guests: operation === 'view' ? viewers(page, live) : editors(page, live),
  };
}

/** The restricted pages above, top-most first, as far as they could be read. */
export function restrictedAbove({ ancestors }: Page, live: Live): readonly Page[] {
  return ancestors.flatMap((id) => {
    const above = live.pages.get(id);
    return above?.state === 'found' && !isOpen(above.value.view) ? [above.value] : [];
  });
}

function viewers(page: Page, live: Live): Audience['guests'] {
  const guests = guestsWith(page.spaceKey, live);
  if (guests.state !== 'found') return guests;
  const pages = page.ancestors.map((id) => live.pages.get(id));
  if (pages.some((above) => above?.state !== 'found')) {
    return { state: 'unread', why: 'not every page above could be read' };
  }
  const restricted = [...restrictedAbove(page, live), page];
  const isAdmitted = (accountId: string): boolean =>
    restricted.every(({ view }) => admits(view, accountId));
  const { users } = usersOf(live, page.spaceKey);
  if ([...users.keys()].some((id) => isUnknown(live.people.get(id)) && isAdmitted(id))) {
    return { state: 'unread', why: 'not everybody in the space could be looked up' };
  }
  const value = guests.value.filter(({ accountId }) => isAdmitted(accountId));
  return { state: 'found', value };
}

/** Whether nobody can tell if this is a guest; whoever has not accepted an invitation sees nothing yet. */
function isUnknown(person: Person | undefined): boolean {
  if (!person) return true;
  const { kind, state } = person;
  return kind === 'unknown' && state !== 'waiting' && state !== 'inactive';
}

function editors(page: Page, live: Live): Audience['guests'] {
  const guests = viewers(page, live);
  if (guests.state !== 'found') return guests;
  const { users } = usersOf(live, page.spaceKey);
  const admitted = guests.value
    .filter(({ accountId }) => admits(page.edit, accountId))
    .map((person) => ({ person, rights: rightsOf(users.get(person.accountId), live) }));
  if (admitted.some(({ rights }) => !rights)) {
    return { state: 'unread', why: 'the space roles could not be read' };
  }
  const value = admitted.flatMap(({ person, rights }) =>
    rights?.includes('create/page') ? [person] : [],
  );
  return { state: 'found', value };
}

function guestsWith(spaceKey: string, live: Live): Audience['guests'] {
  const space = live.spaces.get(spaceKey);
  if (!space) return { state: 'unread', why: 'the page is in a space that this file does not own' };
  if (space.state !== 'found') return space;
  if (space.value.access.state !== 'found') return space.value.access;
  if (live.peopleUnread !== undefined) return { state: 'unread', why: live.peopleUnread };
  const value = guestsIn(live, spaceKey).filter(({ state }) => state !== 'inactive');
  return { state: 'found', value };
}

function admits(restriction: Restriction, accountId: string): boolean {
  return isOpen(restriction) || restriction.users.includes(accountId);
}
