import { setImmediate } from 'node:timers/promises';
import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import { cutForEdit } from '../../document/edit/cut';
import type { Problem, ProblemCode } from '../../document/model';
import type { Parsed } from '../../document/parse';
import type { Known } from '../known';
import { change, editsOf, piecesOf } from '../pieces';
import { mistakesAmong } from './mistakes';
import { repairsFor } from './problem';
import type { Repair } from './sound';
import { soundAmong } from './sound';

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

/** Which tell what a line is, rather than what it says. */
const uncertain: ReadonlySet<ProblemCode> = new Set(['unknownKey', 'duplicateKey', 'wrongType']);

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
    const repairs = await safeRepairs(now.text, now.problems, now.known);
    const sound = await soundAmong(now.text, now.problems, repairs, read);
    if (!sound) break;
    const { edits, parsed } = sound;
    pieces = change(pieces, edits);
    const { document } = parsed;
    now = {
      text: applyEdits(now.text, edits),
      problems: parsed.problems,
      known: { ...known, document },
    };
  }
  return editsOf(pieces, text);
}

/** Those that do not touch each other. */
async function safeRepairs(
  text: string,
  problems: readonly Problem[],
  known: Known,
): Promise<readonly Repair[]> {
  const repairs: Repair[] = [];
  const isCertain = certainIn(text, problems);
  const chosen = problems.filter((one) => repairable.has(one.code) && isCertain(one));
  for (const problem of chosen.slice(0, maxProblems)) {
    await setImmediate();
    const fixes = repairsFor(text, problem, known).filter(({ safe }) => safe);
    const [only] = fixes;
    if (!only || fixes.length > 1) continue;
    const isFree = !only.edits.some((one) =>
      repairs.some(({ edits }) => edits.some((other) => isTouching(one, other))),
    );
    if (isFree) repairs.push({ problem, edits: only.edits });
  }
  return repairs;
}

/** Near a line that is no YAML others may seem to be what they are not: a page a guest, a list a text. */
function certainIn(text: string, problems: readonly Problem[]): (one: Problem) => boolean {
  const mistakes = mistakesAmong(problems);
  if (mistakes.length === 0) return () => true;
  const starts = (cutForEdit(text) ?? []).map(({ head }) => head.start);
  const sectionOf = ({ span }: Problem): number => starts.findLastIndex((at) => at <= span.start);
  const broken = new Set(mistakes.map(sectionOf));
  return (one) => !uncertain.has(one.code) || !broken.has(sectionOf(one));
}

function isTouching({ span }: TextEdit, other: TextEdit): boolean {
  return span.start <= other.span.end && other.span.start <= span.end;
}
