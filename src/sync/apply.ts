import { randomUUID } from 'node:crypto';
import type { Document } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import { recordConfirmed } from './confirm';
import { executeSteps } from './execute';
import { ConfluenceError } from './error';
import { remember, type Journal, type Memory } from './journal';
import type { Live } from './live';
import type { Outcome } from './outcome';
import { makePlan, type Plan } from './plan';
import type { Reader, Writer } from './ports';
import { readLive, type ReadPhase } from './read';
import { record, type Run } from './run';

export interface SyncPorts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** How a plan is made of what has been read: from the file, or to take an earlier sync back. */
export type Planner = (document: Document, live: Live, memory: Memory, today: string) => Plan;

export interface PlanOptions {
  /** Absent: from the file. */
  readonly planner?: Planner | undefined;
  /** `YYYY-MM-DD` where the person is. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly onPhase?: (phase: ReadPhase) => void;
}

export interface ApplyOptions extends PlanOptions {
  /** The sync that this one takes back. */
  readonly undoes?: string | undefined;
  /** How many removals a person has allowed beyond `limits.removals`; it must be the plan's number. */
  readonly allowRemovals?: number | undefined;
  /** Called when the fate of a step is known; `total` counts the plan's steps. */
  readonly onOutcome?: (outcome: Outcome, count: number, total: number) => void;
}

/** What applying a plan came to. */
export type Applied =
  | { readonly state: 'refused'; readonly reasons: readonly Sentence[] }
  | {
      readonly state: 'applied';
      readonly outcomes: readonly Outcome[];
      /** The plan that remains, from a new reading; `undefined` when the site could not be read again. */
      readonly remaining: Plan | undefined;
      /** The reading that `remaining` comes from. */
      readonly live?: Live | undefined;
    };

/** Read the site and compare. Throws a `ConfluenceError` when it is not known who is asking. */
export async function preview(
  document: Document,
  { reader, journal, now }: Pick<SyncPorts, 'reader' | 'journal' | 'now'>,
  { today, signal, onPhase, planner = makePlan }: PlanOptions,
): Promise<{ readonly live: Live; readonly plan: Plan }> {
  const memory = remember(await journal.read('memory'));
  const live = await readLive(document, reader, {
    memory,
    now,
    signal,
    ...(onPhase && { onPhase }),
  });
  return { live, plan: planner(document, live, memory, today) };
}

/**
 * Apply a plan that a person has reviewed. The site is read again first, and when the steps or the
 * live state beneath them differ nothing is done. Afterwards it is read once more, and a step whose
 * change does not show is `unconfirmed`. Throws like {@link preview}, and then nothing was changed.
 */
export async function apply(
  document: Document,
  reviewed: Plan,
  ports: SyncPorts,
  options: ApplyOptions,
): Promise<Applied> {
  const { live, plan } = await preview(document, ports, options);
  const reasons = reasonsToRefuse(reviewed, plan, options.allowRemovals);
  if (reasons.length > 0) return { state: 'refused', reasons };
  const run: Run = {
    sync: randomUUID(),
    ...ports,
    document,
    live,
    signal: options.signal,
    invited: new Map(),
    access: new Map(
      [...live.spaces].flatMap(([key, space]) =>
        space.state === 'found' && space.value.access.state === 'found'
          ? [[key, new Map(space.value.access.value.users)]]
          : [],
      ),
    ),
    restrictions: new Map(),
  };
  await recordConfirmed(document, live, ports, options.today);
  if (plan.steps.length > 0) {
    await record(run, {
      kind: 'began',
      sync: run.sync,
      by: live.caller.name,
      fingerprint: plan.fingerprint,
      ...(options.undoes !== undefined && { undoes: options.undoes }),
    });
  }
  const outcomes = await executeSteps(plan.steps, run, (outcome, count) => {
    options.onOutcome?.(outcome, count, plan.steps.length);
  });
  if (options.signal.aborted) return { state: 'applied', outcomes, remaining: undefined };
  return { state: 'applied', ...(await verify(outcomes, document, ports, options)) };
}

function reasonsToRefuse(
  reviewed: Plan,
  plan: Plan,
  allowRemovals: number | undefined,
): readonly Sentence[] {
  if (reviewed.fingerprint !== plan.fingerprint) return [staleness(reviewed, plan)];
  if (plan.refusals.length > 0 && allowRemovals !== plan.removals.guests) {
    return plan.refusals.map((refusal) => refusal.sentence);
  }
  return [];
}

function staleness(reviewed: Plan, plan: Plan): Sentence {
  const before = new Map(
    reviewed.steps.map((step) => [step.id, JSON.stringify({ ...step, span: 0 })]),
  );
  const now = new Map(plan.steps.map((step) => [step.id, JSON.stringify({ ...step, span: 0 })]));
  const different = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => before.get(id) !== now.get(id),
  );
  return sentence(
    'The site or the file has changed since this plan was made, so nothing was done: look at the new plan and sync again (different: {steps})',
    { steps: different.length > 0 ? different.join('; ') : reviewed.origin },
  );
}

async function verify(
  outcomes: readonly Outcome[],
  document: Document,
  ports: SyncPorts,
  options: PlanOptions,
): Promise<{
  readonly outcomes: readonly Outcome[];
  readonly remaining: Plan | undefined;
  readonly live?: Live;
}> {
  if (outcomes.every(({ state }) => state !== 'done')) return { outcomes, remaining: undefined };
  const again = await preview(document, ports, options).catch((error: unknown) => {
    if (error instanceof ConfluenceError) return error;
    // Cancelled while reading: what was done is reported all the same.
    if (options.signal.aborted) return new ConfluenceError('network', 'Cancelled before the end');
    throw error;
  });
  const unread = again instanceof ConfluenceError ? again.message : undefined;
  const remaining = again instanceof ConfluenceError ? undefined : again.plan;
  if (!(again instanceof ConfluenceError)) {
    await recordConfirmed(document, again.live, ports, options.today);
  }
  const open = new Set(remaining?.steps.map(({ id }) => id));
  return {
    remaining,
    ...(!(again instanceof ConfluenceError) && { live: again.live }),
    outcomes: outcomes.map((outcome): Outcome => {
      if (outcome.state !== 'done' || !(unread !== undefined || open.has(outcome.step.id))) {
        return outcome;
      }
      return {
        ...outcome,
        state: 'unconfirmed',
        code: 'notShown',
        reason:
          unread === undefined
            ? sentence('The site accepted this and does not show it yet: look again in a minute')
            : sentence('The site accepted this and could not be read again: {why}', {
                why: unread,
              }),
      };
    }),
  };
}
