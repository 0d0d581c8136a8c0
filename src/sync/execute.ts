import { addressKey } from '../document/address';
import { groupBy } from '../document/groupBy';
import { sentence } from '../document/sentence';
import { mapConcurrently } from './concurrent';
import { ConfluenceError } from './error';
import { inviteAll } from './invite';
import { done, failed, type Outcome } from './outcome';
import { changePage } from './pageChange';
import { recordOutcome, recordTry } from './history';
import { accountIn, record, untilDone, type Run } from './run';
import { changeSpace } from './spaceChange';
import { refreshAccess, tidyViewers } from './spaceRole';
import type { CloseStep, EntryStep, InviteStep, RevokeStep, SpaceStep, Step } from './step';

/**
 * How many spaces or pages change at once; the changes of one keep their order. It bounds how many
 * writes a cancelled sync still finishes, not how fast they go, which is the writer's affair.
 */
const sideBySide = 16;

/**
 * Carry out the steps of a plan in their order. A failed step never stops the others, only those
 * that come after it by `after`. Outcomes in the steps' order.
 */
export async function executeSteps(
  steps: readonly Step[],
  run: Run,
  onOutcome: (outcome: Outcome, count: number) => void,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const report = async (outcome: Outcome): Promise<void> => {
    outcomes.set(outcome.step.id, outcome);
    onOutcome(outcome, outcomes.size);
    await recordOutcome(run, outcome).catch((error: unknown) => {
      // Then the history calls the step unknown, and the next step, which must be recorded first, fails.
      if (!(error instanceof ConfluenceError)) throw error;
    });
  };
  const attempt = async <S extends Step>(
    step: S,
    work: (step: S) => Promise<void>,
  ): Promise<void> => {
    const skipped = reasonToSkip(step, outcomes, run);
    await report(skipped ?? (await carryOut(step, work, run)));
  };

  await inviteAll(steps.filter(isInvite), run, report);
  const lost = run.invited.size > 0 ? await findInvited(run) : undefined;
  const entering = steps.filter(isEntering);
  await mapConcurrently(bySpace(entering), sideBySide, async (ofSpace) => {
    for (const step of ofSpace) {
      if (lost && step.after.length > 0) await report(failed(step, lost));
      else await attempt(step, (one) => changeSpace(one, run));
    }
  });
  const given = entering.filter(({ id }) => outcomes.get(id)?.state === 'done');
  for (const outcome of await tidyViewers(given, run)) await report(outcome);
  await mapConcurrently(byPage(steps), sideBySide, async (ofPage) => {
    for (const step of ofPage) await attempt(step, (one) => changePage(one, run));
  });
  const revokes = steps.filter(isRevoke);
  const followed = new Set(revokes.flatMap(({ after }) => after));
  for (const step of steps.filter(isLeaving)) {
    await attempt(step, (one) => leave(one, one.roleFollows ?? followed.has(one.id), run));
  }
  for (const step of revokes) await attempt(step, (one) => revoke(one, run));
  return steps.map((step) => outcomes.get(step.id) ?? cancelled(step));
}

const isInvite = (step: Step): step is InviteStep => step.kind === 'invite';
const isRevoke = (step: Step): step is RevokeStep => step.kind === 'revoke';
const isLeaving = (step: Step): step is SpaceStep => step.kind === 'leave';
const isEntering = (step: Step): step is SpaceStep =>
  step.kind === 'grant' || step.kind === 'move' || step.kind === 'changeRole';

function bySpace(steps: readonly SpaceStep[]): readonly (readonly SpaceStep[])[] {
  return [...groupBy(steps, ({ space }) => space).values()];
}

function byPage(steps: readonly Step[]): readonly (readonly (CloseStep | EntryStep)[])[] {
  const ofPages = steps.filter((step) => 'page' in step);
  return [...groupBy(ofPages, ({ page }) => page.id).values()];
}

