import type { Headers } from './runtime';

/**
 * How long the server asks to wait, in milliseconds: `Retry-After` in seconds or as a date, or
 * `X-RateLimit-Reset`, which the admin API sends as an ISO 8601 time.
 * @param now milliseconds since 1970
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const after = headers.get('retry-after')?.trim();
  if (after && /^\d+$/.test(after)) return Number(after) * 1000;
  return until(after, now) ?? until(headers.get('x-ratelimit-reset'), now);
}

function until(date: string | null | undefined, now: number): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
