import type { Node } from 'yaml';
import { isWithin } from '../document/around';
import { lineStart } from '../document/edit/layout';
import type { ProblemCode, Span } from '../document/model';
import { fieldsOf } from '../document/node';
import { onceEach } from '../document/once';
import { readTree } from '../document/tree';
import type { Section } from './layout';
import { layOut, stretchAround } from './layout';
import type { Mention } from './mention';
import { keyOf, nameSpan } from './mention';
import type { Source } from './source';
import { mentionsBelow } from './unread';
import { mentionsIn } from './written';

/** Everything that a file names. */
export interface Names {
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
  /** Whether nothing that is named can have been missed. */
  readonly complete: boolean;
}

/** UTF-16 code units of entries with errors that are read for one answer, which takes some milliseconds. */
const maxUnread = 32_768;

/** With these, lines of the file may mean something else than they seem to. */
const hiding: ReadonlySet<ProblemCode> = new Set([
  'syntax',
  'tooLarge',
  'tooDeep',
  'tooManyAliases',
  'notAMapping',
  'unsupportedVersion',
  'duplicateKey',
]);

/** Worked out once for each reading of the file, like the names in them. */
export const sectionsIn = onceEach(({ text }: Source): readonly Section[] => layOut(text));

export const namesIn = onceEach((source: Source): Names => {
  const { text, document, problems } = source;
  const mentions = [...mentionsIn(document)];
  let left = maxUnread;
  for (const { span, section } of unreadParts(source, mentions)) {
    left -= span.end - span.start;
    if (left < 0) break;
    const { root } = readTree(text.slice(span.start, span.end), span.start);
    if (root) for (const one of inPart(section, root)) mentions.push(one);
  }
  const isHidden = problems.some(({ code, severity }) => severity === 'error' && hiding.has(code));
  return { mentions: inOrder(mentions), complete: left >= 0 && !isHidden };
});

interface Part {
  readonly span: Span;
  /** Of whose entries it is one; `undefined` for a part with keys of the file. */
  readonly section: string | undefined;
}

/** The parts that have errors, so that the document may lack what they name. */
function* unreadParts(source: Source, mentions: readonly Mention[]): Iterable<Part> {
  const { text, problems } = source;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const sections = sectionsIn(source);
  if (sections.length === 0) yield { span: { start: 0, end: text.length }, section: undefined };
  const definitions = mentions.filter(({ isDefinition }) => isDefinition);
  for (const { name, span, entries } of sections) {
    const hasError = errors.some((one) => one.span.end >= span.start && one.span.start <= span.end);
    if (!hasError) continue;
    if (entries.length === 0) yield { span, section: undefined };
    const read = new Set(definitions.map((one) => stretchAround(entries, one.span)));
    for (const entry of entries) {
      const start = lineStart(text, entry.start);
      if (!read.has(entry)) yield { span: { start, end: entry.end }, section: name };
    }
  }
}

function inPart(section: string | undefined, root: Node): readonly Mention[] {
  if (section !== undefined) return mentionsBelow(section, root);
  return fieldsOf(root).flatMap(({ name, node }) => mentionsBelow(name, node));
}

/** Each place once, for what is repeated by an alias is written once. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.every((one, index) => isBehind(one, mentions[index - 1]))) return mentions;
  const sorted = [...mentions].sort(
    (a, b) => a.span.start - b.span.start || Number(b.isDefinition) - Number(a.isDefinition),
  );
  return sorted.filter(
    (one, index) => !isSamePlace(one, sorted[index - 1]) && !isSamePlace(one, sorted[index - 2]),
  );
}

function isBehind({ span }: Mention, other: Mention | undefined): boolean {
  return other === undefined || span.start > other.span.start;
}

function isSamePlace({ kind, span }: Mention, other: Mention | undefined): boolean {
  return other?.kind === kind && other.span.start === span.start;
}

/** What is named at an offset. */
export function mentionAt(source: Source, offset: number): Mention | undefined {
  const around = namesIn(source).mentions.filter(({ span }) => isWithin(span, offset));
  return around.find((one) => isWithin(nameSpan(source.text, one), offset)) ?? around[0];
}

/** All places that name the same thing, of a kind and a name. */
export function mentionsOf(
  source: Source,
  { kind, name }: Pick<Mention, 'kind' | 'name'>,
): readonly Mention[] {
  const key = keyOf(kind, name);
  return namesIn(source).mentions.filter(
    (one) => one.kind === kind && keyOf(kind, one.name) === key,
  );
}
