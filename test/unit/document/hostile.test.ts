import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../src/document/model';
import { parse } from '../../../src/document/parse';
import { repeat, starts, timeOf, units } from '../../fuzz/hostile';
import { sample, today } from '../../support/samples';

/** Far above what is needed on a slow machine, far below what a person takes for a hang. */
const patience = 5_000;

/** Code units. The run of ten times as many belongs to `npm run test:fuzz`. */
const length = 6_000;

describe('hostile text', () => {
  for (const start of starts)
    it(`is read in bounded time behind ${JSON.stringify(start)}`, function () {
      this.timeout(units.length * patience);
      for (const unit of units)
        assert.ok(timeOf(repeat(start, unit, length)) < patience, JSON.stringify(unit));
    });

  it('repeats nothing without bound', function () {
    this.timeout(2 * patience);
    const lines = Array.from(
      { length: 30 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    assert.ok(timeOf(`l0: &l0 ha\n${lines.join('\n')}\n`) < 1000);
    const chain = Array.from({ length: 20_000 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}]`);
    assert.ok(timeOf(`l0: &l0 ha\n${chain.join('\n')}\n`) < patience);
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
      { ...run, numRuns: 1500 },
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
    fc.assert(fc.property(mutated, holds), { ...run, numRuns: 500 });
  });
});

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(
    0 <= start && start <= end && end <= text.length,
    `${start} to ${end} of ${text.length}`,
  );
}
