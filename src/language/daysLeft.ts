import { daysBetween } from '../document/date';
import type { Guest } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';

/** How long access lasts after `today` (`YYYY-MM-DD`); nothing when no end is given or it is past. */
export function daysLeft({ expires }: Pick<Guest, 'expires'>, today: string): readonly Sentence[] {
  const days = expires === undefined ? -1 : daysBetween(today, expires);
  if (days < 0) return [];
  if (days === 0) return [sentence('last day today')];
  return [days === 1 ? sentence('1 day left') : sentence('{days} days left', { days })];
}
