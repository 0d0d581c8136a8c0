import { addressKey } from '../document/address';
import { sentence } from '../document/sentence';
import { ConfluenceError, type ErrorKind } from './error';
import { remember, type JournalEntry } from './journal';
import { done, failed, type Outcome } from './outcome';
import type { Invitation, OrganizationWriter } from './ports';
import { recordTry } from './history';
import { record, untilDone, type Run } from './run';
import type { InviteStep } from './step';

/** Addresses a call (`POST /v2/orgs/{org}/users/invite`). */
const batchSize = 25;

/**
 * Invite, one batch after the other. The journal knows of each address before the request leaves,
 * so that after a crash nobody is mailed twice.
 */
export async function inviteAll(
  steps: readonly InviteStep[],
  run: Run,
  report: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  for (const notify of [true, false]) {
    const group = steps.filter((step) => step.notify === notify);
    for (let start = 0; start < group.length && !run.signal.aborted; start += batchSize) {
      await inviteBatch(group.slice(start, start + batchSize), notify, run, report);
    }
  }
}

async function inviteBatch(
  steps: readonly InviteStep[],
  notify: boolean,
  run: Run,
  report: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  const { organization } = run.writer;
  let ours = steps;
  try {
    if (!organization) {
      throw new ConfluenceError(
        'auth',
        'Inviting needs an organization admin key: add one and sync again',
      );
    }
    ours = await claim(steps, notify, run, report);
    if (ours.length === 0) return;
    const invitations = await send(organization, ours, notify, run);
    for (const step of ours) await report(await settle(step, invitations, run));
  } catch (error) {
    for (const step of ours) await report(failed(step, error));
  }
}

/**
 * Record that these are about to be invited. Of two syncs that would mail the same person at the same
 * time only the one whose record stands first goes on. Returns the steps to go on with.
 */
async function claim(
  steps: readonly InviteStep[],
  notify: boolean,
  run: Run,
  report: (outcome: Outcome) => Promise<void>,
): Promise<readonly InviteStep[]> {
  for (const step of steps) {
    await recordTry(run, step);
    await record(run, { kind: 'inviting', email: addressOf(step.who), sync: run.sync });
  }
  if (!notify) return steps;
  const rivals = rivalsOf(run.sync, await run.journal.read('memory'));
  const ours = steps.filter(({ who }) => !rivals.has(addressKey(addressOf(who))));
  for (const step of steps) {
    if (ours.includes(step)) continue;
    await record(run, { kind: 'notInvited', email: addressOf(step.who) });
    await report({
      step,
      state: 'skipped',
      reason: sentence('Another sync is inviting {who} at this moment: sync again', {
        who: step.who.label,
      }),
    });
  }
  return ours;
}

/** The addresses that this sync has claimed and that another had invited, or claimed, before. */
function rivalsOf(sync: string, entries: readonly JournalEntry[]): ReadonlySet<string> {
  const claimed = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'inviting' && entry.sync === sync) {
      claimed.set(addressKey(entry.email), index);
    }
  }
  const before = entries.filter((entry, index) => {
    const own = 'email' in entry ? claimed.get(addressKey(entry.email)) : undefined;
    return own !== undefined && index < own;
  });
  return new Set(remember(before).invited.keys());
}

async function send(
  organization: OrganizationWriter,
  steps: readonly InviteStep[],
  notify: boolean,
  run: Run,
): Promise<readonly Invitation[]> {
  const emails = steps.map(({ who }) => addressOf(who));
  try {
    return await organization.inviteGuests(emails, notify, untilDone);
  } catch (error) {
    if (wasRefused(error)) {
      for (const email of emails) await record(run, { kind: 'notInvited', email });
    }
    throw error;
  }
}

/** After a lost answer nobody knows whether the mail went out; after a refusal it did not. */
function wasRefused(error: unknown): boolean {
  if (!(error instanceof ConfluenceError)) return false;
  const uncertain: readonly ErrorKind[] = ['network', 'server', 'shape'];
  return error.details.unsent === true || !uncertain.includes(error.kind);
}

async function settle(
  step: InviteStep,
  invitations: readonly Invitation[],
  run: Run,
): Promise<Outcome> {
  const email = addressOf(step.who);
  const invitation = invitations.find((one) => addressKey(one.email) === addressKey(email));
  if (!invitation) {
    // As after a lost answer, the mail may have gone out.
    return {
      step,
      state: 'failed',
      reason: sentence(
        'Atlassian did not say what became of the invitation of {who}: sync again, which sends no second mail',
        { who: email },
      ),
    };
  }
  if (invitation.error !== undefined) {
    await record(run, { kind: 'notInvited', email });
    return { step, state: 'failed', reason: sentence('{why}', { why: invitation.error }) };
  }
  await record(run, { kind: 'invited', email, accountId: invitation.accountId });
  run.invited.set(addressKey(email), invitation.accountId);
  return done(step);
}

function addressOf(who: InviteStep['who']): string {
  return who.email ?? who.label;
}
