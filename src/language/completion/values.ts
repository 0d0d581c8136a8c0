import { sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import { visible } from '../ask/question';
import { byUse } from '../byUse';
import { roleLines } from '../hover/role';
import type { Known } from '../known';
import { lineAt, skipSpace, unquote } from '../line';
import type { Place } from '../place';
import { dateOffers } from './dates';
import type { Offer } from './offer';
import { value } from './offer';
import { pageOffers, titleOffers } from './pages';
import { domainOffers, newGuests, ownerOffers, personOffers } from './people';
import { memberOffers, principalOffers } from './principals';
import { manageOffers, ownedSpaces } from './spaces';

/** What may be the value of a key, by the keys that lead to it. */
export function valueOffers(
  name: string,
  place: Place,
  text: string,
  known: Known,
): readonly Offer[] {
  const { entry, span } = place;
  const written = unquote(text.slice(span.start, span.end));
  switch (name) {
    case 'version':
      return [value('value', 'version', '1')];
    case 'site':
      return (known.sites ?? []).map((origin) => value('value', 'site', origin));
    case 'limits guestsPerPaidUser':
      return [value('value', 'guestsPerPaidUser', '5', { detail: () => atlassianRule })];
    case 'limits spacesPerGuest':
      return [value('value', 'spacesPerGuest', '1', { detail: () => atlassianRule })];
    case 'limits removals':
      return ['25%', '10%', '50%'].map((share) => value('value', 'removals', share));
    case 'spaces * manage':
      return manageOffers();
    case 'guests - email':
      return newGuests(known);
    case 'guests - name':
      return personOffers('name', entry?.fields.get('email'), known);
    case 'guests - account':
      return personOffers('account', entry?.fields.get('email'), known);
    case 'guests - space':
      return ownedSpaces(known);
    case 'guests - role':
      return roleOffers(known);
    case 'guests - access':
      return accessOffers();
    case 'guests - expires':
      return dateOffers(known.today);
    case 'guests - reason':
      return reasonOffers(written, known);
    case 'guests - owner':
      return ownerOffers(written, known);
    case 'pages - page':
      return pageOffers(place, known, hasRoom(text, place));
    case 'pages - title':
      return titleOffers(entry?.fields.get('page'), known);
    case 'pages - ancestors':
      return [value('value', 'ancestors', 'grant')];
    case 'pages - tree':
      return ['true', 'false'].map((tree) => value('value', 'tree', tree));
    default:
      return [];
  }
}

/** What may be an item of a list, those that it has left out. */
export function itemOffers(
  name: string,
  { entry, items, span }: Place,
  text: string,
  known: Known,
): readonly Offer[] {
  const page = entry?.fields.get('page');
  const written = unquote(text.slice(span.start, span.end));
  switch (name) {
    case 'internalDomains':
      return domainOffers(known.document, items);
    case 'teams *':
      return memberOffers(items, known);
    case 'pages - view':
      return principalOffers('view', page, { items, written }, known);
    case 'pages - edit':
      return principalOffers('edit', page, { items, written }, known);
    default:
      return [];
  }
}

const atlassianRule = sentence("Atlassian's rule");

/** These names of the site's roles stand for the two of the file. */
const sameAsOwn = new Set(['viewer', 'contributor', 'collaborator']);

function roleOffers(known: Known): readonly Offer[] {
  const { lists, reading } = known;
  const site = lists?.roles.state === 'found' ? lists : reading?.live;
  const others = foundIn(site?.roles).filter(({ name }) => !sameAsOwn.has(name.toLowerCase()));
  const offer = (role: string, facts: Pick<Offer, 'detail' | 'readAt'>): Offer =>
    value('role', 'role', role, { ...facts, about: () => roleLines(role, known) });
  return [
    offer('contributor', { detail: () => sentence('the default') }),
    offer('viewer', {}),
    ...others.map(({ name }) =>
      offer(visible(name), { detail: () => sentence('space role'), readAt: site?.readAt }),
    ),
  ];
}

function accessOffers(): readonly Offer[] {
  return [
    value('value', 'access', 'revoked', {
      detail: () => sentence('the next sync takes the access away'),
    }),
    value('value', 'access', 'granted', { detail: () => sentence('the default') }),
  ];
}

function reasonOffers(written: string, { document: { guests = [] } }: Known): readonly Offer[] {
  return byUse(guests.map(({ reason }) => reason))
    .filter((reason) => reason !== written)
    .map((reason) => value('text', 'reason', reason));
}

/** Whether another line may follow the value. */
function hasRoom(text: string, { flow, ownLine, span }: Place): boolean {
  const { end } = lineAt(text, span.end);
  return flow || (!ownLine && skipSpace(text, span.end, end) === end);
}
