import { applyEdits } from '../../src/document/edit';
import type { Problem } from '../../src/document/model';
import { parse } from '../../src/document/parse';
import { say } from '../../src/document/sentence';
import { fixAll } from '../../src/language/fixes/all';
import { fixesFor } from '../../src/language/fixes/problem';
import { today } from '../support/samples';

/** How many fixes were offered for a text, and what is wrong with them. */
export interface FixesChecked {
  readonly fixes: number;
  readonly failures: readonly string[];
}

/**
 * Every fix must leave a text that parses at least as well, the preferred one without the very problem,
 * and all safe ones together must, too.
 */
export async function checkFixes(text: string): Promise<FixesChecked> {
  const before = parse(text, today);
  const known = { document: before.document, today, lists: undefined, reading: undefined };
  const mistakes = countMistakes(before.problems);
  const failures: string[] = [];
  let fixes = 0;
  // Where a key is repeated, what is repaired in the first may be just as wrong in the second.
  const isClear = !before.problems.some(({ code }) => code === 'duplicateKey');
  for (const problem of before.problems)
    for (const { title, edits, preferred } of fixesFor(text, problem, known)) {
      fixes += 1;
      const after = applyEdits(text, edits);
      const left = parse(after, today).problems;
      const isWorse = countMistakes(left) > mistakes;
      const remains = count(left, problem) >= count(before.problems, problem);
      if (isWorse || (preferred && isClear && remains))
        failures.push(`${say(problem.sentence)} ${say(title)}: ${describe(text, after)}`);
    }
  const edits = await fixAll(text, before.problems, known, (other) => parse(other, today, before));
  const all = applyEdits(text, edits);
  if (countMistakes(parse(all, today).problems) > mistakes)
    failures.push(`Fix all: ${describe(text, all)}`);
  return { fixes, failures };
}

function countMistakes(problems: readonly Problem[]): number {
  return problems.filter(({ code }) => code === 'syntax').length;
}

/** How many problems say the same. */
function count(problems: readonly Problem[], { code, sentence }: Problem): number {
  return problems.filter((one) => one.code === code && say(one.sentence) === say(sentence)).length;
}

function describe(before: string, after: string): string {
  return `${JSON.stringify(before)}\nbecame\n${JSON.stringify(after)}`;
}
