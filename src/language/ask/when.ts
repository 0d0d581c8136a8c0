import type { Step } from './question';

/** Steps that are taken only after certain answers. */
export function when<Answers>(
  isWanted: (answers: Answers) => boolean,
  steps: readonly Step<Answers>[],
): readonly Step<Answers>[] {
  return steps.map((step) => (answers) => (isWanted(answers) ? step(answers) : undefined));
}
