import type { Node } from 'yaml';
import { isCollection, isScalar } from 'yaml';
import { lineStart } from '../document/edit/layout';
import type { Span } from '../document/model';
import { fieldsOf, isNothing, itemsOf, spanOf } from '../document/node';
import { onceEach } from '../document/once';
import { readTree } from '../document/tree';
import { layOut, stretchAround } from './layout';
import { lineAt } from './line';
import { unquoted } from './mention';

/** UTF-16 code units of an entry or a section that are read for one answer. */
const maxRead = 32_768;

/**
 * What a growing selection takes in, one after the other, for each of some offsets: a word, the value,
 * the field, the entry, the section and the file.
 */
export function selectionsAt(
  text: string,
  offsets: readonly number[],
): readonly (readonly Span[])[] {
  const sections = layOut(text);
  const whole = { start: 0, end: text.length };
  const rootOf = onceEach((part: Span) => readPart(text, part));
  return offsets.map((offset) => {
    const cursor = { start: offset, end: offset };
    const section = sections.findLast(({ span }) => isWithin(cursor, span));
    const entry = stretchAround(section?.entries ?? [], cursor);
    const parts = [entry, section?.span, whole].filter((span) => span !== undefined);
    const line = lineAt(text, offset);
    const inner =
      text[line.first] === '#'
        ? [{ start: line.first, end: line.end }]
        : spansBelow(text, rootOf(parts[0] ?? whole), cursor);
    return growing(cursor, [wordAt(text, offset), ...inner, ...parts]);
  });
}

/** The cursor alone in an empty text, else those of the spans around it of which each holds the one before. */
function growing(cursor: Span, spans: readonly Span[]): readonly Span[] {
  const grown: Span[] = [];
  const around = spans.filter((span) => isWithin(cursor, span) && span.start < span.end);
  for (const span of around.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = grown.at(-1);
    const isSame = last?.start === span.start && last.end === span.end;
    if (!isSame && isWithin(last ?? cursor, span)) grown.push(span);
  }
  return grown.length > 0 ? grown : [cursor];
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function readPart(text: string, part: Span): Node | undefined {
  const start = lineStart(text, part.start);
  return part.end - start > maxRead ? undefined : readTree(text.slice(start, part.end), start).root;
}

const word = /[\p{L}\p{N}_]*/uy;

function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 64), offset));
  word.lastIndex = offset;
  // Asked between the two halves of a sign, it begins with the first.
  const after = word.exec(text);
  const end = after ? after.index + after[0].length : offset;
  return { start: offset - (before?.[0].length ?? 0), end };
}

/** What begins a principal in a list. */
const principal = /^(?:team|group|user):\s*/;

/** A node and, of what is below it, all that the cursor stands in. */
function* spansBelow(text: string, node: Node | undefined, cursor: Span): Iterable<Span> {
  if (!node) return;
  const span = trim(text, spanOf(node));
  yield span;
  if (isScalar(node)) {
    const inner = unquoted(text, span);
    yield inner;
    const prefix = principal.exec(text.slice(inner.start, inner.end))?.[0].length ?? 0;
    yield { start: inner.start + prefix, end: inner.end };
  }
  if (isCollection(node) && node.flow)
    yield trim(text, { start: span.start + 1, end: span.end - 1 });
  for (const { keySpan, node: value } of fieldsOf(node)) {
    const end = value && !isNothing(value) ? spanOf(value).end : keySpan.end;
    const field = { start: keySpan.start, end };
    if (!isWithin(cursor, field)) continue;
    yield keySpan;
    yield field;
    yield* spansBelow(text, value, cursor);
  }
  for (const item of itemsOf(node))
    if (item && isWithin(cursor, spanOf(item))) yield* spansBelow(text, item, cursor);
}

function trim(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const inner = written.trim();
  if (inner === '') return { start, end };
  const from = start + written.indexOf(inner);
  return { start: from, end: from + inner.length };
}
