import { dayAfter } from '../../document/date';
import { endOfQuarter } from '../ask/expiry';
import { verbatim } from '../ask/question';
import { expiresLines } from '../hover/key';
import type { Offer } from './offer';
import { value } from './offer';

/** Last days of access, by how far they are from today (`YYYY-MM-DD`). */
export function dateOffers(today: string): readonly Offer[] {
  const quarter = endOfQuarter(today);
  const year = `${dayAfter(today, 1).slice(0, 4)}-12-31`;
  return [
    day('+30 days', dayAfter(today, 30), today),
    day('+90 days', dayAfter(today, 90), today),
    ...(quarter === year ? [] : [day('end of quarter', quarter, today)]),
    day('end of year', year, today),
  ];
}

function day(label: string, date: string, today: string): Offer {
  const about = () => expiresLines(date, today);
  return value('date', 'expires', date, {
    label,
    detail: () => verbatim(date),
    search: date,
    about,
  });
}
