import type { YAMLError } from 'yaml';
import type { Problem } from './model';
import { problem } from './problem';
import type { Sentence } from './sentence';
import { sentence } from './sentence';

export const tabIndent = sentence('This line is indented with a tab: use spaces.');

/** What yaml found, in words for somebody who does not know YAML. */
export function explainSyntax(error: YAMLError): Problem {
  const [start, end] = error.pos;
  return problem('syntax', { start, end }, explain(error), {
    severity: error.name === 'YAMLWarning' ? 'warning' : 'error',
  });
}

function explain(error: YAMLError): Sentence {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabIndent;
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? sentence('A bracket is still open here: close it with `]` or `}`, or indent this line.')
        : sentence('This line does not line up: indent it like the other lines of its entry.');
    case 'MISSING_CHAR':
      return explainMissing(error.message);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return sentence(
        'There are two `name: value` pairs in one place: put text with a colon in quotes, or begin a new line at the right indent.',
      );
    case 'MULTILINE_IMPLICIT_KEY':
      return sentence('A line here has no `: ` after its name: write `name: value`.');
    case 'KEY_OVER_1024_CHARS':
      return sentence('This name is too long: is a line break missing?');
    case 'BAD_SCALAR_START':
      return sentence('Text cannot begin with this character: put the text in quotes.');
    case 'BAD_DQ_ESCAPE':
      return sentence(
        'A backslash has a special meaning between double quotes: use single quotes instead.',
      );
    case 'DUPLICATE_KEY':
      return sentence('This name is written twice: keep one.');
    case 'UNEXPECTED_TOKEN':
    case 'BLOCK_IN_FLOW':
      return sentence(
        'This does not belong here: look for a stray character, a missing quote or a wrong indent.',
      );
    case 'NON_STRING_KEY':
      return sentence('A list cannot stand in the place of a name: write `name: value`.');
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return sentence('Text that begins with `&` or `*` must be in quotes.');
    case 'BAD_DIRECTIVE':
      return sentence('A line cannot begin with `%` here: delete it.');
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return sentence('Text that begins with `!` must be in quotes.');
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_DOCS':
    case 'RESOURCE_EXHAUSTION':
    case 'IMPOSSIBLE':
      return sentence('This cannot be read as YAML: {message}.', { message: error.message });
  }
}

function explainMissing(message: string): Sentence {
  if (message.startsWith('Missing closing'))
    return sentence('A quote is still open here: close it where the text ends.');
  if (message.startsWith('Flow'))
    return sentence('A bracket is still open here: close it with `]` or `}`.');
  if (message.startsWith('Implicit map key'))
    return sentence('A `: ` and a value are missing after this name: write `name: value`.');
  if (message.startsWith('Sequence item'))
    return sentence('This line does not line up: indent it like the other lines of its entry.');
  return sentence('This cannot be read as YAML: {message}.', { message });
}
