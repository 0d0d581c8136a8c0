import assert from 'node:assert/strict';
import { quote, quoteKey, quotesOf, quoteValue } from '../../../../src/document/edit/quote';

/** A text, and how it is written as a value, and in brackets if that is otherwise. */
const rows: readonly (readonly [text: string, value: string, inBrackets?: string])[] = [
  ['API launch', 'API launch'],
  ['https://acme.atlassian.net/wiki?a=b#c', 'https://acme.atlassian.net/wiki?a=b#c'],
  ['2027-03-31', '2027-03-31'],
  ['team:reviewers', 'team:reviewers'],
  ["it's", "it's"],
  ['a, b', 'a, b', '"a, b"'],
  ['a]', 'a]', '"a]"'],
  ['', '""'],
  [' a', '" a"'],
  ['a ', '"a "'],
  ['a: b', '"a: b"'],
  ['a:', '"a:"'],
  ['a #b', '"a #b"'],
  ['#a', '"#a"'],
  ['- a', '"- a"'],
  ['-a', '-a'],
  ['? a', '"? a"'],
  ['@a', '"@a"'],
  ['&a', '"&a"'],
  ['*a', '"*a"'],
  ['!a', '"!a"'],
  ['%a', '"%a"'],
  ['`a', '"`a"'],
  ['|', '"|"'],
  ['> a', '"> a"'],
  ['[a', '"[a"'],
  ['"a"', '"\\"a\\""'],
  ['true', '"true"'],
  ['null', '"null"'],
  ['~', '"~"'],
  ['12', '"12"'],
  ['1e3', '"1e3"'],
  ['0x1f', '"0x1f"'],
  ['.5', '".5"'],
  ['a\nb', '"a\\nb"'],
  ['a\tb', 'a\tb'],
  ['a\u0007b', '"a\\u0007b"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['\uFEFFa', '"\\ufeffa"'],
  ['é', 'é'],
];

describe('a value', () => {
  for (const [text, value, inBrackets = value] of rows)
    it(`${JSON.stringify(text)} is written ${value}`, () => {
      assert.equal(quote(text, { flow: false, quotes: '"' }), value);
      assert.equal(quote(text, { flow: true, quotes: '"' }), inBrackets);
    });

  it('is written with the quotes of the file', () => {
    assert.equal(quotesOf('a: \'b\'\nc: "d"\n'), "'");
    assert.equal(quotesOf('a: "b"\n'), '"');
    assert.equal(quotesOf("# it's\na: b\n"), '"');
    assert.equal(quote("it's: a", { flow: false, quotes: "'" }), "'it''s: a'");
    assert.equal(quote('a\nb', { flow: false, quotes: "'" }), '"a\\nb"');
  });

  it('needs no quotes where numbers and yes or no are meant, or where all is text', () => {
    const style = { flow: false, quotes: '"' } as const;
    assert.equal(quoteValue('page', '123', style), '123');
    assert.equal(quoteValue('tree', 'true', style), 'true');
    assert.equal(quoteValue('name', 'true', style), '"true"');
    assert.equal(quoteValue('name', '123', style), '"123"');
    assert.equal(quoteKey('2024', style), '2024');
    assert.equal(quoteKey('a: b', style), '"a: b"');
  });
});
