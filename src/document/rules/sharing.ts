import type { GuestEntry } from '../guest';
import type { Principal, Problem } from '../model';
import type { Placed } from '../move';
import { moveSpan } from '../move';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { entriesOf } from './rule';

export function* viewersWhoEdit(index: Index): Iterable<Problem> {
  if (!index.guests.entries.some(({ content }) => content.guest.role === 'viewer')) return;
  const find = finder(index, granted, (entries) =>
    entries.every(({ guest }) => guest.role === 'viewer'),
  );
  for (const { at, content } of index.pages.entries)
    for (const principal of content.page.edit ?? []) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'viewerEdits',
          moveSpan(principal.span, at),
          sentence(
            '`{email}` has the role `viewer` and cannot edit: change the role or take the guest off `edit`.',
            { email },
          ),
        );
    }
}

/** Only pages that are given by address tell their space here; the sync checks the others. */
export function* guestsOutsidePages(index: Index): Iterable<Problem> {
  const bySpace = new Map<string, Find>();
  for (const { at, content } of index.pages.entries) {
    const { spaceKey: space } = content.page;
    if (space === undefined) continue;
    const find =
      bySpace.get(space) ??
      finder(index, granted, (entries) => !entries.some(({ guest }) => guest.space === space));
    bySpace.set(space, find);
    for (const principal of content.principals) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'guestOutsidePageSpace',
          moveSpan(principal.span, at),
          sentence('`{email}` cannot see this page: it is in `{space}`, which the guest has not.', {
            email,
            space,
          }),
        );
    }
  }
}

export function* revokedOnPages(index: Index): Iterable<Problem> {
  if (!index.guests.entries.some(({ content }) => content.guest.access === 'revoked')) return;
  const find = finder(index, revoked, () => true);
  for (const { at, content } of index.pages.entries)
    for (const principal of content.principals) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'revokedOnPage',
          moveSpan(principal.span, at),
          sentence('The access of `{email}` is revoked: take the guest off this list.', { email }),
          { severity: 'warning' },
        );
    }
}

/** Said only when everything was understood, for the guest may be on what was not. */
export function* guestsOnNoPage(index: Index): Iterable<Problem> {
  const { pages, teams, byAddress, byTeam, header } = index;
  const understood = [pages, teams].every(({ complete, unread }) => complete && unread.size === 0);
  if (!pages.present || !understood || !pages.entries.every(({ content }) => content.whole)) return;
  const shared = new Set<unknown>();
  const used = new Set<string>();
  for (const { content } of pages.entries)
    for (const one of content.principals) {
      if (one.kind === 'guest') shared.add(entriesOf(index, one.email));
      if (one.kind === 'team') used.add(one.name);
    }
  for (const name of used)
    for (const { email } of byTeam.get(name)?.content.members ?? [])
      shared.add(entriesOf(index, email));
  for (const entries of byAddress.values()) {
    if (shared.has(entries)) continue;
    const entry = entries.find(({ content }) => content.guest.access === 'granted');
    if (!entry) continue;
    const { guest, domain } = entry.content;
    // Staff shall not be put on a page as a guest.
    if (header.internalDomains.includes(domain)) continue;
    const { email, emailSpan } = guest;
    yield problem(
      'guestOnNoPage',
      moveSpan(emailSpan, entry.at),
      sentence('`{email}` is on no page of this file: add the guest to one, or leave it so.', {
        email,
      }),
      { severity: 'info' },
    );
  }
}

/** The address of the first guest whom a principal names and a test fits. */
type Find = (principal: Principal) => string | undefined;

type Entries = readonly Placed<GuestEntry>[];

function granted(entries: Entries): readonly GuestEntry[] {
  return entries.map(({ content }) => content).filter(({ guest }) => guest.access === 'granted');
}

/** The entries of a guest of whom none grants access. */
function revoked(entries: Entries): readonly GuestEntry[] {
  return granted(entries).length > 0 ? [] : entries.map(({ content }) => content);
}

/**
 * A search among declared guests, by a test on some of their entries. A guest and a team are looked at
 * once, however many pages they are on.
 */
function finder(
  index: Index,
  choose: (entries: Entries) => readonly GuestEntry[],
  test: (entries: readonly GuestEntry[]) => boolean,
): Find {
  const byGuest = new Map<Entries, string | undefined>();
  const byTeam = new Map<string, string | undefined>();

  function findGuest(email: string): string | undefined {
    const entries = entriesOf(index, email);
    return recall(byGuest, entries, () => {
      const chosen = choose(entries);
      const [first] = chosen;
      return first && !index.guests.unread.has(first.key) && test(chosen)
        ? first.guest.email
        : undefined;
    });
  }

  function findMember(team: string): string | undefined {
    return recall(byTeam, team, () => {
      const members = index.byTeam.get(team)?.content.members ?? [];
      return members.find(({ email }) => findGuest(email) !== undefined)?.email;
    });
  }

  return (principal) => {
    if (principal.kind === 'guest') return findGuest(principal.email);
    return principal.kind === 'team' ? findMember(principal.name) : undefined;
  };
}

function recall<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as Value;
}
