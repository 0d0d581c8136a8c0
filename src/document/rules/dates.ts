import { daysBetween } from '../date';
import type { Problem } from '../model';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';

/** Days before the last day of access from which the file speaks of it. */
const notice = 14;

/** Access that has ended and access that soon will; `expires` itself is still a day of access. */
export function* endingAccess({ guests, today }: Index): Iterable<Problem> {
  for (const { guest, expiresSpan } of guests.entries) {
    const { email, expires, access } = guest;
    if (expires === undefined || access === 'revoked') continue;
    const days = daysBetween(today, expires);
    if (days < 0)
      yield problem(
        'expired',
        expiresSpan,
        sentence('`{email}` is past its date: the next sync takes the access away.', { email }),
        { severity: 'info' },
      );
    else if (days <= notice)
      yield problem(
        'expiring',
        expiresSpan,
        days === 0
          ? sentence('The access of `{email}` ends today: give a later date to keep it.', { email })
          : sentence('The access of `{email}` ends in {days} days: give a later date to keep it.', {
              email,
              days,
            }),
        { severity: 'warning' },
      );
  }
}
