import { isMap } from 'yaml';
import { resolveAliases } from './aliases';
import { duplicateKeys } from './duplicates';
import type { Problem, Span } from './model';
import type { Field } from './node';
import { fieldsOf, isNothing, spanOf } from './node';
import { firstLine, problem } from './problem';
import type { Entries } from './recall';
import { sentence } from './sentence';
import { readTree } from './tree';

/** The form of a file, before it is asked what its values mean. */
export interface Outline {
  /** The file's keys; `undefined` when nothing in it can be used. */
  readonly fields: readonly Field[] | undefined;
  /** Of the sections that were read piece by piece; those of the others are in `fields`. */
  readonly entries: Entries;
  /** Where to speak of what is missing. */
  readonly beginning: Span;
  /** Without syntax errors; with them, more may be written than was read. */
  readonly whole: boolean;
  readonly syntax: readonly Problem[];
  readonly duplicates: readonly Problem[];
}

/** Reads the text in one go, however it is laid out. */
export function readWhole(text: string): Outline {
  const { root, problems } = readTree(text);
  const whole = isWhole(problems);
  const beginning = root ? spanOf(root) : { start: 0, end: 0 };
  const outline = { entries: {}, whole, duplicates: [] };
  if (!root || !isMap(root)) {
    const formless = root && !isNothing(root) ? notAMapping(text, beginning) : nothing;
    const syntax = whole ? [...problems, formless] : problems;
    return { ...outline, fields: undefined, beginning, syntax };
  }
  const aliases = resolveAliases(root);
  const syntax = [...problems, ...aliases.problems];
  if (!aliases.safe) return { ...outline, fields: undefined, beginning, syntax };
  const fields = fieldsOf(root);
  return {
    ...outline,
    fields,
    beginning: fields[0]?.keySpan ?? beginning,
    syntax,
    duplicates: [...duplicateKeys(root)],
  };
}

export function isWhole(problems: readonly Problem[]): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}

const nothing = problem(
  'missingKey',
  { start: 0, end: 0 },
  sentence(
    'This file is empty: begin with the lines `version: 1` and `site: https://acme.atlassian.net`.',
  ),
);

function notAMapping(text: string, span: Span): Problem {
  return problem(
    'notAMapping',
    firstLine(text, span),
    sentence(
      'This is no list of guests: begin with the lines `version: 1` and `site: https://acme.atlassian.net`.',
    ),
  );
}
