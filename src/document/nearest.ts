/** Longer words are hardly misspelt names, and the comparison takes time. */
const maxLength = 64;
/** Comparisons for one list of names, so that a thousand strangers in a long file stay quick. */
const maxComparisons = 50_000;

/** A search for the name that was probably meant; it finds none once it has compared enough. */
export function nearestOf(names: Iterable<string>): (word: string) => string | undefined {
  const known = [...names];
  let left = maxComparisons;
  return (word) => {
    left -= known.length;
    return left < 0 ? undefined : nearest(word, known);
  };
}

/** The name at most two slips of the pen away (one, for a short word), without regard to case. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length > maxLength) return undefined;
  let best: string | undefined;
  let limit = word.length > 3 ? 2 : 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > limit) continue;
    const away = slips(word.toLowerCase(), name.toLowerCase());
    if (away > limit || (away === limit && best !== undefined)) continue;
    best = name;
    limit = away;
  }
  return best;
}

/** Letters added, dropped, changed or swapped with the next: the optimal string alignment distance. */
function slips(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
