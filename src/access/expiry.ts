import { dayAfter, daysBetween } from '../document/date';
import { sentence, type Sentence } from '../document/sentence';

/** What is known of the end of a token or key, days as `YYYY-MM-DD`. */
export interface Term {
  /** Its last day. */
  readonly expires?: string | undefined;
  /** The day on which it was given, where its last day is not known. */
  readonly given?: string | undefined;
}

/** The terms of everything that somebody has signed in to a site with. */
export interface Terms extends Term {
  readonly organization?: Term | undefined;
}

export interface Expiry {
  readonly secret: 'token' | 'key';
  /** The last day, or the latest that it can be, `YYYY-MM-DD`. */
  readonly day: string;
  readonly isKnown: boolean;
  /** Until then; negative afterwards. */
  readonly days: number;
  readonly state: 'good' | 'expiring' | 'expired';
}

/**
 * How long Atlassian lets a token or a key last at most, in days (Atlassian support, “Manage API tokens
 * for your Atlassian account” and “Manage an organization with the admin APIs”).
 */
export const longestTerm = 365;

/** Days before its end in which a secret counts as expiring, like the access of a guest. */
const soon = 14;

/** When the API token and the organization admin key end, as far as that is known. `today` is `YYYY-MM-DD`. */
export function expiryOf(terms: Terms, today: string): readonly Expiry[] {
  return [
    ...expiry('token', terms, today),
    ...(terms.organization ? expiry('key', terms.organization, today) : []),
  ];
}

function expiry(
  secret: Expiry['secret'],
  { expires, given }: Term,
  today: string,
): readonly Expiry[] {
  const day = expires ?? (given === undefined ? undefined : dayAfter(given, longestTerm));
  if (day === undefined) return [];
  const days = daysBetween(today, day);
  const state = days < 0 ? 'expired' : days <= soon ? 'expiring' : 'good';
  return [{ secret, day, isKnown: expires !== undefined, days, state }];
}

/** When a secret ends, in words to be read after its name. */
export function expiryWords({ day, days, isKnown, state }: Expiry): Sentence {
  switch (state) {
    case 'expired':
      return isKnown
        ? sentence('expired on {day}', { day })
        : sentence('expired by {day} at the latest', { day });
    case 'good':
    case 'expiring':
      if (!isKnown) return sentence('expires by {day} at the latest', { day });
      if (days === 0) return sentence('expires today');
      if (days === 1) return sentence('expires tomorrow');
      return sentence('expires in {days} days, on {day}', { days, day });
  }
}
