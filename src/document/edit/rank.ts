import { keys } from '../keys';

const ranks = new Map(Object.keys(keys).map((name, index) => [name, index]));

/** Where a key stands among others by custom; what is no key of the format stands last. */
export function rankOf(name: string | undefined): number {
  return ranks.get(name ?? '') ?? Infinity;
}
