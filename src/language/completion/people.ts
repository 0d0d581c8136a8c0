import { addressKey, domainOf } from '../../document/address';
import type { Document } from '../../document/model';
import { principalsOn } from '../../document/principal';
import { foundIn } from '../../sync/look';
import { visible, verbatim } from '../ask/question';
import { byUse } from '../byUse';
import { guestLines } from '../hover/guest';
import { userLines } from '../hover/people';
import type { Known } from '../known';
import type { Offer } from './offer';
import { value } from './offer';

interface SitePerson {
  readonly email: string;
  readonly name: string;
  readonly accountId: string;
  readonly readAt: string;
}

/** The guests of the site, by `addressKey`, as far as they were read. */
function siteGuests({ lists, reading }: Known): ReadonlyMap<string, SitePerson> {
  const found = new Map<string, SitePerson>();
  for (const [people, readAt] of [
    [reading?.live.people.values() ?? [], reading?.live.readAt],
    [foundIn(lists?.guests), lists?.readAt],
  ] as const)
    for (const { email, name, accountId, kind } of people)
      if (email !== undefined && kind === 'guest' && readAt !== undefined)
        found.set(addressKey(email), { email, name, accountId, readAt });
  return found;
}

/** The guests of the site that the file does not list. */
export function newGuests(known: Known): readonly Offer[] {
  const listed = new Set(known.document.guests?.map(({ email }) => addressKey(email)));
  return [...siteGuests(known)]
    .filter(([key]) => !listed.has(key))
    .map(([, { email, name, readAt }]) =>
      value('guest', 'email', visible(email), {
        ...{ detail: () => verbatim(name), search: name, readAt },
        about: () => guestLines(email, undefined, known),
      }),
    );
}

/** What the site says of the guest with an address. */
export function personOffers(
  key: 'name' | 'account',
  email: string | undefined,
  known: Known,
): readonly Offer[] {
  const person = email === undefined ? undefined : siteGuests(known).get(addressKey(email));
  if (!person) return [];
  const { name, accountId, readAt } = person;
  return [value('value', key, visible(key === 'name' ? name : accountId), { readAt })];
}

/** Those who answer for guests already, and an address begun in the domains of the staff. */
export function ownerOffers(written: string, known: Known): readonly Offer[] {
  const { guests = [], internalDomains } = known.document;
  const owners = byUse(guests.map(({ owner }) => owner));
  const [, local] = /^([^@\s]+)@/.exec(written) ?? [];
  const begun = local === undefined ? [] : internalDomains.map((domain) => `${local}@${domain}`);
  return [...new Set([...owners, ...begun])]
    .filter((owner) => owner !== written)
    .map((owner) => value('user', 'owner', owner, { about: () => userLines(owner, known) }));
}

/** The domains of those who answer for guests, and of the staff on pages. */
export function domainOffers(
  { guests = [], pages = [] }: Document,
  taken: readonly string[],
): readonly Offer[] {
  const staff = pages
    .flatMap(principalsOn)
    .map((one) => (one.kind === 'user' && one.user.includes('@') ? one.user : undefined));
  const addresses = [...guests.map(({ owner }) => owner), ...staff];
  return byUse(addresses.map((address) => address && domainOf(address)))
    .filter((domain) => !taken.includes(domain))
    .map((domain) => value('value', 'internalDomains', domain));
}
