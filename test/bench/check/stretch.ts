/** The longest time, in milliseconds, for which some work keeps everything else in its thread waiting. */
export async function longestStretch(work: () => unknown): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = performance.now();
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await new Promise(setImmediate);
  longest = 0;
  await work();
  await new Promise(setImmediate);
  isOver = true;
  return longest;
}
