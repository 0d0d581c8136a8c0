import { addressKey } from '../document/address';
import { daysBetween } from '../document/date';
import { entriesOf } from '../document/entries';
import type { Guest } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import { isGranted } from '../sync/desired';
import { waitsForAdmin } from '../sync/finding';
import { accessOf, personAt, type Live } from '../sync/live';
import type { SpaceStep } from '../sync/step';
import type { GuestFacts } from './guestFacts';

/**
 * How it stands with a guest. Without facts from the site only what the file alone says is told:
 * `expiring` or `notChecked`.
 */
export type GuestState =
  | 'toInvite'
  | 'toChange'
  | 'waiting'
  /** Nothing can be done before an organization admin has done something. */
  | 'waitingForAdmin'
  | 'active'
  | 'expiring'
  | 'toRemove'
  | 'removed'
  /** On the site without being in the file. */
  | 'unlisted'
  /** On the site, with an address that is hidden and may be one of the file. */
  | 'unidentified'
  | 'trouble'
  | 'notChecked';

/** A state and the words for it. */
export interface Standing<State extends string> {
  readonly state: State;
  readonly words: Sentence;
}

/** Days before its end in which access counts as expiring, as in the file's problems. */
const soon = 14;

/** `today` is `YYYY-MM-DD`. */
export function guestStanding(
  guest: Guest,
  facts: GuestFacts | undefined,
  today: string,
): Standing<GuestState> {
  if (!facts) return inFile(guest, today);
  const { trouble, blocked, steps } = facts;
  if (!trouble && blocked && waitsForAdmin(blocked)) {
    return steps.length > 0 ? ended(guest, facts, today) : waitingForAdmin;
  }
  const reason = trouble?.reason ?? blocked?.sentence;
  if (reason) return { state: 'trouble', words: reason };
  if (!isGranted(guest, today)) return ended(guest, facts, today);
  return bySteps(guest, facts) ?? onSite(guest, facts, today) ?? notChecked;
}

function inFile(guest: Guest, today: string): Standing<GuestState> {
  if (isGranted(guest, today)) return expiring(guest, today) ?? notChecked;
  return {
    state: 'notChecked',
    words: hasExpired(guest, today)
      ? sentence('expired on {date}, not checked', { date: guest.expires ?? '' })
      : sentence('revoked, not checked'),
  };
}

function ended(guest: Guest, facts: GuestFacts, today: string): Standing<GuestState> {
  const { steps, reading, invited } = facts;
  if (steps.some(({ kind }) => kind === 'leave' || kind === 'revoke'))
    return toRemove(guest, today);
  if (invited) {
    return { state: 'trouble', words: sentence('the invitation can still be accepted') };
  }
  const { live } = reading;
  if (live.addresses.get(addressKey(guest.email))?.state === 'missing') return removed;
  switch (personAt(live, guest.email)?.kind) {
    case 'user':
      return { state: 'trouble', words: sentence('a Confluence user, whom a sync leaves alone') };
    case 'guest':
      return entriesOf(guest.email, reading.document).some((entry) => isGranted(entry, today))
        ? moved(guest, live, today)
        : { state: 'trouble', words: sentence('still has the Guest role') };
    case 'none':
      return removed;
    case 'unknown':
    case undefined:
      return inFile(guest, today);
  }
}

/** Of somebody who shall have another space. */
function moved(guest: Guest, live: Live, today: string): Standing<GuestState> {
  const space = live.spaces.get(guest.space);
  if (space?.state !== 'found' || space.value.access.state !== 'found') return inFile(guest, today);
  const accountId = personAt(live, guest.email)?.accountId ?? '';
  return space.value.access.value.users.has(accountId) ? toRemove(guest, today) : removed;
}

function toRemove(guest: Guest, today: string): Standing<GuestState> {
  return {
    state: 'toRemove',
    words: hasExpired(guest, today)
      ? sentence('expired on {date}, to remove', { date: guest.expires ?? '' })
      : sentence('revoked, to remove'),
  };
}

/** Past its last day and not revoked before that. */
function hasExpired({ access, expires }: Guest, today: string): boolean {
  return access === 'granted' && expires !== undefined && expires < today;
}

const removed: Standing<GuestState> = { state: 'removed', words: sentence('has no access') };

const notChecked: Standing<GuestState> = { state: 'notChecked', words: sentence('not checked') };

function bySteps({ space }: Guest, { steps }: GuestFacts): Standing<GuestState> | undefined {
  if (steps.some(({ kind }) => kind === 'invite')) {
    return {
      state: 'toInvite',
      words: sentence('to invite to {space}', { space }),
    };
  }
  const change = steps.find((step): step is SpaceStep => 'space' in step && step.space === space);
  if (!change) return undefined;
  return change.waiting ? waiting : { state: 'toChange', words: wordsFor(change) };
}

function wordsFor({ kind, space, from = '', role = '' }: SpaceStep): Sentence {
  switch (kind) {
    case 'grant':
      return sentence('to let into {space}', { space });
    case 'move':
      return sentence('to move from {from} to {space}', { from, space });
    case 'changeRole':
      return sentence('to become {role}', { role });
    case 'leave':
      return sentence('to leave {space}', { space });
  }
}

function onSite(
  guest: Guest,
  { reading: { live }, invited }: GuestFacts,
  today: string,
): Standing<GuestState> | undefined {
  const person = personAt(live, guest.email);
  if (invited || person?.state === 'waiting') return waiting;
  if (!person || !accessOf(live, guest.space, person.accountId)) return undefined;
  return expiring(guest, today) ?? { state: 'active', words: sentence('active') };
}

const waiting: Standing<GuestState> = {
  state: 'waiting',
  words: sentence('waiting for the invitation to be accepted'),
};

export const waitingForAdmin: Standing<'waitingForAdmin'> = {
  state: 'waitingForAdmin',
  words: sentence('waiting for the organization admin'),
};

function expiring({ expires }: Guest, today: string): Standing<GuestState> | undefined {
  if (expires === undefined) return undefined;
  const days = daysBetween(today, expires);
  if (days < 0 || days > soon) return undefined;
  return { state: 'expiring', words: daysLeft(days) };
}

function daysLeft(days: number): Sentence {
  if (days === 0) return sentence('expires today');
  if (days === 1) return sentence('expires tomorrow');
  return sentence('expires in {days} days', { days });
}
