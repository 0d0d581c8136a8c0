import { dayAfter } from '../../document/date';
import { removeField, setField } from '../../document/edit/field';
import { entryAt, valueAt, wordsOf, writeText } from '../../document/edit/value';
import { sentence } from '../../document/sentence';
import { readDay } from './date';
import type { Asked, Fix } from './fix';
import { fix } from './fix';

export function expired(asked: Asked): readonly Fix[] {
  return [revoke(asked, true), extend(asked, 30, false), extend(asked, 90, false)];
}

export function expiring(asked: Asked): readonly Fix[] {
  return [extend(asked, 30, true), extend(asked, 90, false), revoke(asked, false)];
}

function extend({ text, problem, known }: Asked, days: number, preferred: boolean): Fix {
  const date = dayAfter(known.today, days);
  return fix(
    sentence('Extend by {days} days, until {date}', { days, date }),
    writeText(text, problem.span, date),
    { preferred },
  );
}

function revoke({ text, problem }: Asked, preferred: boolean): Fix {
  const entry = entryAt(text, problem.span.start);
  return fix(
    sentence('Mark the access as revoked'),
    entry ? setField(text, entry, 'access', 'revoked') : [],
    { preferred },
  );
}

/** A day in another form, or what means no day at all. */
export function invalidDate({ text, problem: { span }, known }: Asked): readonly Fix[] {
  const found = valueAt(text, span.start);
  const written = wordsOf(found?.node);
  if (written === undefined) return [];
  const date = readDay(written, known.today);
  if (date !== undefined)
    return [
      fix(sentence('Change to `{date}`', { date }), writeText(text, span, date), {
        preferred: true,
        safe: isSameDay(written, date),
      }),
    ];
  if (!/^(?:never|none|no|-|unlimited|forever)$/i.test(written)) return [];
  return [
    fix(
      sentence('Remove `expires`: the access has no end'),
      found?.keySpan ? removeField(text, found.keySpan) : [],
      {
        preferred: true,
      },
    ),
  ];
}

/** Written out, and not moved to the end of a month or counted from today. */
function isSameDay(written: string, date: string): boolean {
  return /\d{4}/.test(written) && new RegExp(`\\b0?${String(Number(date.slice(8)))}`).test(written);
}
