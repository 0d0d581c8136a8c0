/** Where two texts differ: in the later one, all before `start` and all from `end` on stood in the earlier. */
export interface Change {
  readonly start: number;
  readonly end: number;
  /** How much further on the rest stands than before. */
  readonly by: number;
}

/** The smallest stretch of `after` that takes the place of a stretch of `before`. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = countWhile(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const left = countWhile(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, end: after.length - left, by: after.length - before.length };
}

/** How many of the first `most` are the same, asked in long stretches, which compare quickest. */
function countWhile(most: number, same: (from: number, to: number) => boolean): number {
  let count = 0;
  for (let stretch = 65_536; stretch >= 1; stretch /= 2)
    while (count + stretch <= most && same(count, count + stretch)) count += stretch;
  return count;
}
