import type { Random } from './random';

/** What is typed in one go, a character after the other. */
const typed = [
  '\n  - email: eve@partner.example\n    space: DOCS',
  '\n  - { email: eve@partner.example, space: DOCS }',
  '\npages:\n  - page: 5\n    view: [team:writers]',
  '\nteams:\n  writers: [ana@partner.example]',
  'expirse: 2027-02-03',
  ' # why',
  '"a: b"',
  'site: https://acme.atlassian.net',
];

/** What is pasted, and the single keys that matter to YAML. */
const pasted = [
  ...Array.from(' \n\t-:?,[]{}#&*!|>\'"%@`~x1'),
  '\n',
  '\r\n',
  '\r',
  '  ',
  '    ',
  '- ',
  ': ',
  '\n- ',
  '\n  ',
  '---\n',
  '...\n',
  '&a ',
  '*a',
  '!x ',
  '? ',
  '|\n',
  '"""',
  '\u0007',
  '\uFEFF',
  '\uD800',
  '  - email: new@partner.example\n    space: LAB\n',
  '  - page: 99\n    edit: [ana@partner.example, group:x]\n',
  'guests:\n',
  'guests: []\n',
  '  reviewers: [ben@agency.example]\n',
];

/** What one sign is overwritten with. */
const written = Array.from('x1 -:[#"\n');

/** The states of a text while somebody makes one change of it. */
export function edit(random: Random, text: string): readonly string[] {
  const at = random.below(text.length + 1);
  switch (random.below(10)) {
    case 0:
      return typing(text, random.chance(50) ? endOfLine(text, at) : at, random.oneOf(typed));
    case 1:
    case 2:
      return [insert(text, at, random.oneOf(pasted))];
    case 3:
      return [text.slice(0, at) + text.slice(at + 1)];
    case 4:
      return [text.slice(0, at) + text.slice(at + random.below(40))];
    case 5:
      return [changeLines(random, text)];
    case 6:
      return [insert(text, startOfLine(text, at), random.oneOf(pasted))];
    case 7:
      return [overwrite(text, at, random.oneOf(written))];
    case 8:
      return [overwrite(text, Math.max(0, endOfLine(text, at) - 1), random.oneOf(written))];
    default:
      return [insert(insert(text, at, 'x'), random.below(at + 1), random.oneOf(pasted))];
  }
}

function typing(text: string, at: number, added: string): readonly string[] {
  return Array.from(added, (_, index) => insert(text, at, added.slice(0, index + 1)));
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

function overwrite(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at + 1);
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Moves, repeats, drops or indents whole lines. */
function changeLines(random: Random, text: string): string {
  const lines = text.split('\n');
  const from = random.below(lines.length);
  const taken = lines.slice(from, from + 1 + random.below(3));
  const change = random.below(4);
  if (change < 2) lines.splice(from, taken.length);
  if (change === 0 || change === 2) lines.splice(random.below(lines.length + 1), 0, ...taken);
  if (change === 3) {
    const [first = ''] = taken;
    lines[from] = random.chance(50) ? ` ${first}` : first.replace(/^ /, '');
  }
  return lines.join('\n');
}
