const dayLength = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD` and a day of the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one `YYYY-MM-DD` to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength;
}

/** The `YYYY-MM-DD` so many days later. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * dayLength;
  return new Date(time).toISOString().slice(0, 10);
}

/** A moment (ISO 8601) by the calendar and clock where this machine is, `YYYY-MM-DD HH:MM`. */
export function momentOf(iso: string): string {
  const date = new Date(iso);
  return `${dayOf(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The calendar day where this machine is, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
