import { Refusal, refusal } from './errors';
import type { Family } from './errors';
import type { Site } from './site';

/**
 * The headers by which Atlassian tells how near the limit is: `NearLimit` below a fifth of it.
 * @throws Refusal 429, which says when to come back in the form that the switch names.
 */
export function checkRate(
  site: Site,
  family: Family,
  now: number,
): Readonly<Record<string, string>> {
  const { ratePerSecond } = site.world.switches;
  if (ratePerSecond === 0) return {};
  site.recent = site.recent.filter((at) => at > now - 1000);
  const [oldest] = site.recent;
  if (site.recent.length < ratePerSecond || oldest === undefined) {
    site.recent.push(now);
    const remaining = ratePerSecond - site.recent.length;
    return {
      'x-ratelimit-limit': String(ratePerSecond),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-nearlimit': String(remaining < ratePerSecond / 5),
    };
  }
  const form = family === 'v1' || family === 'v2' ? 'proxy' : family;
  const { status, body } = refusal(form, 429, 'Rate limit exceeded').answer;
  throw new Refusal({ status, body, headers: whenToReturn(site, oldest + 1000, now) });
}

function whenToReturn(site: Site, free: number, now: number): Readonly<Record<string, string>> {
  // An HTTP date knows no parts of a second, so the next whole one is named.
  const second = Math.ceil(free / 1000) * 1000;
  switch (site.world.switches.retryAfter) {
    case 'seconds':
      return { 'retry-after': String(Math.max(1, Math.ceil((free - now) / 1000))) };
    case 'date':
      return { 'retry-after': new Date(second).toUTCString() };
    case 'reset':
      return { 'x-ratelimit-reset': new Date(free).toISOString() };
  }
}
