import type { SectionName } from '../../document/cut';
import { sentence, type Sentence } from '../../document/sentence';
import type { Known } from '../known';
import { dateOffers } from './dates';
import type { Form } from './form';
import { below, literal } from './form';

/** An entry with tab stops, in VS Code's snippet syntax. */
export interface Template {
  readonly label: string;
  readonly detail: Sentence;
  readonly section: SectionName;
  /** Its keys with their values; the name of a team or a space is its only one. */
  readonly lines: (known: Known, form: Form) => readonly string[];
}

export const templates: readonly Template[] = [
  {
    label: 'guest',
    detail: sentence('a guest with space, role and last day'),
    section: 'guests',
    lines: (known, form) => [
      'email: ${1:ana@partner.example}',
      `space: ${choice(2, ownedKeys(known, form), 'DOCS')}`,
      'role: ${3|contributor,viewer|}',
      `expires: ${choice(4, days(known), '')}`,
    ],
  },
  {
    label: 'page',
    detail: sentence('a page and who may view it'),
    section: 'pages',
    lines: () => ['page: ${1:123456}', 'title: ${2:Partner API guide}', 'view: [$3]'],
  },
  {
    label: 'team',
    detail: sentence('a name for several guests'),
    section: 'teams',
    lines: ({ document }) => [
      `\${1:${fresh(['reviewers', 'editors', 'team'], document.teams)}}: [$2]`,
    ],
  },
  {
    label: 'space',
    detail: sentence('a space that this file owns'),
    section: 'spaces',
    lines: ({ document }) => [
      `\${1:${fresh(['DOCS', 'LAB', 'SPACE'], document.spaces)}}: { manage: \${2|additive,strict|} }`,
    ],
  },
];

/** A whole file, its lines below each other at a column. */
export function wholeFile(known: Known, column: number): string {
  return [
    'version: 1',
    `site: ${choice(1, known.sites ?? [], 'https://acme.atlassian.net')}`,
    'spaces:',
    '  ${2:DOCS}: { manage: ${3|additive,strict|} }',
    'guests:',
    '  - email: ${4:ana@partner.example}',
    '    space: $2',
    '    role: ${5|contributor,viewer|}',
    `    expires: ${choice(6, days(known), '')}`,
    'pages:',
    '  - page: ${7:123456}',
    '    view: [$4, ${8:group:docs-team}]',
  ].join(below(column, ''));
}

/** Where an entry of the section fits: behind its dash, or on a line of its own below the section's key. */
export function asEntry({ section, lines }: Template, known: Known, form: Form): string {
  const [first = '', ...others] = lines(known, form);
  if (!isList(section)) return first;
  return form.flow ? `{ ${[first, ...others].join(', ')} }` : first + below(form.column, ...others);
}

/** As all that the section holds, on the line of its key or, in block style, on those below. */
export function asValue(template: Template, known: Known, form: Form, ownLine: boolean): string {
  const listed = isList(template.section);
  if (form.flow) {
    const entry = asEntry(template, known, form);
    return listed ? `[${entry}]` : `{ ${entry} }`;
  }
  const column = ownLine ? form.column : form.column + 2;
  const entry = asEntry(template, known, { ...form, column: column + (listed ? 2 : 0) });
  return (ownLine ? '' : below(column, '')) + (listed ? '- ' : '') + entry;
}

function isList(section: Template['section']): boolean {
  return section === 'guests' || section === 'pages';
}

/** More than one chooses from between two tab stops. */
const most = 20;

function ownedKeys({ document }: Known, form: Form): readonly string[] {
  return [...document.spaces.keys()].slice(0, most).map((key) => literal('space', key, form));
}

/** An example that is not in the file yet. */
function fresh(examples: readonly string[], taken: ReadonlyMap<string, unknown>): string {
  return examples.find((example) => !taken.has(example)) ?? '';
}

/** By date, for no words tell which is which; the first stays when nobody chooses, and none is sooner. */
function days({ today }: Known): readonly string[] {
  const dates = dateOffers(today).map(({ search }) => search ?? '');
  const [first = ''] = dates;
  return [...new Set(dates)].filter((date) => date >= first).sort();
}

function choice(stop: number, texts: readonly string[], example: string): string {
  const escaped = texts.map((text) => text.replace(/[\\,|]/g, '\\$&'));
  return texts.length > 0 ? `\${${stop}|${escaped.join(',')}|}` : `\${${stop}:${example}}`;
}
