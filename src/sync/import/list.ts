import { readPrincipal } from '../../document/principal';
import { sentence, steers, type Sentence } from '../../document/sentence';
import { isOpen } from '../live';
import type { Operation, Page } from '../model';
import { isGuest, type SiteContents } from './contents';
import { keyOf, type Roll } from './guests';

/** An entry of a page's list; the label tells people whose account it is. */
export interface DraftEntry {
  readonly written: string;
  readonly label: string | undefined;
}

interface DraftList {
  /** `undefined` where the operation is open or the list is not written. */
  readonly entries: readonly DraftEntry[] | undefined;
  readonly hasGuest: boolean;
  /** Why the list is not written. */
  readonly refused?: Sentence;
  /** Who is not on the list and stays on the page all the same. */
  readonly leftOut?: Sentence | undefined;
}

/**
 * A restriction as a list of the file. It is written with all of its guests or not at all: were one
 * left out, a sync would take that guest off the page. Staff and groups stay whether listed or not.
 */
export function draftList(
  operation: Operation,
  page: Page,
  { listed }: Roll,
  contents: SiteContents,
): DraftList {
  const { users, groups } = page[operation];
  const guests: DraftEntry[] = [];
  const staff: DraftEntry[] = [];
  const left: string[] = [];
  for (const id of users) {
    const person = contents.people.get(id);
    const label = person?.email ?? person?.name ?? id;
    if (isGuest(id, contents)) {
      const guest = listed.get(keyOf(page.spaceKey, id));
      const refused = guest
        ? refuse(operation, page, id, guest)
        : refuseUnlisted(operation, page, label);
      if (refused) return { entries: undefined, hasGuest: false, refused };
      if (guest) guests.push({ written: guest.email, label: undefined });
    } else {
      const isStaff = person?.kind === 'user' && person.state !== 'inactive';
      if (isStaff && maySee(operation, page, id))
        staff.push({ written: `user:${id}`, label: person.name });
      else left.push(label);
    }
  }
  for (const { id, name } of groups) {
    const written = `group:${name}`;
    if (isNamed(written, name) && maySee(operation, page, id))
      staff.push({ written, label: undefined });
    else left.push(name);
  }
  const entries = [...guests, ...staff];
  if (entries.length === 0) return { entries: undefined, hasGuest: false };
  return { entries, hasGuest: guests.length > 0, leftOut: leftOutOf(operation, page, left) };
}

/** Whether the file means this group by its name. */
function isNamed(written: string, name: string): boolean {
  const { principal } = readPrincipal(written, { start: 0, end: 0 });
  return principal?.kind === 'group' && principal.name === name && !steers(name);
}

/** Whoever shall edit must see the page too: an editor who is no viewer would be made one. */
function maySee(operation: Operation, { view }: Page, id: string): boolean {
  return (
    operation === 'view' ||
    isOpen(view) ||
    view.users.includes(id) ||
    view.groups.some((group) => group.id === id)
  );
}

function refuse(
  operation: Operation,
  page: Page,
  accountId: string,
  { email, role }: { readonly email: string; readonly role: string },
): Sentence | undefined {
  if (operation === 'view') return undefined;
  const facts = { title: page.title, who: email };
  if (!maySee(operation, page, accountId)) {
    return sentence(
      'Who may edit “{title}” is not written, for {who} may edit it and may not view it',
      facts,
    );
  }
  return role === 'viewer'
    ? sentence(
        'Who may edit “{title}” is not written, for {who} may edit it and is a viewer of its space',
        facts,
      )
    : undefined;
}

function refuseUnlisted(operation: Operation, { title, spaceKey }: Page, who: string): Sentence {
  const facts = { title, who, space: spaceKey };
  return operation === 'view'
    ? sentence(
        'Who may view “{title}” is not written, for {who} may and is not listed as a guest of space {space}',
        facts,
      )
    : sentence(
        'Who may edit “{title}” is not written, for {who} may and is not listed as a guest of space {space}',
        facts,
      );
}

function leftOutOf(
  operation: Operation,
  { title }: Page,
  left: readonly string[],
): Sentence | undefined {
  if (left.length === 0) return undefined;
  const facts = { title, who: left.join(', ') };
  return operation === 'view'
    ? sentence('The viewers of “{title}” are written without {who}; they stay on the page', facts)
    : sentence('The editors of “{title}” are written without {who}; they stay on the page', facts);
}
