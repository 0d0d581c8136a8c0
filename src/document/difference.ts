import type { TextEdit } from './edit';

/** One edit of whole lines that makes one text of another, from the first line that differs to the last. */
export function difference(before: string, after: string): TextEdit {
  const old = linesOf(before);
  const now = linesOf(after);
  const most = Math.min(old.length, now.length);
  let top = 0;
  while (top < most && old[top] === now[top]) top++;
  let below = 0;
  while (below < most - top && old.at(-1 - below) === now.at(-1 - below)) below++;
  const start = lengthOf(old.slice(0, top));
  const kept = lengthOf(old.slice(old.length - below));
  return {
    span: { start, end: before.length - kept },
    text: after.slice(start, after.length - kept),
  };
}

/** With their line breaks. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length, 0);
}
