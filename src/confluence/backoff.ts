import { ConfluenceError } from '../sync/error';
import { isTransient } from './network';

const tries = 4;
const firstPause = 2_000;
const longestPause = 30_000;

/** Whoever asks is better told than kept waiting for longer, in milliseconds. */
export const longestWait = 60_000;

/**
 * How long to wait before asking again, in milliseconds; `undefined` to give up. Atlassian's advice:
 * honour Retry-After, else double with jitter from at most 5 s to at most 30 s, in at most 4 tries.
 * @param attempt how many times the question was asked, from 1
 */
export function pauseAfter(
  attempt: number,
  error: unknown,
  random: () => number,
): number | undefined {
  if (attempt >= tries || !(error instanceof ConfluenceError) || !mayPass(error)) return undefined;
  const asked = error.details.retryAfter;
  if (asked !== undefined) return asked <= longestWait ? asked : undefined;
  return Math.min(longestPause, firstPause * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

function mayPass(error: ConfluenceError): boolean {
  const { status } = error.details;
  return status === undefined ? isTransient(error) : [429, 502, 503, 504].includes(status);
}
