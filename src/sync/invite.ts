import { addressKey } from '../document/address';
import { sentence } from '../document/sentence';
import { ConfluenceError, type ErrorKind } from './error';
import { done, failed, type Outcome } from './outcome';
import type { Invitation, OrganizationWriter } from './ports';
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
  report: (outcome: Outcome) => void,
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
  report: (outcome: Outcome) => void,
): Promise<void> {
  const { organization } = run.writer;
  try {
    if (!organization) {
      throw new ConfluenceError(
        'auth',
        'Inviting needs an organization admin key: add one and sync again',
      );
    }
    for (const { who } of steps) await record(run, { kind: 'inviting', email: addressOf(who) });
    const invitations = await send(organization, steps, notify, run);
    for (const step of steps) report(await settle(step, invitations, run));
  } catch (error) {
    for (const step of steps) report(failed(step, error));
  }
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
  if (!invitation || invitation.error !== undefined) {
    await record(run, { kind: 'notInvited', email });
    return {
      step,
      state: 'failed',
      reason: sentence('{why}', {
        why: invitation?.error ?? 'Atlassian gave no answer for this address: sync again',
      }),
    };
  }
  await record(run, { kind: 'invited', email, accountId: invitation.accountId });
  run.invited.set(addressKey(email), invitation.accountId);
  return done(step);
}

function addressOf(who: InviteStep['who']): string {
  return who.email ?? who.label;
}
