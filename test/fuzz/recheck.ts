import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../src/document/model';
import { isWhole, readWhole } from '../../src/document/outline';
import { parse, understand } from '../../src/document/parse';
import type { Parsed } from '../../src/document/parse';
import { today } from '../support/samples';
import { edit } from './edits';
import { randomFile } from './files';
import { randomFrom } from './random';

export interface Outcome {
  readonly edits: number;
  /** Of the texts after an edit: how many had no syntax errors, and were read piece by piece. */
  readonly sound: number;
  readonly cut: number;
  readonly failures: readonly string[];
}

/** Changes of one file before the next is begun. */
const perFile = 12;

/**
 * Edits random files at random places. After each change, reading with what is known of the text before
 * must say the same as reading anew; and reading piece by piece the same as reading in one go, but for
 * the words and places of syntax errors.
 */
export function fuzz(edits: number, seed: number): Outcome {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const counts = { edits: 0, sound: 0, cut: 0 };
  while (counts.edits < edits) {
    let text = randomFile(random);
    let known = parse(text, today);
    for (let change = 0; change < perFile; change += 1) {
      const before = text;
      const states = edit(random, text);
      // Most mistakes are undone at once; a text that is long mistreated has nothing but errors.
      for (const next of random.chance(80) ? [...states, before] : states) {
        const again = parse(next, today, known);
        const failure = compare(next, again);
        if (failure !== undefined) failures.push(describe(failure, text, next));
        counts.edits += 1;
        if (readWhole(next).whole) counts.sound += 1;
        if (again.memory?.text === next) counts.cut += 1;
        known = again;
        text = next;
      }
    }
  }
  return { ...counts, failures };
}

function compare(text: string, again: Parsed): string | undefined {
  const anew = parse(text, today);
  if (!isDeepStrictEqual(meaningOf(again), meaningOf(anew))) return 'Not as if read anew';
  const outline = readWhole(text);
  const isSound = isYaml(anew.problems);
  if (isYaml(outline.syntax) !== isSound) return 'Syntax errors in only one way of reading';
  if (isSound && !isDeepStrictEqual(meaningOf(understand(outline, text, today)), meaningOf(anew)))
    return 'Not as if read in one go';
  return undefined;
}

/** Whether the text is YAML. */
function isYaml(problems: readonly Problem[]): boolean {
  return isWhole(problems.filter(({ code }) => code === 'syntax'));
}

function meaningOf({ document, problems }: Pick<Parsed, 'document' | 'problems'>) {
  return { document, problems };
}

function describe(failure: string, before: string, after: string): string {
  return `${failure}:\n${JSON.stringify(after)}\nafter\n${JSON.stringify(before)}`;
}
