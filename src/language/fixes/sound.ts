import { setImmediate } from 'node:timers/promises';
import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import type { Problem, ProblemCode } from '../../document/model';
import type { Parsed } from '../../document/parse';
import { mistakesAmong } from './mistakes';

/** The edits that repair a problem. */
export interface Repair {
  readonly problem: Problem;
  readonly edits: readonly TextEdit[];
}

/** Edits, and what is read of the text that they leave. */
interface Sound {
  readonly edits: readonly TextEdit[];
  readonly parsed: Parsed;
}

/** UTF-16 code units that are read in search of the repairs that do harm: at least once the whole text. */
const maxRead = 2 * 1024 * 1024;

/** What the file tells of entries side by side, which shows only once each of them is understood. */
const comparing: ReadonlySet<ProblemCode> = new Set([
  'duplicateGuest',
  'tooManySpaces',
  'spaceNotOwned',
  'unknownTeam',
  'unknownGuest',
  'internalGuest',
  'duplicatePage',
  'viewerEdits',
  'pageOutsideSpaces',
  'guestOutsidePageSpace',
]);

/**
 * Those of some repairs that leave no more errors than there were, each by itself and all together; none
 * of them touches another. `undefined` when there are none. One reading mostly tells that all are; else
 * halves of them are tried.
 */
export async function soundAmong(
  text: string,
  problems: readonly Problem[],
  repairs: readonly Repair[],
  read: (text: string) => Parsed | Promise<Parsed>,
): Promise<Sound | undefined> {
  let sound: Sound | undefined;
  let left = problems;
  let toRead = Math.max(maxRead, text.length);

  async function take(some: readonly Repair[]): Promise<void> {
    if (some.length === 0 || toRead < text.length) return;
    toRead -= text.length;
    await setImmediate();
    const edits = [...(sound?.edits ?? []), ...some.flatMap((one) => one.edits)];
    const parsed = await read(applyEdits(text, edits));
    const repaired = some.length > 1 ? errorsAmong(some.map(({ problem }) => problem)).length : 0;
    const isSound =
      mistakesAmong(parsed.problems).length <= mistakesAmong(left).length &&
      errorsAmong(parsed.problems).length <= errorsAmong(left).length - repaired;
    if (isSound) {
      sound = { edits, parsed };
      left = parsed.problems;
    } else if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      await take(some.slice(0, half));
      await take(some.slice(half));
    }
  }

  await take(repairs);
  return sound;
}

/** Those that the text has by itself, line by line. */
function errorsAmong(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code, severity }) => severity === 'error' && !comparing.has(code));
}
