import { addressKey } from '../../document/address';
import type { Guest, Member, Principal } from '../../document/model';
import { principalsOn } from '../../document/principal';
import { sentence, type Sentence } from '../../document/sentence';
import { isGranted } from '../../sync/desired';
import { foundIn } from '../../sync/look';
import { writtenAs } from '../ask/lists';
import { visible, verbatim } from '../ask/question';
import { byUse } from '../byUse';
import { guestLines } from '../hover/guest';
import { groupLines, teamLines, userLines } from '../hover/people';
import type { Known } from '../known';
import { spaceAround } from './pages';
import type { Offer } from './offer';
import { value } from './offer';

/** A list of a page while somebody writes an item of it. */
interface List {
  /** The other items. */
  readonly items: readonly string[];
  /** What stands in the place of the item. */
  readonly written: string;
}

/**
 * Who may stand on a list of a page: teams, groups, guests and staff. Guests who cannot see the page, or
 * cannot edit as viewers, would be errors there.
 */
export function principalOffers(
  list: 'view' | 'edit',
  page: string | undefined,
  { items, written }: List,
  known: Known,
): readonly Offer[] {
  const space = spaceAround(page, known);
  const isFit = (guest: Guest): boolean =>
    (space === undefined || guest.space === space) && (list === 'view' || guest.role !== 'viewer');
  const others = principalsBesides(written, known);
  const guests = fittingGuests(known, isFit);
  const offers = [
    ...teamOffers(known, guests),
    ...groupOffers(known, others),
    ...guestOffers(guests, items, known),
    ...userOffers(known, others),
  ];
  const used = new Set(items);
  return offers.filter(({ label }) => !used.has(label));
}

/** Who may be in a team. */
export function memberOffers(taken: readonly string[], known: Known): readonly Offer[] {
  return guestOffers(
    fittingGuests(known, () => true),
    taken,
    known,
  );
}

/** Of each guest, by `addressKey`, the first entry with access that fits, if there is one. */
type Fitting = ReadonlyMap<string, Guest | undefined>;

function fittingGuests({ document, today }: Known, isFit: (guest: Guest) => boolean): Fitting {
  const found = new Map<string, Guest | undefined>();
  for (const guest of document.guests ?? []) {
    const key = addressKey(guest.email);
    const fits = isGranted(guest, today) && isFit(guest);
    found.set(key, found.get(key) ?? (fits ? guest : undefined));
  }
  return found;
}

function guestOffers(guests: Fitting, taken: readonly string[], known: Known): readonly Offer[] {
  const used = new Set(taken.map(addressKey));
  return [...guests].flatMap(([key, guest]) =>
    guest && !used.has(key) ? guestOffer(guest, known) : [],
  );
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

/** Teams of whom nobody is known not to fit. */
function teamOffers(known: Known, guests: Fitting): readonly Offer[] {
  const fits = ({ email }: Member): boolean => {
    const key = addressKey(email);
    return guests.get(key) !== undefined || !guests.has(key);
  };
  const teams = [...known.document.teams.values()].filter(({ members }) => members.every(fits));
  return teams.map(({ name, members }) =>
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
function groupOffers(known: Known, named: readonly Principal[]): readonly Offer[] {
  const { lists } = known;
  const used = byUse(named.map((one) => (one.kind === 'group' ? one.name : undefined)));
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
function userOffers(known: Known, named: readonly Principal[]): readonly Offer[] {
  const used = byUse(named.map((one) => (one.kind === 'user' ? one.user : undefined)));
  const owners = byUse((known.document.guests ?? []).map(({ owner }) => owner));
  const users = [...new Set([...used, ...owners])];
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

/** Those on the lists of the file, without the one that is being written. */
function principalsBesides(
  written: string,
  { document: { pages = [] } }: Known,
): readonly Principal[] {
  const all = pages.flatMap(principalsOn);
  const own = all.findIndex((one) => writtenAs(one) === written);
  return all.filter((_, index) => index !== own);
}
