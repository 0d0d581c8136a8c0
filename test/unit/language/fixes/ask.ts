import { applyEdits } from '../../../../src/document/edit';
import type { ProblemCode } from '../../../../src/document/model';
import { parse } from '../../../../src/document/parse';
import { say } from '../../../../src/document/sentence';
import type { Fix } from '../../../../src/language/fixes/fix';
import { fixesFor } from '../../../../src/language/fixes/problem';
import type { Known } from '../../../../src/language/known';
import type { SiteLists } from '../../../../src/sync/lists';
import { head, today } from '../../../support/samples';

/** Safe fixes are preferred, too. */
export type Rank = 'safe' | 'preferred' | 'offered';

/** The first problem of a code in lines that follow the head of a file, and one of its fixes. */
export type Row = readonly [
  code: ProblemCode,
  before: string,
  rank: Rank,
  title: string,
  after: string,
];

export const lists: SiteLists = {
  origin: 'https://acme.atlassian.net',
  readAt: '2027-01-01T00:00:00Z',
  spaces: { state: 'missing' },
  groups: {
    state: 'found',
    value: [
      { id: '1', name: 'docs-team' },
      { id: '2', name: 'support' },
    ],
  },
  roles: { state: 'missing' },
  guests: { state: 'missing' },
  pages: { state: 'found', value: [{ id: '77', title: 'Partner guide', spaceKey: 'LAB' }] },
};

export function knownOf(text: string): Known {
  return { document: parse(text, today).document, today, lists, reading: undefined };
}

/** The same where the site was not asked. */
export function knownAlone(text: string): Known {
  return { ...knownOf(text), lists: undefined };
}

/** The fixes of the first problem of a code. */
export function fixesIn(text: string, code: ProblemCode, know = knownOf): readonly Fix[] {
  const problem = parse(text, today).problems.find((one) => one.code === code);
  if (!problem) throw new Error(`There is no ${code} in\n${text}`);
  return fixesFor(text, problem, know(text));
}

export function rankOf({ preferred, safe }: Fix): Rank {
  if (safe) return 'safe';
  return preferred ? 'preferred' : 'offered';
}

/** The fix of a row as it is, in the form of a row. */
export function answer(
  [code, before, , title]: Row,
  start = head,
  know = knownOf,
): Row | readonly string[] {
  const text = start + before;
  const fixes = fixesIn(text, code, know);
  const fix = fixes.find((one) => say(one.title) === title);
  if (!fix) return fixes.map((one) => say(one.title));
  const after = applyEdits(text, fix.edits).slice(start.length);
  return [code, before, rankOf(fix), title, after];
}
