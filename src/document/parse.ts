import { readContents } from './contents';
import { documentOf } from './document';
import { foreignVersion } from './header';
import type { Document, Problem } from './model';
import { defaultLimits } from './model';
import type { Outline } from './outline';
import { readWhole } from './outline';
import { readPieces } from './pieces';
import { inOrder } from './problem';
import type { Memory } from './recall';
import { checkRules } from './rules/check';
import { file } from './schema';
import { slotsOf } from './section';
import { missingKey, unknownKeys } from './unknown';

export interface Parsed {
  /** What could be understood; an entry with an error in it is left out. */
  readonly document: Document;
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  /** What makes reading nearly the same text again quick; `undefined` when nothing would. */
  readonly memory: Memory | undefined;
}

/**
 * Reads a `collaborators.yaml`. Never throws, whatever the text is, and takes at most a few seconds for
 * it; `today` is `YYYY-MM-DD`. With `before`, the result for an earlier state of the text, it reads only
 * entries that are new in it; what it says is the same.
 */
export function parse(text: string, today: string, before?: Pick<Parsed, 'memory'>): Parsed {
  const { outline, memory } = readPieces(text, before?.memory) ?? {
    outline: readWhole(text),
    memory: before?.memory,
  };
  return { ...understand(outline, text, today), memory };
}

/** The same if it takes to read at most so many code units of the text; else `undefined`, without delay. */
export function parseAtMost(
  most: number,
  text: string,
  today: string,
  before?: Pick<Parsed, 'memory'>,
): Parsed | undefined {
  if (text.length <= most) return parse(text, today, before);
  const read = readPieces(text, before?.memory, most);
  return read && { ...understand(read.outline, text, today), memory: read.memory };
}

/** What an outline of the text means. */
export function understand(outline: Outline, text: string, today: string): Omit<Parsed, 'memory'> {
  const problems = [...outline.syntax];
  const document = check(outline, { text, today, problems });
  const told = problems.filter((one) => !isGarbled(one, outline.syntax));
  return { document, problems: inOrder(told, text) };
}

/** Whether a value does not fit its key because it is no YAML, which is told already. */
function isGarbled({ code, span }: Problem, syntax: readonly Problem[]): boolean {
  const isValue = code === 'wrongType' || code === 'invalidValue';
  const isInside = (at: number): boolean => at >= span.start && at < span.end;
  return isValue && syntax.some((one) => isInside(one.span.start));
}

interface Context {
  readonly text: string;
  readonly today: string;
  readonly problems: Problem[];
}

function check(outline: Outline, { text, today, problems }: Context): Document {
  const { fields, entries, whole, duplicates } = outline;
  if (!fields) return empty;
  const slots = slotsOf(fields);
  const foreign = foreignVersion(slots('version'));
  if (foreign) {
    problems.push(foreign);
    return empty;
  }
  const contents = readContents(slots, entries, { text, problems }, whole);
  for (const found of [checkKeys(outline), duplicates, checkRules(contents, today)])
    for (const one of found) problems.push(one);
  return documentOf(contents);
}

function* checkKeys({ fields = [], beginning }: Outline): Iterable<Problem> {
  const unknown = unknownKeys(fields, Object.keys(file.shape));
  yield* unknown.problems;
  const written = new Set(fields.map(({ name }) => name));
  for (const key of ['version', 'site'])
    if (!written.has(key) && !unknown.meant.has(key)) yield missingKey(key, beginning);
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
