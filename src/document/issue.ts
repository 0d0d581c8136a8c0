import type { Node } from 'yaml';
import { isMap } from 'yaml';
import type * as z from 'zod/mini';
import { keyNamed } from './keys';
import type { Problem, ProblemCode, Span } from './model';
import { fieldsOf, isNothing, locate, spanOf } from './node';
import { excerpt, firstLine, problem } from './problem';
import type { Sentence } from './sentence';
import { sentence } from './sentence';
import type { Slot } from './slot';
import { missingKey } from './unknown';

type Issue = z.core.$ZodIssue;

/** What an issue is about. */
interface Found {
  readonly key: string;
  readonly example: string;
  /** The value as it is written, shortened. */
  readonly value: string;
  readonly span: Span;
}

/** What the schema found wrong, in our own code, place and words. */
export function explainIssue(issue: Issue, slot: Slot, text: string): Problem {
  const at = locate(slot.node, issue.path);
  const found = describe(issue, at, slot, text);
  if (isMissing(issue, slot)) return missingKey(found.key, found.span);
  const inList = issue.path.length === 0 ? !slot.keySpan : typeof issue.path.at(-1) === 'number';
  if (isNothing(at.node))
    return problem('wrongType', found.span, explainNothing(issue, inList, found));
  const [list, index] = issue.path;
  if ((list === 'view' || list === 'edit') && index !== undefined && isMap(at.node))
    return explainSpace(found);
  const code = codeOf(issue);
  return problem(code, found.span, explain(code, issue, found));
}

function describe({ path }: Issue, at: ReturnType<typeof locate>, slot: Slot, text: string): Found {
  const name = path.findLast((step) => typeof step === 'string');
  const span =
    placeOf(at.node) ??
    at.keySpan ??
    dashBefore(text, at.node) ??
    placeOf(slot.node) ??
    slot.keySpan;
  const empty = slot.node ? spanOf(slot.node) : { start: 0, end: 0 };
  return {
    key: excerpt(name ?? slot.name),
    example: (name === undefined ? undefined : keyNamed(name)?.example) ?? slot.example,
    value: excerpt(at.node ? writtenAt(text, at.node) : ''),
    span: firstLine(text, span ?? empty),
  };
}

function writtenAt(text: string, node: Node): string {
  const { start, end } = firstLine(text, spanOf(node));
  return text.slice(start, end);
}

/** The node's own text; a value that is left empty has none. */
function placeOf(node: Node | undefined): Span | undefined {
  const span = node ? spanOf(node) : undefined;
  return span && span.end > span.start ? span : undefined;
}

/** The dash of an item that is left empty. */
function dashBefore(text: string, node: Node | undefined): Span | undefined {
  if (!node) return undefined;
  let end = spanOf(node).start;
  while (/[ \t]/.test(text[end - 1] ?? '')) end -= 1;
  return text[end - 1] === '-' ? { start: end - 1, end } : undefined;
}

function isMissing({ path }: Issue, { node }: Slot): boolean {
  const key = path.at(-1);
  if (typeof key !== 'string') return false;
  const parent = locate(node, path.slice(0, -1));
  return !fieldsOf(parent.node).some(({ name }) => name === key);
}

function explainNothing(issue: Issue, inList: boolean, { key, example }: Found): Sentence {
  if (inList)
    return sentence('There is nothing behind this dash or comma: write it like `{example}`.', {
      example,
    });
  return issue.code === 'invalid_type' && issue.expected === 'array'
    ? emptyList(key)
    : sentence('`{key}` has no value: write one, such as `{example}`.', { key, example });
}

/** What to do about a list without a value; those of people say what an empty one would mean. */
export function emptyList(key: string): Sentence {
  return key === 'pages' || key === 'internalDomains'
    ? sentence('`{key}` has no value: write `{key}: []` for none, or leave `{key}` out.', { key })
    : sentence('`{key}` has no value: write `{key}: []` for nobody, or leave `{key}` out.', {
        key,
      });
}

/** `[team: reviewers]` and `[email: ana@partner.example]` are mappings to YAML. */
function explainSpace({ span }: Found): Problem {
  return problem(
    'invalidPrincipal',
    span,
    sentence(
      'Write a name such as `team:reviewers` without a space behind its colon, and an address alone.',
    ),
  );
}

function codeOf(issue: Issue): ProblemCode {
  switch (issue.code) {
    case 'invalid_type':
      return 'wrongType';
    case 'invalid_union':
      return issue.errors.every(([first]) => first?.code === 'invalid_type')
        ? 'wrongType'
        : 'invalidValue';
    case 'invalid_format':
      return codeOfFormat(issue.format);
    case 'unrecognized_keys':
      return 'unknownKey';
    case 'invalid_value':
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'invalidValue';
  }
}

function codeOfFormat(format: string): ProblemCode {
  if (format === 'email') return 'invalidEmail';
  if (format === 'date') return 'invalidDate';
  return 'invalidValue';
}

function explain(code: ProblemCode, issue: Issue, { key, example, value }: Found): Sentence {
  if (code === 'invalidEmail')
    return sentence('`{value}` is no email address: write it like `ana@partner.example`.', {
      value,
    });
  if (code === 'invalidDate')
    return sentence(
      '`{value}` is no day of the calendar: write the last day of access like `2027-03-31`.',
      { value },
    );
  if (issue.code === 'invalid_value')
    return sentence('`{value}` does not fit `{key}`: write {choices}.', {
      value,
      key,
      choices: issue.values.map((choice) => `\`${String(choice)}\``).join(' or '),
    });
  return sentence('`{value}` does not fit `{key}`: write it like `{example}`.', {
    value,
    key,
    example,
  });
}
