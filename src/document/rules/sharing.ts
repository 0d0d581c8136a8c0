import { addressKey } from '../address';
import type { GuestEntry } from '../guest';
import type { Principal, Problem, SharedPage } from '../model';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';

export function* viewersWhoEdit(index: Index): Iterable<Problem> {
  const find = finder(index, (entries) => entries.every(({ guest }) => guest.role === 'viewer'));
  for (const { page } of index.pages.entries)
    for (const principal of page.edit ?? []) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'viewerEdits',
          principal.span,
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
  for (const { page } of index.pages.entries) {
    const { spaceKey: space } = page;
    if (space === undefined) continue;
    const find =
      bySpace.get(space) ??
      finder(index, (entries) => !entries.some(({ guest }) => guest.space === space));
    bySpace.set(space, find);
    for (const principal of principalsOf(page)) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'guestOutsidePageSpace',
          principal.span,
          sentence('`{email}` cannot see this page: it is in `{space}`, which the guest has not.', {
            email,
            space,
          }),
        );
    }
  }
}

export function* revokedOnPages(index: Index): Iterable<Problem> {
  const find = finder(index, () => true, 'revoked');
  for (const { page } of index.pages.entries)
    for (const principal of principalsOf(page)) {
      const email = find(principal);
      if (email !== undefined)
        yield problem(
          'revokedOnPage',
          principal.span,
          sentence('The access of `{email}` is revoked: take the guest off this list.', { email }),
          { severity: 'warning' },
        );
    }
}

/** Said only when everything was understood, for the guest may be on what was not. */
export function* guestsOnNoPage(index: Index): Iterable<Problem> {
  const { pages, teams, byAddress, document } = index;
  const understood = [pages, teams].every(({ complete, unread }) => complete && unread.size === 0);
  if (!pages.present || !understood) return;
  const shared = new Set<string>();
  const used = new Set<string>();
  for (const { page } of pages.entries)
    for (const one of principalsOf(page)) {
      if (one.kind === 'guest') shared.add(addressKey(one.email));
      if (one.kind === 'team') used.add(one.name);
    }
  for (const name of used)
    for (const { email } of document.teams.get(name)?.members ?? []) shared.add(addressKey(email));
  for (const [key, entries] of byAddress) {
    const entry = entries.find(({ guest }) => guest.access === 'granted');
    if (entry && !shared.has(key))
      yield problem(
        'guestOnNoPage',
        entry.guest.emailSpan,
        sentence('`{email}` is on no page of this file: add the guest to one, or leave it so.', {
          email: entry.guest.email,
        }),
        { severity: 'info' },
      );
  }
}

function principalsOf({ view, edit }: SharedPage): readonly Principal[] {
  return [...(view ?? []), ...(edit ?? [])];
}

/** The address of the first guest whom a principal names and a test fits. */
type Find = (principal: Principal) => string | undefined;

/**
 * A search among declared guests. The test is given the entries that grant access, or for `revoked`
 * those of a guest without any; a team is searched once, however many pages it is on.
 */
function finder(
  { byAddress, guests, document }: Index,
  test: (entries: readonly GuestEntry[]) => boolean,
  access: 'granted' | 'revoked' = 'granted',
): Find {
  const byTeam = new Map<string, string | undefined>();

  function findGuest(email: string): string | undefined {
    const key = addressKey(email);
    const entries = byAddress.get(key) ?? [];
    const granted = entries.filter(({ guest }) => guest.access === 'granted');
    const asked = access === 'granted' ? granted : granted.length > 0 ? [] : entries;
    const [first] = asked;
    return first && !guests.unread.has(key) && test(asked) ? first.guest.email : undefined;
  }

  function findMember(team: string): string | undefined {
    if (!byTeam.has(team)) {
      const members = document.teams.get(team)?.members ?? [];
      const found = members.find(({ email }) => findGuest(email) !== undefined);
      byTeam.set(team, found?.email);
    }
    return byTeam.get(team);
  }

  return (principal) => {
    if (principal.kind === 'guest') return findGuest(principal.email);
    return principal.kind === 'team' ? findMember(principal.name) : undefined;
  };
}
