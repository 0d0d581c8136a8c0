import assert from 'node:assert/strict';
import type { FileSymbol } from '../../../src/language/symbols';
import { symbolsIn } from '../../../src/language/symbols';
import { sourceOf } from '../../support/cursor';
import { shared } from './shared';

/** The outline as indented lines: kind, name, detail. */
function outline(text: string): readonly string[] {
  const lines = (symbols: readonly FileSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines([...symbolsIn(sourceOf(text))], '');
}

const whole = [
  'key version (1)',
  'key site (https://acme.atlassian.net)',
  'key organization (6f1c0a2e)',
  'key internalDomains ([acme.com])',
  'section spaces',
  '  space DOCS (strict)',
  '  space LAB (additive)',
  'section teams',
  '  team reviewers',
  '    guest ana@partner.example',
  '    guest Cho@client.example',
  'section guests',
  '  guest Ana@partner.example (Ana Díaz · DOCS)',
  '  guest cho@client.example (LAB)',
  'section pages',
  '  page Partner API guide (123456)',
  '  page 77',
];

const head = 'version: 1\nsite: https://acme.atlassian.net\n';
const headLines = whole.slice(0, 2);

const rows: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
  [
    'entries with errors',
    'guests:\n  - email: a@b.example\n    expires: soon\n  - email: c@d.example\n    space: X\nteams:\n  t: [a@b.example, 7]\n',
    [
      'section guests',
      '  guest a@b.example',
      '  guest c@d.example (X)',
      'section teams',
      '  team t',
      '    guest a@b.example',
    ],
  ],
  [
    'entries that are being written',
    'guests:\n  - email: a@b.example\n    space: X\n  - em\n  -\npages:\n  - page:\n',
    [
      'section guests',
      '  guest a@b.example (X)',
      '  guest em',
      '  guest …',
      'section pages',
      '  page page:',
    ],
  ],
  [
    'an open quote',
    'guests:\n  - email: a@b.example\n    name: "A\n  - email: c@d.example\n    space: X\n',
    ['section guests', '  guest a@b.example', '  guest c@d.example (X)'],
  ],
  [
    'lists in brackets',
    'teams: { t: [a@b.example], u: [c@d.example] }\nguests: [{ email: a@b.example, space: X }]\n',
    [
      'section teams',
      '  team t',
      '    guest a@b.example',
      '  team u',
      '    guest c@d.example',
      'section guests',
      '  guest a@b.example (X)',
    ],
  ],
  [
    'lists at the margin',
    'guests:\n- email: a@b.example\n  space: X\npages:\n- page: 1\n  view:\n  - a@b.example\n',
    ['section guests', '  guest a@b.example (X)', 'section pages', '  page 1'],
  ],
  [
    'characters that would turn the words around',
    'pages:\n  - page: 1\n    title: "a\\u202Eb\\n"\n',
    ['section pages', '  page a b (1)'],
  ],
  ['an unknown key', 'gests: # who\n  - email: a@b.example\n', ['key gests']],
];

describe('the outline', () => {
  it('shows the whole file', () => {
    assert.deepEqual(outline(shared), whole);
  });

  for (const [name, text, lines] of rows)
    it(`copes with ${name}`, () => {
      assert.deepEqual(outline(head + text), [...headLines, ...lines]);
    });

  it('shows the file of another version by its lines', () => {
    const lines = outline(shared.replace('version: 1', 'version: 2'));
    assert.ok(lines.includes('  guest email: Ana@partner.example'));
  });

  it('shows what a text in brackets holds', () => {
    assert.deepEqual(
      outline(
        '{"version":1,"site":"https://acme.atlassian.net","guests":[{"email":"a@b.example","space":"X"}]}',
      ),
      ['guest a@b.example (X)'],
    );
  });

  it('tells where a name and its entry stand', () => {
    const guests = [...symbolsIn(sourceOf(shared))].find(({ name }) => name === 'guests');
    const [ana] = guests?.children ?? [];
    assert.ok(guests && ana);
    const written = (span: { start: number; end: number }) => shared.slice(span.start, span.end);
    assert.equal(written(guests.selection), 'guests');
    assert.match(written(guests.span), /^guests:[^]*space: LAB \}$/);
    assert.equal(written(ana.selection), 'Ana@partner.example');
    assert.match(written(ana.span), /^- email: Ana[^]*owner: lee@acme\.com$/);
  });
});
