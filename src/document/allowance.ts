/** How much of a text may be read anew, in code units. */
export interface Allowance {
  /** Whether so much more is allowed. */
  readonly take: (length: number) => boolean;
}

export function allowanceOf(most: number): Allowance {
  let left = most;
  return {
    take: (length) => {
      left -= length;
      return left >= 0;
    },
  };
}
