import { steers } from '../../document/sentence';
import type { DraftEntry } from './list';

/** The comment that tells whose accounts stand in a line; none where a name could turn the text around. */
export function labelled(...labels: readonly (string | undefined)[]): string {
  const names = labels.filter((label) => label !== undefined && !steers(label));
  return names.length > 0 ? ` # ${names.join(', ')}` : '';
}

/** The lines of a page with such a comment behind each that has accounts. */
export function labelLines(lines: string, entries: readonly DraftEntry[]): string {
  const labels = new Map(entries.map(({ written, label }) => [written, label]));
  return lines.replace(/^ *(?:- |view:|edit:).*$/gm, (line) => {
    const names = line.split(/[\s,[\]{}"']+/).map((word) => labels.get(word));
    return line + labelled(...names);
  });
}
