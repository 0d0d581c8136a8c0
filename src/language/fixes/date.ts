import { dayAfter, isDate } from '../../document/date';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The `YYYY-MM-DD` that somebody meant who wrote a day in another way; `undefined` when it could be
 * several days. Of a day that its month has not, the last day of the month.
 */
export function readDay(written: string, today: string): string | undefined {
  const text = written.trim().toLowerCase().replace(/[,;]$/, '');
  const [, days] = /^(?:in |\+)?\s*(\d{1,3})\s*d(?:ays?)?$/.exec(text) ?? [];
  if (days !== undefined) return dayAfter(today, Number(days));
  return ofYearFirst(text) ?? ofYearLast(text) ?? ofWords(text);
}

/** `2027/3/31`, `2027.03.31`, `20270331`, `2027-03-31T12:00:00Z`. */
function ofYearFirst(text: string): string | undefined {
  const [, year, , month, day] =
    /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(text) ?? [];
  const [, , separator] = /^(\d{4})([-/. ]?)/.exec(text) ?? [];
  if (separator === '' && text.length !== 8) return undefined;
  return dayOf(year, Number(month), day);
}

/** `31.3.2027`, and with other signs when the day cannot be the month. */
function ofYearLast(text: string): string | undefined {
  const [, first, separator, second, year] =
    /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (separator === '.' || Number(first) > 12 || first === second)
    return dayOf(year, Number(second), first);
  return Number(second) > 12 ? dayOf(year, Number(first), second) : undefined;
}

/** `31 March 2027`, `31st of Mar 2027`, `March 31, 2027`. */
function ofWords(text: string): string | undefined {
  const dayFirst =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?(?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/;
  const monthFirst =
    /^(?<month>[a-z]{3,9})\.?[ -](?<day>\d{1,2})(?:st|nd|rd|th)?,?[ -](?<year>\d{4})$/;
  const groups = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups;
  const name = groups?.['month'];
  if (!groups || name === undefined) return undefined;
  const month = months.findIndex((one) => one.startsWith(name)) + 1;
  return dayOf(groups['year'], month, groups['day']);
}

function dayOf(
  year: string | undefined,
  month: number,
  day: string | undefined,
): string | undefined {
  const days = Number(day);
  if (year === undefined || !(month >= 1 && month <= 12) || !(days >= 1 && days <= 31))
    return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}-`;
  for (let last = days; last >= days - 3; last -= 1) {
    const date = start + String(last).padStart(2, '0');
    if (isDate(date)) return date;
  }
  return undefined;
}
