import type { Problem } from '../../document/model';
import { parse } from '../../document/parse';

/** UTF-16 code units; longer texts take too long to be read again while somebody waits. */
export const maxReread = 32_768;

/** What keeps a text from being YAML. */
export function mistakesIn(text: string, today: string): readonly Problem[] {
  return mistakesAmong(parse(text, today).problems);
}

export function mistakesAmong(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code === 'syntax');
}