function cancelled(step: Step): Outcome {
  return { step, state: 'skipped', reason: sentence('Cancelled before it was tried') };
}

function reasonToSkip(
  step: Step,
  outcomes: ReadonlyMap<string, Outcome>,
  run: Run,
): Outcome | undefined {
  if (run.signal.aborted) return cancelled(step);
  if (isListedAfterAll(step, run)) {
    return {
      step,
      state: 'skipped',
      reason: sentence('The invitation has told that {who} is a guest of the file: sync again', {
        who: step.who.label,
      }),
    };
  }
  const missing = step.after
    .map((id) => outcomes.get(id))
    .find((outcome) => outcome?.state !== 'done');
  if (!missing) return undefined;
  if (missing.state === 'waiting') return { ...missing, step };
  return {
    step,
    state: 'skipped',
    reason: sentence('Not tried, because an earlier step of the same guest or page was not done'),
  };
}

/** Somebody who hides the address turned out to be one of those invited in this run. */
function isListedAfterAll(step: Step, { invited }: Run): step is SpaceStep | EntryStep {
  return (
    (step.kind === 'leave' || step.kind === 'disallow') &&
    step.who.email === undefined &&
    [...invited.values()].includes(step.who.accountId)
  );
}

async function carryOut<S extends Step>(
  step: S,
  work: (step: S) => Promise<void>,
  run: Run,
): Promise<Outcome> {
  try {
    await recordTry(run, step);
    await work(step);
    return done(step);
  } catch (error) {
    if (run.signal.aborted && error === run.signal.reason) return cancelled(step);
    return (await stillWaiting(step, error, run)) ?? failed(step, error);
  }
}

/** A refusal for somebody who has not accepted the invitation yet is no failure. */
async function stillWaiting(step: Step, error: unknown, run: Run): Promise<Outcome | undefined> {
  if (!('who' in step) || !(error instanceof ConfluenceError)) return undefined;
  const { email } = step.who;
  const isNew = step.waiting || (step.who.accountId === undefined && step.kind !== 'invite');
  const refused = ['notFound', 'conflict', 'invalid'].includes(error.kind);
  if (!isNew || !refused || email === undefined) return undefined;
  await record(run, { kind: 'notYet', email });
  return {
    step,
    state: 'waiting',
    reason: sentence(
      'Possible when {who} has accepted the invitation; until then the site says: {why}',
      {
        who: email,
        why: error.message,
      },
    ),
  };
}

/**
 * Learn the accounts that the invitation did not tell, and where a default guest space has put
 * people. Returns why that failed, if it did.
 */
async function findInvited(run: Run): Promise<ConfluenceError | undefined> {
  const unknown = [...run.invited].flatMap(([email, id]) => (id === undefined ? [email] : []));
  try {
    const people =
      unknown.length === 0
        ? undefined
        : await run.reader.organization?.peopleByEmail(unknown, untilDone);
    for (const { email, accountId } of people ?? []) {
      if (email !== undefined) run.invited.set(addressKey(email), accountId);
    }
    await refreshAccess([...run.access.keys()], run);
    return undefined;
  } catch (error) {
    if (error instanceof ConfluenceError) return error;
    throw error;
  }
}

/** With `revokes` the Guest role is to follow the space. */
async function leave(step: SpaceStep, revokes: boolean, run: Run): Promise<void> {
  const accountId = accountIn(run, step.who);
  if (revokes && accountId !== undefined) {
    await record(run, { kind: 'revoking', accountId, address: step.who.email });
  }
  await changeSpace(step, run);
}

async function revoke(step: RevokeStep, run: Run): Promise<void> {
  const { organization } = run.writer;
  const { accountId, email: address } = step.who;
  if (!organization || accountId === undefined) {
    throw new ConfluenceError(
      'auth',
      'Taking the Guest role away needs an organization admin key: add one and sync again',
    );
  }
  await record(run, { kind: 'revoking', accountId, address });
  await organization.revokeGuestRole(accountId, untilDone);
}
