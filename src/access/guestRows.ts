import { addressKey } from '../document/address';
import type { Document, Guest, OwnedSpace, Span } from '../document/model';
import { sentence, tame } from '../document/sentence';
import { guestsIn } from '../sync/live';
import { found } from '../sync/look';
import type { Person } from '../sync/model';
import type { Plan } from '../sync/plan';
import { whoIs } from '../sync/step';
import { factsFrom } from './guestFacts';
import { guestStanding, type GuestState, type Standing } from './guestState';
import type { Reading } from './reading';

/** A guest of the file, or one who has an owned space without being in the file. */
export interface GuestRow extends Standing<GuestState> {
  /** The same for the same guest whenever the rows are made again. */
  readonly id: string;
  readonly label: string;
  readonly email: string | undefined;
  readonly space: string;
  /** The entry; absent for those whom only the site knows. */
  readonly guest: Guest | undefined;
  readonly span: Span;
}

/** The guests in file order, then those whom only the site knows. `today` is `YYYY-MM-DD`. */
export function guestRows(
  document: Document,
  reading: Reading | undefined,
  today: string,
): readonly GuestRow[] {
  const factsOf = reading && factsFrom(reading);
  const listed = (document.guests ?? []).map((guest): GuestRow => ({
    id: `${addressKey(guest.email)} ${guest.space}`,
    label: guest.name ?? guest.email,
    email: guest.email,
    space: guest.space,
    guest,
    span: guest.span,
    ...guestStanding(guest, factsOf?.(guest), today),
  }));
  if (!reading) return listed;
  const isListed = listedIn(document, reading);
  return [
    ...listed,
    ...[...document.spaces.values()].flatMap((space) =>
      guestsIn(reading.live, space.key)
        .filter((person) => !isListed(person))
        .map((person) => unlistedRow(person, space, reading)),
    ),
  ];
}

type IsListed = (person: Person) => boolean;

/** Whether somebody is in the file, as it is or as it was when the site was read. */
function listedIn(now: Document, { document, live }: Reading): IsListed {
  const guests = [...(now.guests ?? []), ...(document.guests ?? [])];
  const keys = new Set(guests.map(({ email }) => addressKey(email)));
  const accounts = new Set([...keys].flatMap((key) => found(live.addresses.get(key)) ?? []));
  return ({ accountId, email }) =>
    accounts.has(accountId) || (email !== undefined && keys.has(addressKey(email)));
}

function unlistedRow(person: Person, { key, span }: OwnedSpace, { plan }: Reading): GuestRow {
  const { accountId, name, email } = person;
  return {
    id: `${accountId} ${key}`,
    label: name,
    email,
    space: key,
    guest: undefined,
    span,
    ...unlistedStanding(person, key, plan),
  };
}

function unlistedStanding(person: Person, space: string, plan: Plan): Standing<GuestState> {
  const leaves = plan.steps.some(
    (step) =>
      step.kind === 'leave' && step.space === space && step.who.accountId === person.accountId,
  );
  if (leaves) return { state: 'toRemove', words: sentence('not in the file, to remove') };
  const who = tame(whoIs(person).label);
  const isHidden = plan.notices.some(
    ({ code, sentence: { facts } }) =>
      code === 'unidentifiedGuest' && facts['who'] === who && facts['space'] === space,
  );
  return isHidden
    ? { state: 'unidentified', words: sentence('address hidden, may be in the file, left alone') }
    : { state: 'unlisted', words: sentence('not in the file, left alone') };
}
