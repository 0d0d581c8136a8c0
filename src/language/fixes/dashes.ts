import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLSeq } from 'yaml';
import type { TextEdit } from '../../document/edit';
import { contentOf } from '../../document/edit/field';
import { columnOf, insert, lineStart, remove } from '../../document/edit/layout';
import { isMarked } from '../../document/edit/piece';
import type { ValueAt } from '../../document/edit/value';
import { wordsOf } from '../../document/edit/value';
import { keyNamed } from '../../document/keys';
import { fieldsOf, isNothing, itemsOf, spanOf } from '../../document/node';
import { ownedSpaceKey } from '../../document/schema';
import { sentence } from '../../document/sentence';
import { lists, mappings } from './collections';
import type { Fix } from './fix';
import { fix, sure } from './fix';

/** A list of spaces or teams, which stand behind their names and not behind dashes. */
export function fromDashes(text: string, { key, keySpan, node }: ValueAt): readonly Fix[] {
  if (!isSeq(node) || isMarked(node)) return [];
  const outer = columnOf(text, keySpan?.start ?? 0) ?? 0;
  const parts = itemsOf(node).map((item) => {
    const end = item && endName(key, item);
    const begin = item && (node.flow ? [] : dropDash(text, node, item, outer));
    return begin && end && [...begin, ...end];
  });
  if (!parts.every((part) => part !== undefined)) return [];
  if (!node.flow) return [fix(sentence('Write it without dashes'), parts.flat(), sure)];
  const [open, close] = changeBrackets(text, node);
  return [fix(sentence('Write it in braces'), [open, ...parts.flat(), close], sure)];
}

/** What makes an item a name with what it holds; `undefined` when nothing simple does. */
function endName(key: string, item: Node): readonly TextEdit[] | undefined {
  if (!isMap(item))
    return key === 'spaces' && isSpaceKey(wordsOf(item))
      ? [insert(spanOf(item).end, ': {}')]
      : undefined;
  const [field, ...others] = fieldsOf(item);
  if (!field || others.length > 0 || item.flow) return undefined;
  if (key === 'teams') return isSeq(field.node) ? [] : undefined;
  if (key !== 'spaces') return isScalar(field.node) ? [] : undefined;
  const words = wordsOf(field.node);
  if (isMap(field.node) || isNothing(field.node) || /^(?:strict|additive)$/.test(words ?? ''))
    return [];
  if (!/^(?:name|key|space)$/.test(field.name) || !isSpaceKey(words) || !field.node)
    return undefined;
  const { start, end } = spanOf(field.node);
  return [remove(field.keySpan.start, start), insert(end, ': {}')];
}

export function isSpaceKey(words: string | undefined): boolean {
  return ownedSpaceKey.safeParse(words).success;
}

/** Puts a space behind each dash of lines that all begin with one, which YAML takes for one text. */
export function gluedDashes(text: string, { node, key }: ValueAt): readonly Fix[] | undefined {
  const { start, end } = contentOf(text, node);
  const holdsMore = !keyNamed(key) || [...lists, ...mappings].includes(key);
  if (!holdsMore || columnOf(text, start) === undefined) return undefined;
  const dashes = [...text.slice(start, end).matchAll(/^[ \t]*(?:-(?=[\p{L}\p{N}_~.])|(?=\S))/gmu)];
  if (!dashes.every(([written]) => written.endsWith('-'))) return undefined;
  const edits = dashes.map(({ index, 0: { length } }) => insert(start + index + length, ' '));
  return [fix(sentence('Put a space behind the dash'), edits, sure)];
}

/** Names stand further to the right than the key above them. */
function dropDash(
  text: string,
  { range }: YAMLSeq,
  item: Node,
  outer: number,
): readonly TextEdit[] | undefined {
  const { start } = spanOf(item);
  const column = columnOf(text, range?.[0] ?? 0);
  const line = lineStart(text, start);
  if (column === undefined || !/^ *- +$/.test(text.slice(line, start))) return undefined;
  return [{ span: { start: line + column, end: start }, text: column > outer ? '' : '  ' }];
}

function changeBrackets(text: string, { range }: YAMLSeq): readonly [TextEdit, TextEdit] {
  const [start = 0, end = 0] = range ?? [];
  const open = /\s/.test(text[start + 1] ?? '') ? '{' : '{ ';
  const close = /\s/.test(text[end - 2] ?? '') ? '}' : ' }';
  return [
    { span: { start, end: start + 1 }, text: open },
    { span: { start: end - 1, end }, text: close },
  ];
}
