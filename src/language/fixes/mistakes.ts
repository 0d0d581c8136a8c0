import type { TextEdit } from '../../document/edit';
import type { Problem } from '../../document/model';
import { parse } from '../../document/parse';
import type { Known } from '../known';
import type { Fix } from './fix';
import { linesNear } from './near';

/** UTF-16 code units of a text that is looked at as a whole while somebody waits for what was asked for. */
export const maxWhileWaiting = 32_768;

/** Texts whose problems are remembered, for several problems of a place have the same repairs. */
const maxRead = 64;

/** Those that leave no more mistakes than the lines around have. */
export function leavingNoMore(
  text: string,
  fixes: readonly Fix[],
  { today }: Pick<Known, 'today'>,
): readonly Fix[] {
  return fixes.filter(({ edits }) => {
    const near = linesNear(text, firstOf(edits));
    if (!near) return true;
    const mistakes = mistakesIn(near.edited([]), today).length;
    // An edit of sound lines leaves them sound, but a mistake in the lines before may reach into them.
    return mistakes === 0 || mistakesIn(near.edited(edits), today).length <= mistakes;
  });
}

function firstOf(edits: readonly TextEdit[]): number {
  return Math.min(...edits.map(({ span }) => span.start));
}

/** What keeps a text from being YAML. */
export function mistakesIn(text: string, today: string): readonly Problem[] {
  return mistakesAmong(problemsIn(text, today));
}

const read = new Map<string, readonly Problem[]>();

/** What is wrong in a text, YAML or not. */
export function problemsIn(text: string, today: string): readonly Problem[] {
  const asked = `${today} ${text}`;
  const problems = read.get(asked) ?? parse(text, today).problems;
  if (read.size >= maxRead) read.clear();
  read.set(asked, problems);
  return problems;
}

export function mistakesAmong(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code === 'syntax');
}
