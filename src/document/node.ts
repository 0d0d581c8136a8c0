import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import type { Span } from './model';

/** A name and what stands behind it in a mapping. */
export interface Field {
  readonly name: string;
  readonly keySpan: Span;
  readonly node: Node | undefined;
}

/** The fields of a mapping, in order and with repetitions. */
export function fieldsOf(node: unknown): readonly Field[] {
  return isMap(node) ? node.items.flatMap((pair) => fieldOf(pair) ?? []) : [];
}

function fieldOf({ key, value }: Pair): Field | undefined {
  if (!isScalar(key)) return undefined;
  return { name: nameOf(key), keySpan: spanOf(key), node: asNode(value) };
}

/** The first field of a name. */
function fieldAt(node: unknown, name: string): Field | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && nameOf(key) === name);
  return pair && fieldOf(pair);
}

function nameOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isCollection(value) || isAlias(value) ? value : undefined;
}

export function itemsOf(node: unknown): readonly (Node | undefined)[] {
  return isSeq(node) ? node.items.map(asNode) : [];
}

function itemAt(node: Node | undefined, index: number): Node | undefined {
  return isSeq(node) ? asNode(node.items[index]) : undefined;
}

/** The node's own text, without the space and the comments that follow it. */
export function spanOf(node: Node): Span {
  const start = node.range?.[0] ?? 0;
  return { start, end: Math.max(start, endOf(node)) };
}

/** yaml lets a block collection reach over the comments behind it, so its end is that of its last part. */
function endOf(node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (!isCollection(node) || node.flow) return end;
  const last = node.items.at(-1);
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => isScalar(key));
    const field = pair && fieldOf(pair);
    return Math.max(field?.keySpan.end ?? 0, field?.node ? endOf(field.node) : 0);
  }
  const item = asNode(last);
  return item ? endOf(item) : end;
}

export function isNothing(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

/**
 * The node as plain data. Of a repeated key the first counts. A number that would be printed otherwise
 * than it is written, such as `007`, `1e3` or an id of twenty digits, stays the text that it is.
 */
export function valueOf(node: Node | undefined): unknown {
  if (isMap(node)) {
    const values = new Map<string, unknown>();
    for (const { key, value } of node.items)
      if (isScalar(key) && !values.has(nameOf(key)))
        values.set(nameOf(key), valueOf(asNode(value)));
    return Object.fromEntries(values);
  }
  if (isSeq(node)) return itemsOf(node).map(valueOf);
  if (!isScalar(node)) return null;
  const { value, source } = node;
  return typeof value === 'number' && String(value) !== source ? (source ?? null) : value;
}

/** What a path leads to below a node, with the key that stands before it; the first of a repeated key. */
export function locate(
  node: Node | undefined,
  path: readonly PropertyKey[],
): { readonly node: Node | undefined; readonly keySpan: Span | undefined } {
  let found: { node: Node | undefined; keySpan: Span | undefined } = { node, keySpan: undefined };
  for (const step of path)
    found =
      typeof step === 'number'
        ? { node: itemAt(found.node, step), keySpan: undefined }
        : (fieldAt(found.node, String(step)) ?? { node: undefined, keySpan: undefined });
  return found;
}
