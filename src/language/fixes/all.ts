import { setImmediate } from 'node:timers/promises';
import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import type { Problem, ProblemCode } from '../../document/model';
import type { Parsed } from '../../document/parse';
import type { Known } from '../known';
import { change, editsOf, piecesOf } from '../pieces';
import { mistakesAmong } from './mistakes';
import { repairsFor } from './problem';

/** One repair may make room for another; more rounds than this help nobody. */
const maxRounds = 5;
/** Of one round, for each takes about a millisecond. */
const maxProblems = 1000;
/** Which others of a long file shall not keep from being repaired. */
const repairable: ReadonlySet<ProblemCode> = new Set([
  'syntax',
  'missingKey',
  'unknownKey',
  'duplicateKey',
  'wrongType',
  'invalidValue',
  'invalidSite',
  'invalidEmail',
  'invalidDate',
  'invalidPage',
  'invalidPrincipal',
  'repeatedPrincipal',
  'duplicateGuest',
  'spaceNotOwned',
  'revokedOnPage',
]);

/**
 * The edits that make all repairs that nobody would make otherwise. `problems` and `known` are of this
 * very text, and `read` reads what they leave, which parses at least as well. Others get a turn after
 * each repair, for in a long file all together take their time.
 */
export async function fixAll(
  text: string,
  problems: readonly Problem[],
  known: Known,
  read: (text: string) => Parsed | Promise<Parsed>,
): Promise<readonly TextEdit[]> {
  let pieces = piecesOf(text);
  let now = { text, problems, known };
  for (let round = 0; round < maxRounds; round += 1) {
    const edits = await safeEdits(now.text, now.problems, now.known);
    const next = applyEdits(now.text, edits);
    const parsed = edits.length > 0 ? await read(next) : undefined;
    // What could not be understood before may have problems of its own.
    if (!parsed || mistakesAmong(parsed.problems).length > mistakesAmong(now.problems).length)
      break;
    pieces = change(pieces, edits);
    const { document } = parsed;
    now = { text: next, problems: parsed.problems, known: { ...known, document } };
  }
  return editsOf(pieces, text);
}

/** Those that do not touch each other. */
async function safeEdits(
  text: string,
  problems: readonly Problem[],
  known: Known,
): Promise<readonly TextEdit[]> {
  const edits: TextEdit[] = [];
  const chosen = problems.filter(({ code }) => repairable.has(code)).slice(0, maxProblems);
  for (const problem of chosen) {
    await setImmediate();
    const fixes = repairsFor(text, problem, known).filter(({ safe }) => safe);
    const [only] = fixes;
    if (!only || fixes.length > 1) continue;
    if (!only.edits.some((one) => edits.some((other) => isTouching(one, other))))
      edits.push(...only.edits);
  }
  return edits;
}

function isTouching({ span }: TextEdit, other: TextEdit): boolean {
  return span.start <= other.span.end && other.span.start <= span.end;
}
