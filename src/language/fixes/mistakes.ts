import { applyEdits } from '../../document/edit';
import type { Problem } from '../../document/model';
import { parse } from '../../document/parse';
import type { Known } from '../known';
import type { Fix } from './fix';

/** UTF-16 code units of a text that is read again while somebody waits for what was asked for. */
export const maxWhileWaiting = 32_768;

/** Those that leave no more mistakes than a text has. */
export function leavingNoMore(
  text: string,
  fixes: readonly Fix[],
  { today }: Pick<Known, 'today'>,
): readonly Fix[] {
  const mistakes = text.length > maxWhileWaiting ? 0 : mistakesIn(text, today).length;
  // An edit of sound lines leaves them sound, but a mistake in the lines before may reach into them.
  if (mistakes === 0) return fixes;
  return fixes.filter(({ edits }) => mistakesIn(applyEdits(text, edits), today).length <= mistakes);
}

/** What keeps a text from being YAML. */
export function mistakesIn(text: string, today: string): readonly Problem[] {
  return mistakesAmong(parse(text, today).problems);
}

export function mistakesAmong(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code === 'syntax');
}
