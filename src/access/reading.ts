import type { Document, Guest } from '../document/model';
import type { Sentence } from '../document/sentence';
import type { FailureCode } from '../sync/error';
import type { Live } from '../sync/live';
import type { Outcome } from '../sync/outcome';
import type { Plan } from '../sync/plan';
import type { Step } from '../sync/step';

/** What is known about the site for one file, at `live.readAt`. */
export interface Reading {
  /** The file as it was then; what has changed in it since is not checked. */
  readonly document: Document;
  readonly live: Live;
  readonly plan: Plan;
  /** What became of the steps of the sync before this reading; empty when there was none. */
  readonly outcomes: readonly Outcome[];
}

/** A step that a sync could not do, or whose change the site does not show. */
export interface Trouble {
  readonly step: Step;
  readonly state: 'failed' | 'unconfirmed';
  readonly reason: Sentence;
  readonly code: FailureCode | undefined;
}

export function troublesOf({ outcomes }: Reading): readonly Trouble[] {
  return outcomes.flatMap(({ step, state, reason, code }) =>
    (state === 'failed' || state === 'unconfirmed') && reason
      ? [{ step, state, reason, code }]
      : [],
  );
}

/** Whether two entries say the same, wherever in the file they stand. */
export function saysSame(one: Guest, other: Guest): boolean {
  const keys = Object.keys(one) as (keyof Guest)[];
  return keys.every((key) => /span$/i.test(key) || one[key] === other[key]);
}
