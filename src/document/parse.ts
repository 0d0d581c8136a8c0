import type { Node } from 'yaml';
import { isMap } from 'yaml';
import { resolveAliases } from './aliases';
import { readContents } from './contents';
import { duplicateKeys } from './duplicates';
import { foreignVersion } from './header';
import type { Document, Problem } from './model';
import { defaultLimits } from './model';
import { fieldsOf, isNothing, spanOf } from './node';
import { firstLine, inOrder, problem } from './problem';
import { checkRules } from './rules/check';
import { file } from './schema';
import { sentence } from './sentence';
import { slotsOf } from './section';
import { readTree } from './tree';
import { missingKey, unknownKeys } from './unknown';

export interface Parsed {
  /** What could be understood; an entry with an error in it is left out. */
  readonly document: Document;
  /** Sorted by place. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a `collaborators.yaml`. Never throws, whatever the text is, and takes at most a few seconds for
 * it; `today` is `YYYY-MM-DD`.
 */
export function parse(text: string, today: string): Parsed {
  const { root, problems: found } = readTree(text);
  const problems = [...found];
  const whole = !problems.some(({ severity }) => severity === 'error');
  if (root && isMap(root)) {
    const document = readRoot(root, { text, today, whole, problems });
    return { document, problems: inOrder(problems, text) };
  }
  if (whole) problems.push(root && !isNothing(root) ? notAMapping(text, root) : nothing);
  return { document: empty, problems: inOrder(problems, text) };
}

interface Context {
  readonly text: string;
  readonly today: string;
  /** Without syntax errors; with them, more may be written than was read. */
  readonly whole: boolean;
  readonly problems: Problem[];
}

function readRoot(root: Node, { text, today, whole, problems }: Context): Document {
  const aliases = resolveAliases(root);
  for (const one of aliases.problems) problems.push(one);
  if (!aliases.safe) return empty;
  const slots = slotsOf(root);
  const foreign = foreignVersion(slots('version'));
  if (foreign) {
    problems.push(foreign);
    return empty;
  }
  const contents = readContents(slots, { text, problems }, whole);
  for (const found of [checkKeys(root), duplicateKeys(root), checkRules(contents, today)])
    for (const one of found) problems.push(one);
  return contents.document;
}

function* checkKeys(root: Node): Iterable<Problem> {
  const unknown = unknownKeys(root, Object.keys(file.shape));
  yield* unknown.problems;
  const written = new Set(fieldsOf(root).map(({ name }) => name));
  const start = fieldsOf(root)[0]?.keySpan ?? spanOf(root);
  for (const key of ['version', 'site'])
    if (!written.has(key) && !unknown.meant.has(key)) yield missingKey(key, start);
}

const empty: Document = {
  site: undefined,
  organization: undefined,
  internalDomains: [],
  limits: defaultLimits,
  spaces: new Map(),
  teams: new Map(),
  guests: undefined,
  pages: undefined,
};

const nothing = problem(
  'missingKey',
  { start: 0, end: 0 },
  sentence(
    'This file is empty: begin with the lines `version: 1` and `site: https://acme.atlassian.net`.',
  ),
);

function notAMapping(text: string, root: Node): Problem {
  return problem(
    'notAMapping',
    firstLine(text, spanOf(root)),
    sentence(
      'This is no list of guests: begin with the lines `version: 1` and `site: https://acme.atlassian.net`.',
    ),
  );
}
