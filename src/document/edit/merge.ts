import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { addressKey } from '../address';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import type { Field } from '../node';
import { fieldsOf, itemsOf, spanOf, valueOf } from '../node';
import { insertField, writeValue } from './field';
import { addToList } from './list';
import { writeList } from './look';
import { isMarked } from './piece';
import { quotesOf, requote } from './quote';
import { readPageAddress } from '../pageAddress';
import { rankOf } from './rank';
import { removeEntry } from './remove';
import { valueAt } from './value';

export interface Merged {
  readonly edits: readonly TextEdit[];
  /** What the two entries say differently, as the one that is left says it: `role: viewer`. */
  readonly differing: readonly string[];
}

/** What an entry says without the key. */
const defaults: Readonly<Record<string, string>> = {
  role: 'contributor',
  access: 'granted',
  expires: '',
  ancestors: '',
  tree: 'false',
};

/**
 * Puts what only the second of two guests says into the first, and takes the second out. Both are given
 * by the place of a value in them; `undefined` when they cannot be merged.
 */
export function mergeGuests(text: string, first: Span, second: Span): Merged | undefined {
  return merge(text, first, second, []);
}

/** The same for pages, whose lists become one. */
export function mergePages(text: string, first: Span, second: Span): Merged | undefined {
  return merge(text, first, second, ['view', 'edit']);
}

function merge(
  text: string,
  first: Span,
  second: Span,
  lists: readonly string[],
): Merged | undefined {
  const into = valueAt(text, first.start)?.entry;
  const from = valueAt(text, second.start)?.entry;
  if (!isMap(into) || !isMap(from) || isMarked(into) || isMarked(from)) return undefined;
  const removal = removeEntry(text, spanOf(from));
  const known = fieldsByName(into);
  const others = fieldsByName(from);
  const edits: TextEdit[] = [];
  for (const field of [...others.values()].sort((a, b) => rankOf(a.name) - rankOf(b.name))) {
    const { name, node } = field;
    const other = known.get(name);
    const items = lists.includes(name) ? textsOf(field) : undefined;
    if (!items && !isScalar(node)) return undefined;
    if (!other) edits.push(...add(text, into, field, items));
    else if (saysMore(field, other))
      edits.push(...writeValue(text, other, textOf(text, into, field)));
    else if (items) edits.push(...addToList(text, spanOf(into), name as 'view' | 'edit', ...items));
  }
  const differing = [...new Set([...known.keys(), ...others.keys()])]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .filter((name) => !lists.includes(name) && !isSame(name, known.get(name), others.get(name)))
    .map((name) => `${name}: ${String(valueOf((known.get(name) ?? others.get(name))?.node))}`);
  return removal.length === 0 ? undefined : { edits: [...edits, ...removal], differing };
}

function add(
  text: string,
  into: YAMLMap,
  field: Field,
  items: readonly string[] | undefined,
): readonly TextEdit[] {
  const written = items ? writeList(items, quotesOf(text)) : textOf(text, into, field);
  return insertField(text, into, `${field.name}: ${written}`, field.name);
}

function textOf(text: string, { flow }: YAMLMap, { name, node }: Field): string {
  const style = { flow: flow === true, quotes: quotesOf(text) };
  return requote(node, name, String(valueOf(node)), style);
}

function textsOf({ node }: Field): readonly string[] | undefined {
  if (!isSeq(node)) return undefined;
  const values = itemsOf(node).map(valueOf);
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

/** By name; of a repeated key the first counts. */
function fieldsByName(entry: YAMLMap): ReadonlyMap<string, Field> {
  return new Map(
    fieldsOf(entry)
      .toReversed()
      .map((field) => [field.name, field]),
  );
}

/** What an entry does not say, it does not say differently, but for what has a default. */
function isSame(name: string, one: Field | undefined, other: Field | undefined): boolean {
  const [a, b] = [one, other].map((field) =>
    field ? String(valueOf(field.node)) : defaults[name],
  );
  if (a === undefined || b === undefined) return true;
  if (name === 'page') return idOf(a) === idOf(b);
  return name === 'email' ? addressKey(a) === addressKey(b) : a === b;
}

/** Whether the one of two pages is given by its address, which tells its space, and the other by its ID. */
function saysMore(one: Field, other: Field): boolean {
  const [page, id] = [one, other].map((field) => String(valueOf(field.node)));
  return one.name === 'page' && page !== id && id === idOf(page);
}

function idOf(page: string | undefined): string | undefined {
  const read = readPageAddress(page ?? '');
  return 'id' in read ? read.id : page;
}
