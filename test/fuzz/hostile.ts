import { parse } from '../../src/document/parse';
import { today } from '../support/samples';

/** What a text may be made of… */
export const units: readonly string[] = [
  '[',
  '{',
  ']',
  '}',
  '[]',
  '[,',
  '? ',
  '- ',
  '-\n',
  'a: ',
  'a:\n',
  '&a ',
  '&a b\n',
  '*a ',
  '!',
  '! ',
  '!a ',
  '%',
  '%a\n',
  '%TAG ! a\n',
  '---\n',
  '...\n',
  '#\n',
  '\n',
  '\r\n',
  ' ',
  '\t',
  ': ',
  ':',
  ':\n',
  ',',
  '"',
  '""',
  '"a"\n',
  "'",
  "''",
  '|\n',
  'a: |\n b\n',
  '>',
  '\\',
  '\\x',
  'a\n',
  'a\n\n',
  'é\u2028',
  '\uFEFF',
  '\uD800',
  '\u0000',
  '<<: *a\n',
  '{a: 1}\n',
  '[{',
  '- - a\n',
  '? a\n',
];
/** … and begin with. */
export const starts: readonly string[] = [
  '',
  'guests: [',
  'guests: {',
  'guests: "',
  'guests:\n',
  'x: &a 1\ny: [',
  'guests:\n  - ',
];

const megabytes = 4 * 1024 * 1024;

/** Texts of the greatest length that is read, each made to cost as much time as it can. */
export const largest: readonly (readonly [name: string, make: () => string])[] = [
  ['keys', () => fill((n) => `k${n}: 1\n`)],
  ['keys in a flow mapping', () => `limits: {${fill((n) => `k${n}, `)}}`],
  ['guests', () => `guests:\n${fill((n) => `- email: g${n}@b.example\n  space: X\n`)}`],
  ['empty entries', () => `guests:\n${fill((n) => `- # ${n}\n`)}`],
  [
    'strangers on pages',
    () =>
      `guests: [{ email: a@b.example, space: X }]\npages:\n${fill((n) => `- page: ${n + 1}\n  view: [g${n}@b.example]\n`)}`,
  ],
  ['closing brackets', () => ']'.repeat(700_000)],
  ['escapes', () => `"${'\\q'.repeat(30_000)}"\n`.repeat(60)],
  ['an open quote', () => `a: "${'b'.repeat(megabytes - 10)}`],
  ['deep indents', () => fill((n) => `${' '.repeat(n % 2000)}a:\n`)],
  ['mistakes in one entry', () => `teams: { t: [${'1, '.repeat(100_000)}] }`],
];

/** Lines until the text has 4 MB. */
function fill(line: (index: number) => string): string {
  const lines: string[] = [];
  for (let length = 0, index = 0; length < megabytes - 10_000; index++) {
    const next = line(index);
    lines.push(next);
    length += next.length;
  }
  return lines.join('');
}

/** Milliseconds to read the text. */
export function timeOf(text: string): number {
  const start = performance.now();
  parse(text, today);
  return performance.now() - start;
}

/** A text of some length that repeats a unit. */
export function repeat(start: string, unit: string, length: number): string {
  return start + unit.repeat(Math.floor(length / unit.length));
}
