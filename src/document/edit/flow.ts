import type { YAMLMap, YAMLSeq } from 'yaml';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { insert, insertBelow, lineBreakOf, lineEnd, lineStart, nextLine, remove } from './layout';

/** The edits that add parts to those between brackets or braces, behind the last. */
export function appendPart(
  text: string,
  collection: YAMLMap | YAMLSeq,
  last: Span | undefined,
  added: readonly string[],
): readonly TextEdit[] {
  const open = collection.range?.[0] ?? 0;
  if (!/[[{]/.test(text[open] ?? '')) return [];
  if (!last) return [insert(open + 1, added.join(', '))];
  const comma = commaAfter(text, last.end);
  const start = lineStart(text, last.start);
  const behind = comma ?? last.end;
  if (!isBlank(text.slice(start, last.start)) || !isRestBlank(text, behind))
    return [insert(last.end, `, ${added.join(', ')}`)];
  // Parts that stand on lines of their own, with comments behind them.
  const indent = text.slice(start, last.start);
  const lines = added.join(`,${lineBreakOf(text)}${indent}`);
  const below = insertBelow(text, behind, `${indent}${lines}${comma ? ',' : ''}`);
  return comma ? [below] : [insert(last.end, ','), below];
}

/** The edits that take out one of the parts between brackets or braces, with its comma. */
export function removePart(
  text: string,
  collection: YAMLMap | YAMLSeq,
  parts: readonly Span[],
  index: number,
): readonly TextEdit[] {
  const part = parts[index];
  const [open = 0, close = 0] = collection.range ?? [];
  if (!part || !/[[{]/.test(text[open] ?? '')) return [];
  const comma = commaAfter(text, part.end);
  const behind = comma ?? part.end;
  const start = lineStart(text, part.start);
  if (isBlank(text.slice(start, part.start)) && isRestBlank(text, behind))
    return [remove(start, nextLine(text, behind))];
  if (parts.length === 1) {
    const inner = text.slice(open + 1, part.start) + text.slice(behind, close - 1);
    return [isBlank(inner) ? remove(open + 1, close - 1) : remove(part.start, behind)];
  }
  if (comma !== undefined) {
    const spaces = /[ \t]*/y;
    spaces.lastIndex = comma;
    spaces.test(text);
    return [remove(part.start, text[spaces.lastIndex] === '#' ? comma : spaces.lastIndex)];
  }
  const before = parts[index - 1]?.end ?? part.start;
  const isBeside = /^[ \t]*,[ \t]*$/.test(text.slice(before, part.start));
  return [remove(isBeside ? before : part.start, part.end)];
}

/** The place behind a comma that follows. */
function commaAfter(text: string, end: number): number | undefined {
  const comma = /\s*,/y;
  comma.lastIndex = end;
  return comma.test(text) ? comma.lastIndex : undefined;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether nothing but a comment follows on the line. */
function isRestBlank(text: string, at: number): boolean {
  const rest = text.slice(at, lineEnd(text, at));
  return isBlank(rest) || /^\s+#/.test(rest);
}
