import { addressKey } from '../document/address';
import type { Document, Guest, OwnedSpace, Span } from '../document/model';
import { sentence } from '../document/sentence';
import { guestsIn } from '../sync/live';
import type { Person } from '../sync/model';
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
  const known = knownAccounts(document, reading);
  return [
    ...listed,
    ...[...document.spaces.values()].flatMap((space) =>
      guestsIn(reading.live, space.key)
        .filter(({ accountId }) => !known.has(accountId))
        .map((person) => unlistedRow(person, space, reading)),
    ),
  ];
}

/** The accounts behind the addresses of the file, as it is and as it was when the site was read. */
function knownAccounts(now: Document, { document, live }: Reading): ReadonlySet<string> {
  return new Set(
    [...(now.guests ?? []), ...(document.guests ?? [])].flatMap(({ email }) => {
      const address = live.addresses.get(addressKey(email));
      return address?.state === 'found' ? [address.value] : [];
    }),
  );
}

function unlistedRow(
  { accountId, name, email }: Person,
  { key, span }: OwnedSpace,
  { plan }: Reading,
): GuestRow {
  const leaves = plan.steps.some(
    (step) => step.kind === 'leave' && step.space === key && step.who.accountId === accountId,
  );
  return {
    id: `${accountId} ${key}`,
    label: name,
    email,
    space: key,
    guest: undefined,
    span,
    ...(leaves
      ? { state: 'toRemove', words: sentence('not in the file, to remove') }
      : { state: 'unlisted', words: sentence('not in the file, left alone') }),
  };
}
