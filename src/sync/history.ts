import { say } from '../document/sentence';
import type { JournalEntry } from './journal';
import type { Outcome } from './outcome';
import { record, type Run } from './run';
import { describe, type Step } from './step';

/** One sync as the journal has it. */
export interface SyncRecord {
  readonly sync: string;
  readonly at: string;
  /** The name of the account that ran it. */
  readonly by: string;
  readonly fingerprint: string;
  readonly undoes: string | undefined;
  readonly steps: readonly RecordedOutcome[];
}

export interface RecordedOutcome {
  readonly step: Step;
  readonly text: string;
  /** `unknown`: the sync ended before it could say. */
  readonly state: Outcome['state'] | 'unknown';
  readonly reason: string | undefined;
}

/** Every sync of a journal, oldest first. */
export function history(entries: readonly JournalEntry[]): readonly SyncRecord[] {
  const syncs = new Map<string, SyncRecord & { steps: RecordedOutcome[] }>();
  for (const entry of entries) {
    switch (entry.kind) {
      case 'began':
        syncs.set(entry.sync, { ...entry, undoes: entry.undoes, steps: [] });
        break;
      case 'trying':
        syncs.get(entry.sync)?.steps.push({
          step: entry.step as Step,
          text: entry.text,
          state: 'unknown',
          reason: undefined,
        });
        break;
      case 'outcome': {
        const steps = syncs.get(entry.sync)?.steps ?? [];
        const index = steps.findLastIndex(({ step }) => step.id === entry.id);
        const tried = steps[index];
        if (tried) steps[index] = { ...tried, state: entry.state, reason: entry.reason };
        break;
      }
      default:
        break;
    }
  }
  return [...syncs.values()];
}

/** Note a step, with what was true before it, before it is carried out. */
export async function recordTry(run: Run, step: Step): Promise<void> {
  await record(run, { kind: 'trying', sync: run.sync, step, text: say(describe(step)) });
}

export async function recordOutcome(run: Run, { step, state, reason }: Outcome): Promise<void> {
  await record(run, {
    kind: 'outcome',
    sync: run.sync,
    id: step.id,
    state,
    ...(reason && { reason: say(reason) }),
  });
}
