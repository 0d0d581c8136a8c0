import { daysBetween } from '../document/date';
import type { Guest } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import { isGranted } from '../sync/desired';
import { waitsForAdmin } from '../sync/finding';
import { accessOf, personAt } from '../sync/live';
import type { SpaceStep } from '../sync/step';
import type { GuestFacts } from './guestFacts';

/**
 * How it stands with a guest. Without facts from the site only what the file alone says is told:
 * `expiring`, `toRemove` or `notChecked`.
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
  return bySteps(guest, facts) ?? onSite(guest, facts, today) ?? inFile(guest, today);
}

function inFile(guest: Guest, today: string): Standing<GuestState> {
  if (!isGranted(guest, today)) return { state: 'toRemove', words: endOf(guest, today) };
  return expiring(guest, today) ?? { state: 'notChecked', words: sentence('not checked') };
}

function ended(guest: Guest, { steps, reading }: GuestFacts, today: string): Standing<GuestState> {
  if (steps.some(({ kind }) => kind === 'leave' || kind === 'revoke')) {
    return { state: 'toRemove', words: endOf(guest, today) };
  }
  switch (personAt(reading.live, guest.email)?.kind) {
    case 'user':
      return { state: 'trouble', words: sentence('a Confluence user, whom a sync leaves alone') };
    case 'guest':
      return { state: 'trouble', words: sentence('still has the Guest role') };
    case 'unknown':
      return { state: 'notChecked', words: sentence('not checked') };
    case 'none':
    case undefined:
      return { state: 'removed', words: sentence('access taken away') };
  }
}

function endOf({ access, expires = '' }: Guest, today: string): Sentence {
  return access === 'granted' && expires < today
    ? sentence('expired on {date}, to remove', { date: expires })
    : sentence('revoked, to remove');
}

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

const waitingForAdmin: Standing<GuestState> = {
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
