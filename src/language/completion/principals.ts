import { addressKey } from '../../document/address';
import type { Guest, Principal } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import { isGranted } from '../../sync/desired';
import { visible, verbatim } from '../ask/question';
import { foundIn } from '../ask/site';
import { guestLines } from '../hover/guest';
import { groupLines, teamLines, userLines } from '../hover/people';
import type { Known } from '../known';
import { spaceOfPage } from './pages';
import { byUse } from './people';
import type { Offer } from './offer';
import { value } from './offer';

/** Who may stand on a list of a page: teams, groups, staff and guests, those of the page's space first. */
export function principalOffers(
  list: 'view' | 'edit',
  page: string | undefined,
  taken: readonly string[],
  known: Known,
): readonly Offer[] {
  const space = spaceOfPage(page, known);
  const isElsewhere = (guest: Guest): boolean => space !== undefined && guest.space !== space;
  const isFit = (guest: Guest): boolean =>
    !isElsewhere(guest) && (list === 'view' || guest.role !== 'viewer');
  const guests = grantedGuests(taken, known);
  const offers = [
    ...teamOffers(known),
    ...groupOffers(known),
    ...guests.filter(isFit).map((guest) => guestOffer(guest, known)),
    ...userOffers(known),
    ...guests.filter((guest) => !isFit(guest)).map((guest) => guestOffer(guest, known)),
  ];
  const used = new Set(taken);
  return offers.filter(({ label }) => !used.has(label));
}

/** Who may be in a team. */
export function memberOffers(taken: readonly string[], known: Known): readonly Offer[] {
  return grantedGuests(taken, known).map((guest) => guestOffer(guest, known));
}

function grantedGuests(taken: readonly string[], { document, today }: Known): readonly Guest[] {
  const used = new Set(taken.map(addressKey));
  const found = new Map<string, Guest>();
  for (const guest of document.guests ?? []) {
    const key = addressKey(guest.email);
    if (!used.has(key) && !found.has(key) && isGranted(guest, today)) found.set(key, guest);
  }
  return [...found.values()];
}

function guestOffer(guest: Guest, known: Known): Offer {
  const { email, name, space, role } = guest;
  return value('guest', 'view', email, {
    detail: () =>
      name === undefined
        ? sentence('{space}, {role}', { space, role })
        : sentence('{name}, {space}, {role}', { name, space, role }),
    search: name,
    about: () => guestLines(email, guest, known),
  });
}

function teamOffers(known: Known): readonly Offer[] {
  return [...known.document.teams.values()].map(({ name, members }) =>
    value('team', 'view', `team:${name}`, {
      detail: () =>
        verbatim(
          members
            .slice(0, 5)
            .map(({ email }) => email)
            .join(', '),
        ),
      about: () => teamLines(name, known),
    }),
  );
}

/** Groups that other pages name, then those of the site. */
function groupOffers(known: Known): readonly Offer[] {
  const { lists } = known;
  const used = byUse(
    principalsIn(known).map((one) => (one.kind === 'group' ? one.name : undefined)),
  );
  const isUsed = new Set(used);
  const others = foundIn(lists?.groups).filter(({ name }) => !isUsed.has(name));
  const offer = (name: string, readAt?: string): Offer =>
    value('group', 'view', `group:${visible(name)}`, {
      readAt,
      about: () => groupLines(name, known),
    });
  return isUsed.size + others.length === 0
    ? [example('group', 'docs-team', sentence('a group of the site'))]
    : [...used.map((name) => offer(name)), ...others.map(({ name }) => offer(name, lists?.readAt))];
}

/** Staff that other pages name, and those who answer for guests. */
function userOffers(known: Known): readonly Offer[] {
  const named = byUse(
    principalsIn(known).map((one) => (one.kind === 'user' ? one.user : undefined)),
  );
  const owners = byUse((known.document.guests ?? []).map(({ owner }) => owner));
  const users = [...new Set([...named, ...owners])];
  return users.length === 0
    ? [example('user', 'lee@acme.com', sentence('somebody on the staff'))]
    : users.map((user) =>
        value('user', 'view', `user:${user}`, { about: () => userLines(user, known) }),
      );
}

/** The word before a name, where no name is known. */
function example(kind: 'group' | 'user', name: string, detail: Sentence): Offer {
  return {
    kind,
    label: `${kind}:`,
    detail: () => detail,
    write: ({ begun }) => ({ text: `${begun}${kind}:\${1:${name}}${begun}`, isSnippet: true }),
  };
}

function principalsIn({ document: { pages = [] } }: Known): readonly Principal[] {
  return pages.flatMap(({ view = [], edit = [] }) => [...view, ...edit]);
}
