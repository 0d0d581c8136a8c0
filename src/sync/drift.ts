import { addressKey } from '../document/address';
import type { SyncRecord } from './history';
import type { Plan } from './plan';
import { pendingSteps, type Step, type Who } from './step';

/** A change that an earlier sync has made and that a new one would have to make again. */
export interface Drift {
  readonly step: Step;
  /** When the sync that made it began, ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * What the site no longer shows as the syncs of this journal left it, by the plan of a new reading.
 * A wish that came into the file later is none, nor is what only follows from another change.
 */
export function driftIn(plan: Plan, records: readonly SyncRecord[]): readonly Drift[] {
  const made = lastChanges(records);
  return pendingSteps(plan).flatMap((step) => {
    const last = made.get(subjectOf(step));
    return last?.end === endOf(step) && step.after.length === 0 ? [{ step, at: last.at }] : [];
  });
}

interface Change {
  readonly end: string;
  readonly at: string;
}

/** How the syncs left each subject; nothing where that is not known. */
function lastChanges(records: readonly SyncRecord[]): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const { at, steps } of records) {
    for (const { step, state } of steps) {
      if (state === 'done') changes.set(subjectOf(step), { end: endOf(step), at });
      else if (state === 'unknown' || state === 'unconfirmed') changes.delete(subjectOf(step));
    }
  }
  return changes;
}

/** What a step is about: somebody's role on the site, their role in a space, or an entry on a page. */
function subjectOf(step: Step): string {
  switch (step.kind) {
    case 'invite':
    case 'revoke':
      return `guest ${keyOf(step.who)}`;
    case 'grant':
    case 'move':
    case 'changeRole':
    case 'leave':
      return `space ${step.space} ${keyOf(step.who)}`;
    case 'close':
    case 'open':
      return `page ${step.page.id} ${step.operation}`;
    case 'allow':
    case 'disallow':
      return `page ${step.page.id} ${step.operation} ${step.groupId ?? keyOf(step.who)}`;
  }
}

function keyOf({ email, accountId, label }: Who): string {
  return email === undefined ? (accountId ?? label) : addressKey(email);
}

/** How it is afterwards. */
function endOf(step: Step): string {
  switch (step.kind) {
    case 'grant':
    case 'move':
    case 'changeRole':
      return `role ${step.role ?? ''}`;
    default:
      return step.kind;
  }
}
