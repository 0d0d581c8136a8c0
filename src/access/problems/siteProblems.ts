import { driftProblems } from './drift';
import { findingProblems } from './findings';
import type { SiteFacts, SiteProblem } from './problem';
import { quotaProblems } from './quota';
import { rightProblems } from './rights';
import { stepProblems } from './steps';

/** What the site is known to say about the file, in file order. */
export function siteProblems(facts: SiteFacts): readonly SiteProblem[] {
  return [
    ...stepProblems(facts),
    ...findingProblems(facts),
    ...driftProblems(facts),
    ...rightProblems(facts),
    ...quotaProblems(facts),
  ].sort((one, other) => one.span.start - other.span.start);
}
