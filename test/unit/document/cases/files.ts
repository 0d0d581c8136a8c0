import type { Case } from '../../../support/problems';
import { head } from '../../../support/samples';

/** Whole files. */
export const files: readonly Case[] = [
  ['nothing', '', 'missingKey@'],
  ['a comment', '# guests\n', 'missingKey@'],
  ['a word', 'guests', 'notAMapping@guests'],
  ['a list', '- a\n- b', 'notAMapping@- a'],
  ['no version', 'site: https://acme.atlassian.net', 'missingKey@site'],
  ['no site', 'version: 1', 'missingKey@version'],
  ['version 2', 'version: 2\nnew: [', 'unsupportedVersion@2', 'syntax@'],
  ['a version in quotes', 'version: "1"\nsite: https://acme.atlassian.net', 'invalidValue@"1"'],
  [
    'a tab',
    'version: 1\nlimits:\n\tremovals: 1\nsite: https://acme.atlassian.net',
    'wrongType@limits',
    'syntax@\t',
    'unknownKey@removals',
  ],
  ['two documents', 'version: 1\nsite: https://acme.atlassian.net\n---\na: 1', 'syntax@---'],
  ['a control character', 'version: 1\u0007', 'syntax@\u0007'],
  ['an alias of nothing', `${head}guests: *all`, 'syntax@*all'],
  ['an alias of itself', `${head}guests: &all [*all]`, 'syntax@*all'],
  ['a tag', `${head}organization: !id acme`, 'syntax@!id'],
  ['too deep', '['.repeat(200), 'tooDeep@['],
  [
    'two changes that Git could not join',
    `${head}guests:\n<<<<<<< HEAD\n  - a\n=======\n  - b\n>>>>>>> other\n`,
    'syntax@<<<<<<<',
  ],
  ['text that begins like them', `${head}organization: a # <<<<<<<\n# =======\n# >>>>>>>\n`],
  [
    'indented with tabs, which YAML takes for depth',
    `${head}guests:\n${'\t- email: a@b.example\n\t  space: DOCS\n'.repeat(150)}`,
    'syntax@\t',
  ],
  ['too large', ' '.repeat(4 * 1024 * 1024 + 1), 'tooLarge@'],
  ['too many parts', 'a\n: \n'.repeat(400_000), 'tooLarge@\n'],
  ['ten to the tenth', laughs(10), 'tooManyAliases@*l4'],
];

/** Each line repeats the line before ten times. */
function laughs(lines: number): string {
  const repeat = (line: number) =>
    `l${line + 1}: &l${line + 1} [${Array(10).fill(`*l${line}`).join(', ')}]\n`;
  return `l0: &l0 ha\n${Array.from({ length: lines }, (_, line) => repeat(line)).join('')}`;
}
