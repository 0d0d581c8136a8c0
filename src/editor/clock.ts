import { dayOf } from '../document/date';

/** The calendar day where this editor is, `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(new Date());
}

/** A moment (ISO 8601) as the time of day here. */
export function timeOf(moment: string): string {
  return new Date(moment).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}
