import type { Span } from './model';
/** How many of some items in the order of the text begin before a place. */
export function countBefore<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  at: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of them that begins at a place or before it. */
export function lastUpTo<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  at: number,
): Item | undefined {
  return items[countBefore(items, startOf, at + 1) - 1];
}

/** Whether a place is in a stretch of the text or right behind it. */
export function isWithin({ start, end }: Span, at: number): boolean {
  return start <= at && at <= end;
}
