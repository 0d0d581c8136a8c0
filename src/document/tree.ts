import { Composer, Lexer, Parser, Schema } from 'yaml';
import type { CST, Document, ParsedNode } from 'yaml';
import { conflictIn } from './conflict';
import type { Problem, Span } from './model';
import { problem } from './problem';
import { sentence } from './sentence';
import { explainSyntax, tabIndent } from './syntax';

/** UTF-16 code units. */
export const maxLength = 4 * 1024 * 1024;
/** Collections inside collections. yaml composes recursively, so this also protects the stack. */
const maxDepth = 100;
/** Twice a file of 5,000 guests and 2,000 pages, and what yaml reads in about two seconds. */
export const maxLexemes = 750_000;
/** Code units of one quoted value. A longer one is an open quote, and slow to read. */
const maxQuoted = 65_536;
export const maxSyntaxProblems = 100;

/** One for all trees, for a file is read in thousands of pieces. */
const schema = new Schema({ schema: 'core', merge: false, resolveKnownTags: false });

export interface Tree {
  /** `undefined` when the text was not read at all or holds nothing. */
  readonly root: ParsedNode | undefined;
  readonly problems: readonly Problem[];
  /** How many lexemes were read. */
  readonly size: number;
  /** Whether it may mean something else among other text, for it repeats, is repeated or was not read. */
  readonly bound: boolean;
}

/**
 * The YAML nodes of the text, read in bounded time and depth whatever the text is. Their places are
 * counted as if the text began at `offset`.
 */
export function readTree(text: string, offset = 0): Tree {
  const refused = refuse(text);
  if (refused) return unread(refused);
  const read = readTokens(text, offset);
  if ('code' in read) return unread(read);
  const { tokens, size, named } = read;
  const [document, next] = compose(tokens, offset + text.length);
  const problems = [...document.errors, ...document.warnings]
    .slice(0, maxSyntaxProblems)
    .map(explainSyntax);
  if (next) problems.push(secondDocument(next));
  const bound = named || next !== undefined;
  return { root: document.contents ?? undefined, problems, size, bound };
}

function unread(refused: Problem): Tree {
  return { root: undefined, problems: [refused], size: 0, bound: true };
}

function refuse(text: string): Problem | undefined {
  if (text.length > maxLength)
    return problem(
      'tooLarge',
      { start: 0, end: 0 },
      sentence('This file is larger than 4 MB: split it into several files.'),
    );
  const control = /(?![\t\n\r\u0085])\p{Cc}/u.exec(text);
  if (!control) return conflictIn(text);
  return problem(
    'syntax',
    { start: control.index, end: control.index + 1 },
    sentence('There is an invisible control character here: delete it.'),
  );
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly size: number;
  /** Whether there are anchors or aliases. */
  readonly named: boolean;
}

/** yaml's tokens, or the one problem that keeps the text from being read. */
function readTokens(text: string, offset: number): Tokens | Problem {
  const parser = new Parser();
  parser.offset = offset;
  const tokens: CST.Token[] = [];
  let size = 0;
  let named = false;
  for (const lexeme of new Lexer().lex(text)) {
    const here = { start: parser.offset, end: parser.offset + lexeme.length };
    size += 1;
    named ||= /^[&*]/.test(lexeme);
    if (size > maxLexemes)
      return problem(
        'tooLarge',
        here,
        sentence('This file has too many parts to be read: split it into several files.'),
      );
    if (lexeme.length > maxQuoted && /^["']/.test(lexeme)) return openQuote(here);
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxDepth) return tabIn(text, offset) ?? tooDeep(here);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, size, named };
}

function openQuote({ start }: Span): Problem {
  return problem(
    'syntax',
    { start, end: start + 1 },
    sentence('The text that begins here is too long: is its closing quote missing?'),
  );
}

function tooDeep(here: Span): Problem {
  return problem(
    'tooDeep',
    here,
    sentence('This is nested too deeply: a file of guests needs four levels at most.'),
  );
}

/** To YAML, lines that are indented with tabs may be nested in those above them. */
function tabIn(text: string, offset: number): Problem | undefined {
  const tabs = /^( *)\t[ \t]*(?=[^\s#])/m.exec(text);
  if (!tabs) return undefined;
  const [{ length }, { length: before } = ''] = tabs;
  const start = offset + tabs.index;
  return problem('syntax', { start: start + before, end: start + length }, tabIndent);
}

/** At most two documents: the file and, if there is one, the first that does not belong there. */
function compose(
  tokens: readonly CST.Token[],
  length: number,
): readonly [Document.Parsed, Document.Parsed | undefined] {
  const composer = new Composer({ uniqueKeys: false, stringKeys: true, schema });
  const { stackTraceLimit } = Error;
  // Every YAML error is an Error with a stack that nobody reads; a million of them takes ten seconds.
  Error.stackTraceLimit = 0;
  try {
    const documents = composer.compose(tokens, true, length);
    const first = documents.next().value as Document.Parsed;
    const second = documents.next();
    return [first, second.done ? undefined : second.value];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function secondDocument({ range: [start] }: Document.Parsed): Problem {
  return problem(
    'syntax',
    { start, end: start + 3 },
    sentence('A second document begins here: keep one in this file, without a line of `---`.'),
  );
}
