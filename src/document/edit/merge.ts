import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { addressKey } from '../address';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import type { Field } from '../node';
import { fieldsOf, itemsOf, spanOf, valueOf } from '../node';
import { insertField } from './field';
import { addToList } from './list';
import { writeList } from './look';
import { isMarked } from './piece';
import { quotesOf, quoteValue } from './quote';
import { rankOf } from './rank';
import { removeEntry } from './remove';
import { valueAt } from './value';

export interface Merged {
  readonly edits: readonly TextEdit[];
  /** Some of what the second entry says is not in the first, which says otherwise. */
  readonly differs: boolean;
}

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
  const known = new Map(fieldsOf(into).map((field) => [field.name, field]));
  const edits: TextEdit[] = [];
  let differs = false;
  for (const field of fieldsOf(from).toSorted((a, b) => rankOf(a.name) - rankOf(b.name))) {
    const { name, node } = field;
    const other = known.get(name);
    const items = lists.includes(name) ? textsOf(field) : undefined;
    if (items && other && isSeq(other.node)) {
      edits.push(...addToList(text, spanOf(into), name as 'view' | 'edit', ...items));
    } else if (other) {
      differs ||= !isSame(other, field);
    } else if (items || isScalar(node)) {
      edits.push(...add(text, into, field, items));
    } else return undefined;
  }
  return removal.length === 0 ? undefined : { edits: [...edits, ...removal], differs };
}

function add(
  text: string,
  into: YAMLMap,
  { name, node }: Field,
  items: readonly string[] | undefined,
): readonly TextEdit[] {
  const style = { flow: into.flow === true, quotes: quotesOf(text) };
  const written = items
    ? writeList(items, style.quotes)
    : quoteValue(name, String(valueOf(node)), style);
  return insertField(text, into, `${name}: ${written}`, name);
}

function textsOf({ node }: Field): readonly string[] | undefined {
  if (!isSeq(node)) return undefined;
  const values = itemsOf(node).map(valueOf);
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

function isSame(one: Field, other: Field): boolean {
  const [a, b] = [String(valueOf(one.node)), String(valueOf(other.node))];
  return one.name === 'email' ? addressKey(a) === addressKey(b) : a === b;
}
