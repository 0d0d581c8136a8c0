import { sample } from '../support/samples';
import type { Random } from './random';

const emails = ['ana@partner.example', 'Cho@client.example', 'ben@agency.example', 'lee@acme.com'];
const spaceKeys = ['DOCS', 'LAB', '2024', '~lee', 'HR'];
const principals = [...emails, 'team:reviewers', 'team:writers', 'group:docs team', 'user:712:a'];
const comments = ['# who', '#', "# it's [here", '# - email: x', '# pages:'];
const texts = [
  'Ana',
  '"Ana: Díaz"',
  "'it''s'",
  'x # y',
  '|\n        - a\n\n        # b',
  '>-\n      z',
];

/** A file as somebody might lay it out: comments, flow and block entries, odd indents, rarely anchors. */
export function randomFile(random: Random): string {
  if (random.chance(10)) return finish(random, sample);
  const parts = [
    () => 'version: 1',
    () => `site: https://acme.atlassian.net${random.chance(20) ? '/' : ''}`,
    () => (random.chance(50) ? 'internalDomains: [acme.com]' : 'internalDomains:\n- acme.com'),
    () => 'limits:\n  removals: 25%\n  spacesPerGuest: 2',
    () =>
      mapping(random, 'spaces', spaceKeys, () => random.oneOf(['{ manage: strict }', '', '{}'])),
    () => mapping(random, 'teams', ['reviewers', 'writers', '"a b"'], () => list(random, emails)),
    () => sequence(random, 'guests', () => guest(random)),
    () => sequence(random, 'pages', () => page(random)),
  ];
  const lines = parts.flatMap((part) => (random.chance(90) ? [comment(random), part()] : []));
  return finish(random, `${lines.filter((line) => line !== '').join('\n')}\n`);
}

function finish(random: Random, text: string): string {
  const ended = random.chance(20) ? text.replaceAll('\n', '\r\n') : text;
  return (random.chance(10) ? '\uFEFF' : '') + (random.chance(10) ? ended.trimEnd() : ended);
}

function comment(random: Random): string {
  return random.chance(20) ? ' '.repeat(random.below(5)) + random.oneOf(comments) : '';
}

function list(random: Random, items: readonly string[]): string {
  const chosen = Array.from({ length: random.below(4) }, () => random.oneOf(items));
  return `[${chosen.join(', ')}]`;
}

function mapping(
  random: Random,
  key: string,
  names: readonly string[],
  value: () => string,
): string {
  const chosen = names.filter(() => random.chance(60)).map((name) => `${name}: ${value()}`);
  if (random.chance(20)) return `${key}: { ${chosen.join(', ')} }`;
  const indent = ' '.repeat(random.oneOf([1, 2, 2, 2, 4]));
  return [`${key}:`, ...chosen.map((line) => indent + line)].join('\n');
}

function sequence(
  random: Random,
  key: string,
  entry: () => readonly (readonly [string, string])[],
): string {
  const indent = ' '.repeat(random.oneOf([0, 2, 2, 2, 3]));
  const lines = [`${key}:${random.chance(10) ? ' # all' : ''}`];
  for (let count = random.below(6); count > 0; count -= 1) {
    const fields = entry().map(([name, value]) => `${name}: ${value}`);
    const above = comment(random);
    if (above !== '') lines.push(above);
    if (random.chance(25)) lines.push(`${indent}- { ${fields.join(', ')} }`);
    else if (random.chance(5))
      lines.push(`${indent}- {`, ...fields.map((one) => `${indent}  ${one},`), `${indent}}`);
    else lines.push(`${indent}- ${fields.join(`\n${indent}  `)}`);
    if (random.chance(10)) lines.push('');
  }
  return lines.join('\n');
}

function guest(random: Random): readonly (readonly [string, string])[] {
  const anchor = random.chance(2) ? random.oneOf(['&a ', '*a ']) : '';
  const fields: (readonly [string, string])[] = [
    ['email', random.oneOf(emails)],
    ['space', anchor + random.oneOf(spaceKeys)],
  ];
  if (random.chance(50)) fields.push(['role', random.oneOf(['viewer', 'contributor', 'Editor'])]);
  if (random.chance(30)) fields.push(['access', random.oneOf(['revoked', 'granted', 'no'])]);
  if (random.chance(30)) fields.push(['expires', random.oneOf(['2027-01-05', '2026-12-01', 'x'])]);
  if (random.chance(30)) fields.push(['reason', random.oneOf(texts)]);
  if (random.chance(5)) fields.push(['name', ''], ['name', 'twice']);
  return fields;
}

function page(random: Random): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [
    [
      'page',
      random.oneOf([
        '123',
        '124',
        '007',
        'https://acme.atlassian.net/wiki/spaces/DOCS/pages/12',
        'https://else.example/wiki/spaces/DOCS/pages/12',
      ]),
    ],
  ];
  if (random.chance(70)) fields.push(['view', list(random, principals)]);
  if (random.chance(40)) fields.push(['edit', list(random, principals)]);
  if (random.chance(20)) fields.push(['title', random.oneOf(texts)]);
  return fields;
}
