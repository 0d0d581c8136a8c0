import { isScalar } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import type { Field } from '../node';
import { fieldsOf, spanOf } from '../node';
import { removePart } from './flow';
import {
  columnOf,
  endOfLines,
  insert,
  insertBelow,
  lineBreakOf,
  lineStart,
  remove,
} from './layout';
import { isAlone, isMarked, mappingAt, pairAt, pieceAt } from './piece';
import type { Style } from './quote';
import { quotesOf, requote } from './quote';
import { rankOf } from './rank';

/**
 * The edits that write `key: value` into the mapping that begins at the entry's place, in the place of
 * the value that it has. None when it is written already, or the lines cannot be edited safely.
 */
export function setField(
  text: string,
  entry: Span,
  key: string,
  value: string,
): readonly TextEdit[] {
  const map = mappingAt(text, entry.start);
  if (!map) return [];
  const field = fieldsOf(map).find(({ name }) => name === key);
  if (field?.node && isScalar(field.node) && field.node.value === value) return [];
  return writeField(text, map, key, (flow) =>
    requote(field?.node, key, value, { flow, quotes: quotesOf(text) }),
  );
}

/** What to write behind a key, inside brackets or not. */
export type Write = (flow: Style['flow']) => string;

/** The same for any value. */
export function writeField(
  text: string,
  map: YAMLMap,
  key: string,
  write: Write,
): readonly TextEdit[] {
  if (isMarked(map)) return [];
  const field = fieldsOf(map).find(({ name }) => name === key);
  if (!field) return insertField(text, map, `${key}: ${write(map.flow === true)}`, key);
  return writeValue(text, field, write(map.flow === true));
}

/** The edits that put a value in the place of a field's. */
export function writeValue(text: string, field: Field, written: string): readonly TextEdit[] {
  const { node } = field;
  if (node && isMarked(node)) return [];
  const span = node ? contentOf(text, node) : undefined;
  if (span && span.end > span.start)
    return text.slice(span.start, span.end) === written
      ? []
      : [replace(text, span, written, field.keySpan)];
  const colon = colonOf(text, field);
  return [insert(colon ?? field.keySpan.end, `${colon === undefined ? ':' : ''} ${written}`)];
}

/**
 * Writes something in the place of a value, which may stand right behind its colon, or on a line below
 * its key and, if it is a list, no further to the right.
 */
export function replace(
  text: string,
  span: Span,
  written: string,
  key: Span | undefined,
): TextEdit {
  if (text[span.start - 1] === ':') return { span, text: ` ${written}` };
  const isBelow = key !== undefined && lineStart(text, span.start) > key.start;
  const [column, keyColumn] = [columnOf(text, span.start), columnOf(text, key?.start ?? 0)];
  const missing =
    isBelow && column !== undefined && keyColumn !== undefined && column <= keyColumn
      ? keyColumn + 2 - column
      : 0;
  return { span, text: ' '.repeat(missing) + written };
}

/** The node's own text without the line breaks that end a block of text. */
export function contentOf(text: string, node: Node): Span {
  const { start, end } = spanOf(node);
  const isBlock = isScalar(node) && node.type?.startsWith('BLOCK') === true;
  return isBlock ? { start, end: start + text.slice(start, end).trimEnd().length } : { start, end };
}

/** The place behind the field's colon; in a flow mapping there may be none. */
export function colonOf(text: string, { keySpan }: Field): number | undefined {
  const colon = /[ \t]*:/y;
  colon.lastIndex = keySpan.end;
  return colon.test(text) ? colon.lastIndex : undefined;
}

/** The place behind all that the field says. */
export function endOfField(text: string, field: Field): number {
  const colon = colonOf(text, field) ?? field.keySpan.end;
  return field.node ? Math.max(colon, spanOf(field.node).end) : colon;
}

function isUnwritten({ node }: Field): boolean {
  const span = node && spanOf(node);
  return span?.start === span?.end;
}

/** The edits that add a field as it is written, behind those that stand before its key by custom. */
export function insertField(
  text: string,
  map: YAMLMap,
  pair: string,
  key?: string,
): readonly TextEdit[] {
  const start = map.range?.[0] ?? 0;
  const fields = fieldsOf(map);
  if (fields.length < map.items.length) return [];
  const before = fields.findLast((field) => rankOf(field.name) <= rankOf(key));
  const [first] = fields;
  if (map.flow) {
    if (text[start] !== '{') return [];
    if (!first)
      return [insert(start + 1, /\s/.test(text[start + 1] ?? '') ? ` ${pair}` : ` ${pair} `)];
    return before
      ? [insert(endOfField(text, before), `, ${pair}`)]
      : [insert(first.keySpan.start, `${pair}, `)];
  }
  const column = columnOf(text, start);
  if (column === undefined || first?.keySpan.start !== start) return [];
  const indent = ' '.repeat(column);
  return before
    ? [insertBelow(text, endOfField(text, before), indent + pair)]
    : [insert(start, pair + lineBreakOf(text) + indent)];
}

/** The edits that take out a field with its value, by the place of its key. */
export function removeField(text: string, keySpan: Span): readonly TextEdit[] {
  const piece = pieceAt(text, keySpan.start);
  const found = piece && pairAt(piece, keySpan.start);
  if (!found || isMarked(found.map.items[found.index])) return [];
  const { map, index, holder } = found;
  const fields = fieldsOf(map);
  const field = fields[index];
  if (!field || fields.length < map.items.length) return [];
  if (map.flow) {
    const parts = fields.map((one) => ({
      start: one.keySpan.start,
      // Nothing stands where the next sign does.
      end: endOfField(text, isUnwritten(one) ? { ...one, node: undefined } : one),
    }));
    return removePart(text, map, parts, index);
  }
  const start = lineStart(text, keySpan.start);
  if (columnOf(text, keySpan.start) === undefined) return [];
  const end = endOfLines(text, endOfField(text, field));
  const next = fields[index + 1];
  if (isAlone(piece, map)) return emptyHolder(text, holder, '{}', start, end);
  const isBesideDash = text.slice(start, keySpan.start).trim() !== '';
  if (!isBesideDash) return [remove(start, end)];
  return next ? [remove(keySpan.start, next.keySpan.start)] : [];
}

/** The edits that take out all lines of what stands under a key, and write what is nothing behind it. */
export function emptyHolder(
  text: string,
  holder: Pair | undefined,
  nothing: '{}' | '[]',
  start: number,
  end: number,
): readonly TextEdit[] {
  const key = holder?.key;
  if (!isScalar(key)) return [];
  const field: Field = { name: '', keySpan: spanOf(key), node: undefined };
  const colon = colonOf(text, field);
  return colon === undefined || colon > start
    ? []
    : [insert(colon, ` ${nothing}`), remove(start, end)];
}
