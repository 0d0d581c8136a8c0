import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { contentOf } from '../../document/edit/field';
import { writeList } from '../../document/edit/look';
import { quoteKey, quotesOf } from '../../document/edit/quote';
import type { ValueAt } from '../../document/edit/value';
import { rewrite, valueAt, wordsOf, writeText } from '../../document/edit/value';
import { keyNamed } from '../../document/keys';
import { fieldsOf, isNothing, itemsOf, valueOf } from '../../document/node';
import { keyOf } from '../../document/repeats';
import { team } from '../../document/schema';
import { sentence } from '../../document/sentence';
import { lists, mappings, texts } from './collections';
import { fromDashes, gluedDashes, isSpaceKey } from './dashes';
import { readDay } from './date';
import { asList, fromEntry, fromName } from './entry';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';
import { isNo, isYes } from './choice';
import { nothingWritten } from './nothing';
import { joinPair } from './principal';

export function wrongType(asked: Asked): readonly Fix[] {
  const nothing = nothingWritten(asked);
  if (nothing) return nothing;
  const at = valueAt(asked.text, asked.problem.span.start);
  if (!at) return [];
  if (isScalar(at.node)) return gluedDashes(asked.text, at) ?? fromScalar(asked, at);
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
    return isYes(words) || isNo(words) ? [change(asked, String(isYes(words)))] : [];
  }
  if (entry && key === 'expires') {
    const date = readDay(words, known.today);
    return date === undefined ? [] : [toText(asked, date)];
  }
  if (typeof value === 'boolean' && texts.includes(key))
    return [fix(sentence('Put it in quotes'), writeText(text, problem.span, sourceOf(node)), sure)];
  if (typeof value !== 'string') return [];
  if (/^(?:guestsPerPaidUser|spacesPerGuest|version)$/.test(key))
    return /^\d+$/.test(words) ? [change(asked, words)] : [];
  if (!keyNamed(key) && /^(?:strict|additive)$/.test(words))
    return [change(asked, `{ manage: ${words} }`)];
  const items = words.split(/\s*,\s*/).filter((item) => item !== '');
  if (key === 'spaces')
    return items.length > 0 && items.every(isSpaceKey)
      ? [change(asked, ownSpaces(text, items))]
      : [];
  const { start, end } = contentOf(text, node);
  // What stands on several lines, or behind a dash, was meant for more than one name.
  if (/^-|[\r\n]/.test(text.slice(start, end))) return [];
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
  const names = fields.map(({ name }) => name);
  if (fields.every((field) => isNothing(field.node)) && isListed(key, names))
    return [toList(asked, names)];
  if (!isOfPage(key)) return fromEntry(asked, at);
  const joined = fields.flatMap((field) => joinPair(field) ?? []);
  return joined.length === fields.length ? [toList(asked, joined)] : [];
}

/** Whether each may stand on a list: on that of a team, which is called as its author likes, or of a page. */
function isListed(key: string, names: readonly string[]): boolean {
  if (!keyNamed(key)) return team.safeParse(names).success;
  return isOfPage(key) && names.every((name) => keyOf(name) !== undefined);
}

function isOfPage(key: string): boolean {
  return key === 'view' || key === 'edit';
}

function ownSpaces(text: string, keys: readonly string[]): string {
  const style = { flow: true, quotes: quotesOf(text) };
  return `{ ${keys.map((key) => `${quoteKey(key, style)}: {}`).join(', ')} }`;
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
