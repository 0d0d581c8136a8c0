const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
];

/** How long ago a moment was (both ISO 8601), in words of a language: `12 minutes ago`. */
export function ageOf(moment: string, now: string, locale: string): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(moment)) / 1000);
  const [unit, length] = units.find(([, least]) => seconds >= least) ?? ['second', Infinity];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return words.format(-Math.floor(seconds / length), unit);
}
