/** The last item that begins at a place or before it, of some in the order of the text. */
export function lastUpTo<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  at: number,
): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= at) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
