import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { writeList } from '../../document/edit/look';
import { quoteKey, quotesOf } from '../../document/edit/quote';
import type { ValueAt } from '../../document/edit/value';
import { rewrite, valueAt, wordsOf, writeText } from '../../document/edit/value';
import { keyNamed } from '../../document/keys';
import { fieldsOf, itemsOf, valueOf } from '../../document/node';
import { team } from '../../document/schema';
import { sentence } from '../../document/sentence';
import { lists, mappings } from './collections';
import { fromDashes } from './dashes';
import { readDay } from './date';
import { asList, fromEntry, fromName } from './entry';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';
import { nothingWritten } from './nothing';

export function wrongType(asked: Asked): readonly Fix[] {
  const nothing = nothingWritten(asked);
  if (nothing) return nothing;
  const at = valueAt(asked.text, asked.problem.span.start);
  if (!at) return [];
  if (isScalar(at.node)) return fromScalar(asked, at);
  if (isSeq(at.node)) return fromList(asked, at);
  return isMap(at.node) ? fromMapping(asked, at) : [];
}

function fromScalar(asked: Asked, at: ValueAt): readonly Fix[] {
  // A space or a team may be called like a key.
  const { key, node, entry } = at;
  const { text, problem, known } = asked;
  if (key === 'guests' || key === 'pages') return fromName(asked, at);
  const value = valueOf(node);
  const words = wordsOf(node)?.trim() ?? '';
  if (entry && key === 'tree') {
    const isYes = /^(?:yes|y|on|true|1)$/i.test(words);
    if (!isYes && !/^(?:no|n|off|false|0)$/i.test(words)) return [];
    return [change(asked, String(isYes))];
  }
  if (entry && key === 'expires') {
    const date = readDay(words, known.today);
    return date === undefined ? [] : [toText(asked, date)];
  }
  if (typeof value === 'boolean' && /^(?:name|title|reason|role)$/.test(key))
    return [fix(sentence('Put it in quotes'), writeText(text, problem.span, sourceOf(node)), sure)];
  if (typeof value !== 'string') return [];
  if (/^(?:guestsPerPaidUser|spacesPerGuest|version)$/.test(key))
    return /^\d+$/.test(words) ? [change(asked, words)] : [];
  if (key === 'spaces') {
    const name = quoteKey(words, { flow: true, quotes: quotesOf(text) });
    return [change(asked, `{ ${name}: {} }`)];
  }
  if (!keyNamed(key) && /^(?:strict|additive)$/.test(words))
    return [change(asked, `{ manage: ${words} }`)];
  const items = words.split(/\s*,\s*/).filter((item) => item !== '');
  const isList = lists.includes(key) || (!keyNamed(key) && team.safeParse(items).success);
  return isList && items.length > 0 ? [toList(asked, items)] : [];
}

function fromList(asked: Asked, at: ValueAt): readonly Fix[] {
  const { text } = asked;
  const { key, node } = at;
  const [item, ...others] = itemsOf(node);
  if (mappings.includes(key)) return item ? fromDashes(text, at) : [change(asked, '{}')];
  const words = wordsOf(item);
  const isSingle = keyNamed(key) && !lists.includes(key) && others.length === 0;
  return isSingle && words !== undefined ? [toText(asked, words)] : [];
}

function fromMapping(asked: Asked, at: ValueAt): readonly Fix[] {
  const { key, node, item } = at;
  const fields = fieldsOf(node);
  if (fields.length === 0) return item ? [] : [toNobody(asked, at)];
  if (key !== 'view' && key !== 'edit') return fromEntry(asked, at);
  const names = fields.flatMap((field) => {
    const name = wordsOf(field.node);
    return name === undefined ? [] : `${field.name}:${name}`;
  });
  return names.length === fields.length ? [toList(asked, names)] : [];
}

/** The words as they are written, for YAML takes several for the same. */
function sourceOf(node: Node): string {
  return (isScalar(node) ? node.source : undefined) ?? '';
}

function toList(asked: Asked, items: readonly string[]): Fix {
  const { text, problem } = asked;
  const write = (): string => writeList(items, quotesOf(text));
  return fix(asList, rewrite(text, problem.span.start, write), sure);
}

/** That nobody is on a list is what a person must say. */
function toNobody({ text, problem }: Asked, { key }: ValueAt): Fix {
  const isList = lists.includes(key) || !keyNamed(key);
  const edits = isList ? rewrite(text, problem.span.start, () => '[]') : [];
  return fix(sentence('Change to `{to}`', { to: '[]' }), edits);
}

/** Writes something just so. */
function change({ text, problem }: Asked, to: string): Fix {
  return fix(
    sentence('Change to `{to}`', { to }),
    rewrite(text, problem.span.start, () => to),
    sure,
  );
}

function toText({ text, problem }: Asked, to: string): Fix {
  return fix(sentence('Change to `{to}`', { to }), writeText(text, problem.span, to), sure);
}
