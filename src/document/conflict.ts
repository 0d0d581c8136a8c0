import type { Problem } from './model';
import { problem } from './problem';
import { sentence } from './sentence';

/** The lines that Git writes around two changes of the same lines. */
const marks: readonly RegExp[] = [/^<{7}(?=[ \r\n])/gm, /^={7}(?=\r?$)/gm, /^>{7}(?=[ \r\n]|$)/gm];

/** The one problem of a text with two changes that Git could not join, in which each is told twice. */
export function conflictIn(text: string): Problem | undefined {
  let at = 0;
  let start: number | undefined;
  for (const mark of marks) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) return undefined;
    start ??= found.index;
    at = mark.lastIndex;
  }
  return start === undefined
    ? undefined
    : problem(
        'syntax',
        { start, end: start + 7 },
        sentence(
          'Git could not join two changes here: keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
        ),
      );
}
