import { sentence, type Sentence } from '../document/sentence';
import { ConfluenceError, type FailureCode } from './error';
import type { Step } from './step';

/** What became of a step. */
export interface Outcome {
  readonly step: Step;
  /**
   * `waiting`: not possible before the guest accepts the invitation. `skipped`: not tried.
   * `unconfirmed`: the site accepted it and does not show it.
   */
  readonly state: 'done' | 'waiting' | 'failed' | 'skipped' | 'unconfirmed';
  /** Why, unless it is done. */
  readonly reason: Sentence | undefined;
  /** Of a failure that has a remedy of its own. */
  readonly code?: FailureCode;
  /** A defect of this product, for the log. */
  readonly defect?: unknown;
}

export function done(step: Step): Outcome {
  return { step, state: 'done', reason: undefined };
}

/** A failure that was foreseen explains itself; anything else is a defect and is shown as one. */
export function failed(step: Step, error: unknown): Outcome {
  if (error instanceof ConfluenceError) {
    const { code } = error.details;
    const reason = sentence('{why}', { why: error.message });
    return { step, state: 'failed', reason, ...(code === undefined ? {} : { code }) };
  }
  return {
    step,
    state: 'failed',
    reason: sentence('This is a defect of Confluence Guests: please report it with the log'),
    defect: error,
  };
}
