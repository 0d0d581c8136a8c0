import { once } from './once';

/** Longer words are hardly misspelt names, and the comparison takes time. */
const maxLength = 64;
/** Comparisons for one list of names, so that a thousand strangers in a long file stay quick. */
const maxComparisons = 50_000;

/** A search for the name that was probably meant; it finds none once it has compared enough. */
export function nearestOf(names: Iterable<string>): (word: string) => string | undefined {
  const known = [...names];
  const lowered = once(() => known.map((name) => name.toLowerCase()));
  let left = maxComparisons;
  return (word) => {
    left -= known.length;
    return left < 0 ? undefined : findNearest(word, known, lowered());
  };
}

/** The name at most two slips of the pen away (one, for a word under six letters), without regard to case. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  return nearestOf(names)(word);
}

/** Whether a word is a name with at most one slip of the pen, without regard to case. */
export function isSlipOf(name: string, word: string): boolean {
  return slips(word.toLowerCase(), name.toLowerCase(), 1) <= 1;
}

function findNearest(
  word: string,
  names: readonly string[],
  lowered: readonly string[],
): string | undefined {
  if (word.length > maxLength) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let limit = word.length < 6 ? 1 : 2;
  for (const [index, name] of lowered.entries()) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const away = slips(wanted, name, limit);
    if (away > limit || (away === limit && best !== undefined)) continue;
    best = names[index];
    limit = away;
  }
  return best;
}

/**
 * Letters added, dropped, changed or swapped with the next, from two places of two words on; more than
 * the limit when there are more. With so low a limit, trying beats a table of all distances.
 */
function slips(from: string, to: string, limit: number, start = 0, other = start): number {
  let i = start;
  let j = other;
  while (i < from.length && from[i] === to[j]) {
    i += 1;
    j += 1;
  }
  const left = from.length - i;
  const right = to.length - j;
  if (left === 0 || right === 0) return Math.max(left, right);
  if (limit === 0 || Math.abs(left - right) > limit) return limit + 1;
  const rest = (i2: number, j2: number): number => slips(from, to, limit - 1, i2, j2);
  const isSwapped = from[i] === to[j + 1] && from[i + 1] === to[j];
  return (
    1 +
    Math.min(
      rest(i + 1, j + 1),
      rest(i + 1, j),
      rest(i, j + 1),
      isSwapped ? rest(i + 2, j + 2) : limit,
    )
  );
}
