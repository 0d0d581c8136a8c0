/**
 * How fast requests may go to one host, as far as its answers have told: a width and a rate that
 * both grow with every good answer and shrink at once when the host asks for less.
 */
export interface Pace {
  /** How many may be under way at once. */
  readonly width: number;
  /** How many may leave in a second, beyond the burst at first. */
  readonly rate: number;
  /** What a good answer adds to the rate. */
  readonly growth: number;
  /** Nothing leaves before, in milliseconds since 1970. */
  readonly closedUntil: number;
  /** When the host last asked for less; what left earlier was sent at a pace that is no more. */
  readonly slowedAt: number;
  /** When the requests of the last second left, oldest first. */
  readonly departures: readonly number[];
}

/** So many in a second any host takes without being asked first. */
const burst = 8;

const widest = 16;

/** Once a host has asked for less: from 5 a second to 10 it takes 40 good answers. */
const carefulGrowth = 1 / 8;

/** How much is left of the pace. */
const slowdowns = { refused: 1 / 2, nearLimit: 9 / 10 } as const;

/** Slow enough that a host which allows little refuses little before it is known, and soon faster. */
export const firstPace: Pace = {
  width: 4,
  rate: 2,
  growth: 2,
  closedUntil: 0,
  slowedAt: 0,
  departures: [],
};

export function mayLeave({ width }: Pace, underWay: number): boolean {
  return underWay < Math.floor(width);
}

/** A request leaves at `now`. */
export function depart(pace: Pace, now: number): Pace {
  const departures = [...lastSecond(pace, now), now];
  const isBurst = pace.growth !== carefulGrowth && departures.length < burst;
  return { ...pace, departures, closedUntil: isBurst ? now : now + 1000 / pace.rate };
}

/** The host answered without complaint. */
export function speedUp(pace: Pace): Pace {
  return {
    ...pace,
    width: Math.min(widest, pace.width + 1 / pace.width),
    rate: pace.rate + pace.growth,
  };
}

/**
 * The host asked for less in answer to a request that left at `left`. What left in the last second
 * was too much for a second, so nothing follows before the first of it is that old.
 */
export function slowDown(pace: Pace, why: keyof typeof slowdowns, left: number, now: number): Pace {
  if (left < pace.slowedAt) return pace;
  const departures = lastSecond(pace, now);
  const rate = Math.min(pace.rate, Math.max(burst, departures.length));
  const slowed = {
    ...pace,
    width: Math.max(1, pace.width * slowdowns[why]),
    rate: Math.max(1, rate * slowdowns[why]),
    growth: carefulGrowth,
    slowedAt: now,
  };
  return close(slowed, (departures[0] ?? now) + 1000);
}

/** Nothing shall leave before `until`. */
export function close(pace: Pace, until: number): Pace {
  return { ...pace, closedUntil: Math.max(pace.closedUntil, until) };
}

/** The time `until` has come; it counts for nothing if the host was closed for longer meanwhile. */
export function reopen(pace: Pace, until: number): Pace {
  return pace.closedUntil === until ? { ...pace, closedUntil: 0 } : pace;
}

function lastSecond({ departures }: Pace, now: number): readonly number[] {
  return departures.filter((time) => time > now - 1000);
}
