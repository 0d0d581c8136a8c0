import { momentOf } from '../../document/date';
import { sentence } from '../../document/sentence';
import { describe } from '../../sync/step';
import { troublesOf } from '../reading';
import { stepSpan, type SiteFacts, type SiteProblem } from './problem';

/** What earlier syncs had made true; the steps of the last one speak for themselves. */
export function driftProblems({ document, reading, drift }: SiteFacts): readonly SiteProblem[] {
  if (!reading) return [];
  const told = new Set(troublesOf(reading).map(({ step }) => step.id));
  return drift
    .filter(({ step }) => !told.has(step.id))
    .map(({ step, at }) => ({
      code: 'drift',
      span: stepSpan(step, document),
      step: describe(step),
      sentence: sentence('the sync of {time} did this, and the site does not show it any more', {
        time: momentOf(at),
      }),
      related: [],
      readAt: reading.live.readAt,
    }));
}
