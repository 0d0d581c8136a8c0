/** The items without repetition, in groups of at most `size`. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const distinct = [...new Set(items)];
  const chunks: T[][] = [];
  for (let start = 0; start < distinct.length; start += size) {
    chunks.push(distinct.slice(start, start + size));
  }
  return chunks;
}
