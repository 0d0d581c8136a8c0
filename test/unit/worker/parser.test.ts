import assert from 'node:assert/strict';
import path from 'node:path';
import { parse } from '../../../src/document/parse';
import type { Parsed } from '../../../src/document/parse';
import { joinParcels, parcelsOf } from '../../../src/worker/parcel';
import { Parser } from '../../../src/worker/parser';
import { writeFile } from '../../bench/check/file';
import { edit } from '../../fuzz/edits';
import { randomFile } from '../../fuzz/files';
import { randomFrom } from '../../fuzz/random';
import { projectRoot } from '../../support/project';
import { sample, today } from '../../support/samples';

const large = writeFile({ guests: 700, pages: 600 });

/** What is read, without what is only remembered for the next time. */
function said({ document, problems }: Parsed) {
  return { document, problems };
}

describe('a reading in parcels', () => {
  it('is the same when it is put together again, with what it remembers', () => {
    const random = randomFrom(20_270_102);
    let remembered = 0;
    for (let count = 0; count < 150; count += 1) {
      const text = edit(random, randomFile(random)).at(-1) ?? '';
      const parsed = parse(text, today);
      const parcels = [...parcelsOf(parsed, text)].map((parcel) => structuredClone(parcel));
      assert.deepEqual(joinParcels(parcels, text), parsed);
      if (parsed.memory) remembered += 1;
    }
    assert.ok(remembered > 30, `${remembered} with a memory`);
  });

  it('comes in parts of which none is long', () => {
    const parcels = [...parcelsOf(parse(large, today), large)];
    const lengths = parcels.flatMap((parcel) =>
      Object.values(parcel).map((part) => (Array.isArray(part) ? part.length : 0)),
    );
    assert.ok(parcels.length > 7 && Math.max(...lengths) <= 500, String(lengths));
    assert.deepEqual(joinParcels(parcels, large), parse(large, today));
  });

  it('leaves behind what is remembered of another text', () => {
    const broken = sample.replace('space: DOCS', 'space: &');
    const parsed = parse(broken, today, parse(sample, today));
    assert.equal(parsed.memory?.text, sample);
    assert.equal(joinParcels([...parcelsOf(parsed, broken)], broken).memory, undefined);
  });
});

describe('a parser in a thread of its own', () => {
  let parser: Parser;

  beforeEach(() => {
    parser = new Parser(path.join(projectRoot, 'dist', 'worker.js'));
  });

  afterEach(() => {
    parser.dispose();
  });

  it('says of several texts at once what a parser here says of each', async () => {
    const texts = [large, sample, sample.replace('space: DOCS', 'space: &'), '', large];
    const readings = await Promise.all(
      texts.map((text) => parser.parse({ file: 'one', text, today })),
    );
    assert.deepEqual(
      readings.map(said),
      texts.map((text) => said(parse(text, today))),
    );
  });

  it('makes reading the text after an edit quick', async () => {
    const before = await parser.parse({ file: 'one', text: large, today });
    const text = large.replace('Guest Number 300', 'Guest of Honour');
    const again = parse(text, today, before);
    assert.deepEqual(said(again), said(parse(text, today)));
    assert.equal(
      again.memory?.entries.guests?.[600]?.content,
      before.memory?.entries.guests?.[600]?.content,
    );
  });

  it('leaves the thread that waits for it free', async () => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    await parser.parse({ file: 'one', text: large, today });
    clearInterval(count);
    assert.ok(turns > 10, `${turns} turns`);
  });

  it('says so when it cannot be started', async () => {
    const broken = new Parser(path.join(projectRoot, 'dist', 'nothing.js'));
    await assert.rejects(broken.parse({ file: 'one', text: sample, today }), /nothing\.js/);
    broken.dispose();
  });
});
