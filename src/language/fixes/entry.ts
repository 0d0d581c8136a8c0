import { isMap, isScalar } from 'yaml';
import type { Node } from 'yaml';
import type { TextEdit } from '../../document/edit';
import { colonOf, contentOf } from '../../document/edit/field';
import { columnOf, insert, lineEnd, lineStart, remove } from '../../document/edit/layout';
import { quotesOf, requote } from '../../document/edit/quote';
import type { ValueAt } from '../../document/edit/value';
import { rewrite, wordsOf } from '../../document/edit/value';
import type { Field } from '../../document/node';
import { fieldsOf, isNothing, locate, spanOf } from '../../document/node';
import { readPageAddress } from '../../document/pageAddress';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';

export const asList = sentence('Write it as a list');

/** An address or a page alone, where a guest or a page with its keys belongs. */
export function fromName({ text, problem }: Asked, { key, node, item }: ValueAt): readonly Fix[] {
  if (!item) return fromLines(text, key, node);
  const words = wordsOf(node)?.trim() ?? '';
  const name = nameFor(key, words);
  if (name === undefined) return [];
  const write = (flow: boolean): string =>
    `${name}: ${requote(node, name, words, { flow, quotes: quotesOf(text) })}`;
  return [
    fix(
      sentence('Change to `{to}`', { to: write(false) }),
      rewrite(text, problem.span.start, ({ flow }) => (flow ? `{ ${write(true)} }` : write(false))),
      sure,
    ),
  ];
}

/** The same below each other, without dashes. */
function fromLines(text: string, key: string, node: Node): readonly Fix[] {
  const { start, end } = spanOf(node);
  if (!isScalar(node) || node.type !== 'PLAIN' || columnOf(text, start) === undefined) return [];
  const edits: TextEdit[] = [];
  for (const line of text.slice(start, end).matchAll(/\S.*/g)) {
    const name = /\s/.test(line[0].trimEnd()) ? undefined : nameFor(key, line[0].trimEnd());
    if (name === undefined) return [];
    edits.push(insert(start + line.index, `- ${name}: `));
  }
  return [fix(asList, edits, { preferred: true })];
}

function nameFor(key: string, words: string): 'email' | 'page' | undefined {
  if (key === 'guests') return words.includes('@') ? 'email' : undefined;
  return 'id' in readPageAddress(words) ? 'page' : undefined;
}

/** One guest or page behind the key of all, or guests below their addresses. */
export function fromEntry({ text }: Asked, { key, node, item }: ValueAt): readonly Fix[] {
  if (item || !isMap(node)) return [];
  const isEntry =
    (key === 'guests' && locate(node, ['email']).keySpan !== undefined) ||
    (key === 'pages' && locate(node, ['page']).keySpan !== undefined);
  if (isEntry) {
    const { start, end } = contentOf(text, node);
    const edits = node.flow ? [insert(start, '['), insert(end, ']')] : beginItem(text, start, end);
    return [fix(asList, edits, sure)];
  }
  const fields = key === 'guests' && node.flow !== true ? fieldsOf(node) : [];
  const edits = fields.map((field) => beginGuest(text, field));
  return [
    fix(asList, edits.every((some) => some) ? edits.flatMap((some) => some ?? []) : [], sure),
  ];
}

/** A dash before the first of some lines, which it moves to the right. */
function beginItem(text: string, start: number, end: number): readonly TextEdit[] {
  if (columnOf(text, start) === undefined) return [];
  const edits = [insert(start, '- ')];
  for (let line = lineEnd(text, start); line < end; line = lineEnd(text, line + 1)) {
    const next = text.indexOf('\n', line) + 1;
    if (next < end && lineEnd(text, next) > next) edits.push(insert(next, '  '));
    line = next;
  }
  return edits;
}

/** An address above lines which are so far to the right of it as those of an item of a list. */
function beginGuest(text: string, field: Field): readonly TextEdit[] | undefined {
  const { name, keySpan, node } = field;
  const { start, end } = keySpan;
  const colon = colonOf(text, field);
  const isBelow =
    isMap(node) &&
    node.flow !== true &&
    columnOf(text, spanOf(node).start) === start - lineStart(text, start) + 2;
  const isFit = isBelow ? !locate(node, ['email']).keySpan : isEmpty(node);
  if (!name.includes('@') || colon === undefined || !isFit) return undefined;
  return [insert(start, '- email: '), remove(end, colon)];
}

function isEmpty(node: Node | undefined): boolean {
  return !node || (isNothing(node) && spanOf(node).end === spanOf(node).start);
}
