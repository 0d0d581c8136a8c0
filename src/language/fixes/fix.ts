import type { TextEdit } from '../../document/edit';
import type { Problem } from '../../document/model';
import { excerpt } from '../../document/problem';
import type { Facts, Sentence } from '../../document/sentence';
import type { Known } from '../known';

/** A way to repair something in the file. */
export interface Fix {
  readonly title: Sentence;
  /** Of the text as it is; never none. */
  readonly edits: readonly TextEdit[];
  /**
   * What most people would choose, so that the problem is gone, and nothing else that somebody wrote; at
   * most one of several.
   */
  readonly preferred: boolean;
  /** Nobody would choose otherwise, so that it may be done without asking. */
  readonly safe: boolean;
}

/** The choice of a fix that nobody would make otherwise. */
export const sure = { preferred: true, safe: true };

/** What a fix is sought for. */
export interface Asked {
  readonly text: string;
  readonly problem: Problem;
  readonly known: Known;
}

/** What the title names is shortened, for it may be as long as the file. */
export function fix(
  title: Sentence,
  edits: readonly TextEdit[],
  { preferred = false, safe = false }: { preferred?: boolean; safe?: boolean } = {},
): Fix {
  const facts = Object.entries(title.facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? excerpt(fact) : fact,
  ]);
  return {
    title: { ...title, facts: Object.fromEntries(facts) as Facts },
    edits,
    preferred,
    safe,
  };
}

/** The fixes that can be done, each of which does something else, and of which one at most is preferred. */
export function offered(fixes: readonly Fix[]): readonly Fix[] {
  const done = fixes.map(({ edits }) => JSON.stringify(edits));
  const possible = fixes.filter(
    ({ edits }, index) => edits.length > 0 && done.indexOf(done[index] ?? '') === index,
  );
  const best = possible.find(({ preferred }) => preferred);
  return possible.map((one) =>
    one.preferred && one !== best ? { ...one, preferred: false } : one,
  );
}
