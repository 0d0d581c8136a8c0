import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/document/edit';
import { valueOf } from '../../../../src/document/node';
import { parse } from '../../../../src/document/parse';
import { readTree } from '../../../../src/document/tree';
import { edit } from '../../../fuzz/edits';
import { randomFile } from '../../../fuzz/files';
import { randomFrom } from '../../../fuzz/random';
import { today } from '../../../support/samples';
import type { Data } from './cases';
import { casesIn } from './cases';

/** Numbers as they are written, and blocks of text without their end, which the end of a file cuts off. */
function plain(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'number' || typeof value === 'string' ? String(value).trim() : value,
    ),
  );
}

function dataOf(text: string): Data {
  return plain(valueOf(readTree(text).root)) as Data;
}

function mistakes(text: string): number {
  return parse(text, today).problems.filter(({ code }) => code === 'syntax').length;
}

describe('the edits of a random file', () => {
  it('change what they say and nothing else', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed);
        const text = randomFile(random);
        if (readTree(text).problems.length > 0) return;
        for (const { name, edits, change } of casesIn(text, random)) {
          if (edits.length === 0) continue;
          made += 1;
          const file = dataOf(text);
          change(file);
          const replaced = edits.map(({ span }) => text.slice(span.start, span.end));
          if (name.startsWith('add')) assert.ok(replaced.every((one) => /^[\s[\]{}~]*$/.test(one)));
          const after = applyEdits(text, edits);
          assert.deepEqual(dataOf(after), plain(file), `${name}\n${text}\nbecame\n${after}`);
          assert.equal(mistakes(after), 0);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    assert.ok(made > 60);
  });

  it('add no mistakes to a file that has some', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed);
        const [text = ''] = edit(random, randomFile(random)).slice(-1);
        // Of a file that must be read in one go, one mistake is told as many.
        if (parse(text, today).memory?.text !== text) return;
        const before = mistakes(text);
        for (const { name, edits } of casesIn(text, random)) {
          const after = applyEdits(text, edits);
          assert.ok(mistakes(after) <= before, `${name}\n${text}\nbecame\n${after}`);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
