import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parse } from '../../../src/document/parse';
import { accept, complete } from '../../../src/language/completion';
import type { Known } from '../../../src/language/known';
import { placeAt } from '../../../src/language/place';
import { read, today } from '../access/readings';
import { repeat, units } from '../../fuzz/hostile';
import { sample } from '../../support/samples';
import { lists } from './completing';
import { shared } from './shared';

const run = { seed: 20_270_401, numRuns: 400 };

const { document } = parse(sample, today);
const known: Known = { document, today, lists, reading: read(document) };

/** A text cut short or changed in places, as it is while somebody types. */
const halfTyped = fc
  .tuple(
    fc.constantFrom(sample, shared, '', 'guests: [', 'pages:\n  - page: 7\n    view:\n'),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 30 }),
        fc.oneof(
          fc.constantFrom('\n', '\n  ', '\n    - ', ': ', '[', ']', '{', '}', ', ', '"', "'", '#'),
          fc.constantFrom(
            '- ',
            '\t',
            ' #',
            '\r\n',
            '&a ',
            '*a',
            '|',
            '>',
            'te',
            'view: ',
            '\uFEFF',
          ),
          fc.string({ unit: 'binary', maxLength: 3 }),
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce<string>((before, [place, drop, added]) => {
      const at = place % (before.length + 1);
      return before.slice(0, at) + added + before.slice(at + drop);
    }, text),
  );

const anywhere = fc.tuple(halfTyped, fc.nat()).map(([text, place]) => ({
  text,
  offset: place % (text.length + 1),
}));

/** A sound text in which somebody has begun to type in a line, or a new line, and may have deleted its rest. */
const typed = fc
  .tuple(
    fc.constantFrom(sample, shared),
    fc.nat(),
    fc.boolean(),
    fc.constantFrom('', 't', 're', 'view', '- ', '- t', ': ', ', ', ',', 'team:', 'a, ', ' # '),
    fc.constantFrom('', '\n', '\n  ', '\n    ', '\n      ', '\n  - '),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([whole, place, dropsRest, word, newLine, lineBreak]) => {
    const at = place % (whole.length + 1);
    const lineEnd = (whole.indexOf('\n', at) + 1 || whole.length + 1) - 1;
    const begun = newLine === '' ? whole.slice(0, at) + word : whole.slice(0, lineEnd) + newLine;
    const rest = whole.slice(newLine === '' && !dropsRest ? at : lineEnd);
    const [before, after] = [begun, rest].map((part) => part.replaceAll('\n', lineBreak));
    return { text: `${before ?? ''}${after ?? ''}`, offset: before?.length ?? 0 };
  });

describe('at any place of any text', function () {
  this.timeout(60_000);

  it('the span of a place holds the cursor', () => {
    fc.assert(
      fc.property(anywhere, ({ text, offset }) => {
        const place = placeAt(text, offset);
        if (!place) return;
        const { span, written, entry } = place;
        assert.ok(span.start <= offset && offset <= span.end && span.end <= text.length);
        assert.equal(text.slice(span.start, offset), written);
        assert.ok(!text.slice(span.start, span.end).includes('\n'), 'on one line');
        if (entry) assert.ok(0 <= entry.start && entry.start <= entry.end);
      }),
      { ...run, numRuns: 2000 },
    );
  });

  it('something is offered without an exception', () => {
    fc.assert(
      fc.property(anywhere, ({ text, offset }) => {
        for (const { insert, span } of complete(text, offset, known).items)
          assert.ok(insert !== '' && span.start <= offset && offset <= span.end);
      }),
      run,
    );
  });

  it('what is chosen breaks nothing where the other lines are sound', () => {
    fc.assert(
      fc.property(typed, ({ text, offset }) => {
        const before = errorsIn(text);
        for (const item of complete(text, offset, known).items)
          assert.ok(
            errorsIn(accept(text, item)) <= before,
            `${item.label} at ${offset} of ${JSON.stringify(text)}`,
          );
      }),
      { ...run, numRuns: 600 },
    );
  });
});

function errorsIn(text: string): number {
  return parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).errors.length;
}

describe('hostile text', () => {
  for (const start of ['', 'guests:\n  - ', 'pages: [', 'guests:\n  - { "a'])
    it(`has its places found in bounded time behind ${JSON.stringify(start)}`, function () {
      this.timeout(60_000);
      for (const unit of units) {
        const text = repeat(start, unit, 20_000);
        const begun = performance.now();
        for (const offset of [0, text.length >> 1, text.length]) complete(text, offset, known);
        assert.ok(performance.now() - begun < 5_000, JSON.stringify(unit));
      }
    });
});
