import type { ApplyOptions } from '../sync/apply';

/** Where a site is to be brought: how that is planned, and how a person is asked about it. */
export interface Way extends Pick<ApplyOptions, 'planner' | 'undoes'> {
  /** Of the document that shows the plan. */
  readonly title: string;
  readonly question: string;
  /** The button that means yes. */
  readonly go: string;
  /** What to say when there is nothing to change. */
  readonly nothing: string;
}
