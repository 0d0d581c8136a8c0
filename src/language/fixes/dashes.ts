import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLSeq } from 'yaml';
import type { TextEdit } from '../../document/edit';
import { columnOf, insert, lineStart } from '../../document/edit/layout';
import { isMarked } from '../../document/edit/piece';
import type { ValueAt } from '../../document/edit/value';
import { wordsOf } from '../../document/edit/value';
import { itemsOf, spanOf } from '../../document/node';
import { sentence } from '../../document/sentence';
import type { Fix } from './fix';
import { fix, sure } from './fix';

/** A list of spaces or teams, which stand behind their names and not behind dashes. */
export function fromDashes(text: string, { key, keySpan, node }: ValueAt): readonly Fix[] {
  if (!isSeq(node) || isMarked(node)) return [];
  const outer = columnOf(text, keySpan?.start ?? 0) ?? 0;
  const parts = itemsOf(node).map((item) => {
    const end = item && endName(text, key, item);
    const begin = item && (node.flow ? [] : dropDash(text, node, item, outer));
    return begin && end && [...begin, ...end];
  });
  if (!parts.every((part) => part !== undefined)) return [];
  if (!node.flow) return [fix(sentence('Write it without dashes'), parts.flat(), sure)];
  const [open, close] = changeBrackets(text, node);
  return [fix(sentence('Write it in braces'), [open, ...parts.flat(), close], sure)];
}

/** What makes an item a name with something behind it; `undefined` when nothing simple does. */
function endName(text: string, key: string, item: Node): readonly TextEdit[] | undefined {
  if (isMap(item)) return item.items.length === 1 && !item.flow ? [] : undefined;
  const { start, end } = spanOf(item);
  const isName =
    isScalar(item) && wordsOf(item) !== undefined && !/\s/.test(text.slice(start, end));
  return key === 'spaces' && isName ? [insert(end, ': {}')] : undefined;
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
