import { addressKey } from '../document/address';
import { dayOf } from '../document/date';
import { entriesOf } from '../document/entries';
import type { Document } from '../document/model';
import type { SyncPorts } from './apply';
import { isGranted } from './desired';
import { ConfluenceError } from './error';
import { remember, type JournalEntry } from './journal';
import { personAt } from './live';
import { readLive } from './read';
import { untilDone } from './run';

/** How many mails a day may be sent again, over all guests; one guest gets one a day. */
const dailyBudget = 10;

const day = 24 * 60 * 60 * 1000;

/**
 * Mail an invitation again to somebody who has not accepted it, because a person asks for it. Throws
 * a `ConfluenceError` that says why not: not waiting, mailed within a day, or the day's budget spent.
 */
export async function resendInvitation(
  document: Document,
  email: string,
  { reader, writer, journal, now }: SyncPorts,
  signal: AbortSignal,
): Promise<void> {
  if (!writer.organization) {
    throw new ConfluenceError('auth', 'Inviting needs an organization admin key: add one first');
  }
  const [entry] = entriesOf(email, document);
  if (!entry || !isGranted(entry, dayOf(now()))) {
    throw new ConfluenceError('invalid', `The file gives ${email} no access: add the guest first`);
  }
  const entries = await journal.read('memory');
  checkBudget(entries, email, now().getTime());
  const live = await readLive(document, reader, { memory: remember(entries), now, signal });
  const person = personAt(live, email);
  const invited = remember(entries).invited.has(addressKey(email));
  if (person?.state === 'active' && person.kind !== 'none' && !invited) {
    throw new ConfluenceError('conflict', `${email} has accepted the invitation already`);
  }
  if (!invited && person?.state !== 'waiting') {
    throw new ConfluenceError('notFound', `${email} has not been invited yet: run a sync first`);
  }
  await journal.append({ at: now().toISOString(), kind: 'resending', email });
  const [invitation] = await writer.organization.inviteGuests([email], true, untilDone);
  if (invitation?.error !== undefined) throw new ConfluenceError('conflict', invitation.error);
}

function checkBudget(entries: readonly JournalEntry[], email: string, now: number): void {
  const mails = entries.filter(
    ({ kind, at }) => (kind === 'resending' || kind === 'inviting') && now - Date.parse(at) < day,
  );
  const own = mails.some(
    (entry) => 'email' in entry && addressKey(entry.email) === addressKey(email),
  );
  if (own) {
    throw new ConfluenceError(
      'quota',
      `${email} was mailed within the last day: try again tomorrow`,
    );
  }
  if (mails.filter(({ kind }) => kind === 'resending').length >= dailyBudget) {
    throw new ConfluenceError(
      'quota',
      `${dailyBudget} invitations were sent again within the last day, which is the limit: try again tomorrow`,
    );
  }
}
