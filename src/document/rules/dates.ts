import { dayAfter, daysBetween } from '../date';
import type { Problem } from '../model';
import { moveSpan } from '../move';
import { problem } from '../problem';
import { sentence, type Sentence } from '../sentence';
import type { Index } from './rule';

/** Days before the last day of access from which the file speaks of it. */
const notice = 14;

/** Access that has ended and access that soon will; `expires` itself is still a day of access. */
export function* endingAccess({ guests, today }: Index): Iterable<Problem> {
  const last = dayAfter(today, notice);
  for (const { at, content } of guests.entries) {
    const { email, expires, access } = content.guest;
    if (expires === undefined || expires > last || access === 'revoked') continue;
    const days = daysBetween(today, expires);
    const span = moveSpan(content.expiresSpan, at);
    if (days < 0)
      yield problem(
        'expired',
        span,
        sentence('`{email}` is past its date: the next sync takes the access away.', { email }),
        { severity: 'info' },
      );
    else yield problem('expiring', span, ending(email, days), { severity: 'warning' });
  }
}

function ending(email: string, days: number): Sentence {
  if (days === 0)
    return sentence('The access of `{email}` ends today: give a later date to keep it.', { email });
  if (days === 1)
    return sentence('The access of `{email}` ends tomorrow: give a later date to keep it.', {
      email,
    });
  return sentence('The access of `{email}` ends in {days} days: give a later date to keep it.', {
    email,
    days,
  });
}
