import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../src/document/model';
import { parse } from '../../../src/document/parse';
import { sample, today } from '../../support/samples';

/** Far above what is needed on a slow machine, far below what a person takes for a hang. */
const patience = 15_000;
const megabytes = 4 * 1024 * 1024;

/** Code units; enough that time in the square of the length would be seen. */
const repeated = 60_000;

/** What a text may be made of. */
const units: readonly string[] = [
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
const starts: readonly string[] = [
  '',
  'guests: [',
  'guests: {',
  'guests: "',
  'guests:\n',
  'x: &a 1\ny: [',
  'guests:\n  - ',
];

describe('hostile text', () => {
  for (const start of starts)
    it(`is read in bounded time behind ${JSON.stringify(start)}`, function () {
      this.timeout(units.length * patience);
      for (const unit of units) {
        const text = start + unit.repeat(Math.floor(repeated / unit.length));
        assert.ok(timed(text) < patience, JSON.stringify(unit));
      }
    });

  const largest: readonly (readonly [name: string, make: () => string])[] = [
    ['keys', () => fill((n) => `k${n}: 1\n`)],
    ['keys in a flow mapping', () => `limits: {${fill((n) => `k${n}, `)}}`],
    ['guests', () => `guests:\n${fill((n) => `- email: g${n}@b.example\n  space: X\n`)}`],
    [
      'strangers on pages',
      () =>
        `guests: [{ email: a@b.example, space: X }]\npages:\n${fill((n) => `- page: ${n + 1}\n  view: [g${n}@b.example]\n`)}`,
    ],
    ['closing brackets', () => ']'.repeat(700_000)],
    ['escapes', () => `"${'\\q'.repeat(30_000)}"\n`.repeat(60)],
    ['an open quote', () => `a: "${'b'.repeat(megabytes - 10)}`],
    ['deep indents', () => fill((n) => `${' '.repeat(n % 2000)}a:\n`)],
  ];
  for (const [name, make] of largest)
    it(`is read in bounded time when it is 4 MB of ${name}`, function () {
      this.timeout(patience);
      const text = make();
      assert.ok(timed(text) < patience);
    });

  it('is read in bounded time when one entry has thousands of mistakes', function () {
    this.timeout(patience);
    const wrong = '1, '.repeat(100_000);
    assert.ok(timed(`teams: { t: [${wrong}] }\npages: [{ page: 1, view: [${wrong}] }]`) < patience);
  });

  it('repeats nothing without bound', function () {
    this.timeout(2 * patience);
    const lines = Array.from(
      { length: 30 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    assert.ok(timed(`l0: &l0 ha\n${lines.join('\n')}\n`) < 1000);
    const chain = Array.from({ length: 20_000 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}]`);
    assert.ok(timed(`l0: &l0 ha\n${chain.join('\n')}\n`) < patience);
  });
});

describe('any text', function () {
  this.timeout(60_000);
  const run = { seed: 20_270_101, numRuns: 400 };
  const holds = (text: string) => {
    const { problems } = parse(text, today);
    for (const [index, { span, related }] of problems.entries()) {
      assertInside(span, text);
      for (const other of related) assertInside(other.span, text);
      assert.ok((problems[index - 1]?.span.start ?? 0) <= span.start, 'sorted by place');
    }
  };

  it('is read without an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds), run);
  });
  it('of any bytes is read without an exception', () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((data) => Buffer.from(data));
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom('latin1' as const, 'utf16le' as const, 'utf8' as const),
        (data, encoding) => {
          holds(data.toString(encoding));
        },
      ),
      run,
    );
  });
  it('made of the signs of YAML is read without an exception', () => {
    const sign = fc.constantFrom(
      ...Array.from(' \n\r\t-:?,[]{}#&*!|>\'"%@`a1~<=.\\'),
      '---',
      'guests',
      ': ',
      '- ',
      '  ',
      '\n',
      '&a ',
      '*a',
      '!!map ',
      'email: ',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        holds(signs.join(''));
      }),
      { ...run, numRuns: 3000 },
    );
  });
  it('near the sample is read without an exception', () => {
    const place = fc.nat({ max: sample.length });
    const change = fc.tuple(
      place,
      fc.nat({ max: 40 }),
      fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom('\n', ':', '[', '}', '"', '- ', '&a ', '*a', '\t', '#', '\uD800'),
      ),
    );
    const mutated = fc
      .array(change, { minLength: 1, maxLength: 4 })
      .map((changes) =>
        changes.reduce(
          (text, [at, drop, added]) => text.slice(0, at) + added + text.slice(at + drop),
          sample,
        ),
      );
    fc.assert(fc.property(mutated, holds), { ...run, numRuns: 2000 });
  });
});

function timed(text: string): number {
  const start = performance.now();
  parse(text, today);
  return performance.now() - start;
}

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

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(
    0 <= start && start <= end && end <= text.length,
    `${start} to ${end} of ${text.length}`,
  );
}
