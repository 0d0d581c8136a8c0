import { factsFrom, type GuestFacts } from '../../access/guestFacts';
import { guestStanding } from '../../access/guestState';
import { pagesNaming, teamsOf } from '../../access/sharing';
import type { Reading } from '../../access/reading';
import { rightsOf, rightsWords } from '../../access/rights';
import { addressKey } from '../../document/address';
import { entriesOf } from '../../document/entries';
import type { Guest } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import { isGranted } from '../../sync/desired';
import { accessOf, personAt } from '../../sync/live';
import { foundIn } from '../../sync/look';
import { daysLeft } from '../daysLeft';
import type { Known } from '../known';
import { changedSince, fact, heading, notRead, readAt, several, text, type Line } from './lines';
import { personFacts } from './person';
import { sharingWords } from './sharing';
import { spaceName } from './space';

/** A guest by an address, with the entry that it stands in, if it stands in one. */
export function guestLines(email: string, entry: Guest | undefined, known: Known): readonly Line[] {
  const entries = entriesOf(email, known.document);
  const guest = entry ?? entries.find((each) => isGranted(each, known.today)) ?? entries[0];
  return guest ? entryLines(guest, known) : strangerLines(email, known);
}

function entryLines(guest: Guest, known: Known): readonly Line[] {
  const { document, reading, today } = known;
  const { email, name, space, role, expires, reason, owner } = guest;
  const facts = reading && factsFrom(reading)(guest);
  return [
    heading(name ?? email),
    ...fact(sentence('State'), stateWords(guest, facts, today)),
    ...(name === undefined ? [] : fact(sentence('Address'), email)),
    ...fact(sentence('Space'), spaceName(space, known)),
    ...fact(sentence('Role'), role),
    ...fact(
      sentence('Last day'),
      expires,
      ...(isGranted(guest, today) ? daysLeft(guest, today) : []),
    ),
    ...(document.pages ? pageFact(email, known) : []),
    ...fact(sentence('Teams'), ...several(teamsOf(email, document))),
    ...fact(sentence('Reason'), reason),
    ...fact(sentence('Owner'), owner),
    ...(facts ? onSite(email, facts.reading) : [reading ? changedSince : notRead]),
  ];
}

/** Its last day is told elsewhere. */
function stateWords(guest: Guest, facts: GuestFacts | undefined, today: string): Sentence {
  const { state, words } = guestStanding(guest, facts, today);
  if (state !== 'expiring') return words;
  return facts ? sentence('active') : sentence('not checked');
}

function pageFact(email: string, { document, reading }: Known): readonly Line[] {
  const pages = pagesNaming({ kind: 'guest', email }, document);
  const none = sentence('none');
  return fact(
    sentence('Pages'),
    ...several(
      pages.map((one) => sharingWords(one, reading)),
      none,
    ),
  );
}

/** What the site gives the guest in the spaces of the file. */
function onSite(email: string, { live }: Reading): readonly Line[] {
  const person = personAt(live, email);
  const rights = [...live.spaces.keys()].flatMap((space) => {
    const access = person && accessOf(live, space, person.accountId);
    const pairs = access && rightsOf(access, live);
    return pairs ? fact(sentence('Rights in {space}', { space }), ...rightsWords(pairs)) : [];
  });
  return [...fact(sentence('Name on the site'), person?.name), ...rights, readAt(live)];
}

function strangerLines(email: string, { document, reading, lists }: Known): readonly Line[] {
  const met = reading && personAt(reading.live, email);
  const known = met ?? foundIn(lists?.guests).find((each) => isSame(each.email, email));
  const source = met ? reading.live : lists;
  return [
    heading(email),
    text(
      document.guests
        ? sentence('No entry under `guests:` that could be understood has this address.')
        : sentence('The file has no `guests:`.'),
    ),
    ...(known && source ? [...personFacts(known), readAt(source)] : []),
  ];
}

function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && addressKey(one) === addressKey(other);
}
