import assert from 'node:assert/strict';
import { parse, parseAtMost } from '../../../src/document/parse';
import { fuzz } from '../../fuzz/recheck';
import { sample, today } from '../../support/samples';

describe('reading a text again', () => {
  it('says after any edit of any file what reading it anew says', function () {
    this.timeout(60_000);
    const { edits, sound, cut, failures } = fuzz(800, 20_270_101);
    assert.deepEqual(failures, []);
    // Of texts that are all broken, or all read in one go, this would prove nothing.
    assert.ok(sound > edits / 10 && cut > edits / 4, `${sound} and ${cut} of ${edits}`);
  });

  it('keeps every entry that was not touched', () => {
    const before = parse(sample, today);
    const after = parse(sample.replace('API launch', 'Launch'), today, before);
    assert.ok(before.memory && after.memory);
    const [first, ...others] = after.memory.entries.guests ?? [];
    const [same, ...sames] = before.memory.entries.guests ?? [];
    assert.notEqual(first?.content, same?.content);
    assert.deepEqual(
      others.map(({ content }, index) => content === sames[index]?.content),
      [true, true],
    );
    assert.equal(
      after.memory.entries.pages?.[0]?.content,
      before.memory.entries.pages?.[0]?.content,
    );
  });

  it('keeps entries that changed their places', () => {
    const lines = '  - { email: cho@client.example, space: DOCS, role: viewer }\n';
    const moved = sample.replace(lines, '').replace('guests:\n', `guests:\n${lines}`);
    const before = parse(sample, today);
    const after = parse(moved, today, before);
    assert.equal(
      after.memory?.entries.guests?.[0]?.content,
      before.memory?.entries.guests?.[1]?.content,
    );
  });

  it('remembers the entries past a text that must be read in one go', () => {
    const before = parse(sample, today);
    const broken = parse(sample.replace('space: DOCS', 'space: &'), today, before);
    const after = parse(sample, today, broken);
    assert.equal(
      after.memory?.entries.guests?.[1]?.content,
      before.memory?.entries.guests?.[1]?.content,
    );
  });
});

describe('reading at most so much', () => {
  const large = sample + '  # more\n'.repeat(1000);
  const after = (before: string, text: string, most: number) =>
    parseAtMost(most, text, today, parse(before, today));

  it('says what reading all of it says, or nothing', () => {
    const edited = large.replace('API launch', 'Launch');
    const { document, problems } = parse(edited, today);
    for (const [most, before, isEnough] of [
      [large.length, '', true],
      [1000, '', false],
      [1000, large, true],
      [100, large, false],
    ] as const) {
      const read = after(before, edited, most);
      assert.equal(read !== undefined, isEnough, `${most} after ${before.length}`);
      if (read)
        assert.deepEqual({ ...read, memory: undefined }, { document, problems, memory: undefined });
    }
  });

  it('does not begin with a text that must be read in one go', () => {
    assert.equal(after(large, large.replace('space: DOCS', 'space: &a'), 1000), undefined);
    assert.equal(after(large, `{}\n${large}`, 1000), undefined);
  });
});

describe('a mistake in one entry', () => {
  it('hides no other entry', () => {
    const text = sample.replace('name: Ana Díaz', 'name: "Ana Díaz');
    const { problems, document } = parse(text, today);
    assert.equal(problems.filter(({ code }) => code === 'syntax').length, 1);
    assert.deepEqual(
      document.guests?.map(({ email }) => email),
      ['cho@client.example', 'ben@agency.example'],
    );
    assert.equal(document.pages?.length, 1);
  });
});
