import { sentence } from '../../document/sentence';
import type { FailureCode } from '../../sync/error';
import { describe, type SpaceStep } from '../../sync/step';
import { troublesOf } from '../reading';
import type { SiteCode } from './code';
import { stepSpan, type SiteFacts, type SiteProblem } from './problem';

/** What became of the steps of the sync before the reading, and guests whom the next one would move. */
export function stepProblems({ document, reading }: SiteFacts): readonly SiteProblem[] {
  if (!reading) return [];
  const { readAt } = reading.live;
  const troubles = troublesOf(reading).map(({ step, state, reason, code }) => ({
    code: (code && knownFailures[code]) ?? state,
    span: stepSpan(step, document),
    step: describe(step),
    sentence: reason,
    related: [],
    readAt,
  }));
  const moves = reading.plan.steps
    .filter((step): step is SpaceStep => step.kind === 'move' && !step.waiting)
    .map((step) => ({
      code: 'otherSpace' as const,
      span: stepSpan(step, document),
      step: undefined,
      sentence: sentence(
        '{who} has space {from} already, and a guest has one space: a sync moves them to {space}',
        { who: step.who.label, from: step.from ?? '', space: step.space },
      ),
      related: [],
      readAt,
    }));
  return [...troubles, ...moves];
}

/** Failures that say more than that something failed. */
const knownFailures: Partial<Readonly<Record<FailureCode, SiteCode>>> = {
  secondSpace: 'otherSpace',
  userAndGuest: 'paidUser',
  notSpaceAdmin: 'notSpaceAdmin',
  notRestricting: 'cannotRestrictPage',
};
