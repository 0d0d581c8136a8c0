import { isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { TextEdit } from '../../document/edit';
import { contentOf } from '../../document/edit/field';
import type { Node } from 'yaml';
import { columnOf, insert, lineEnd } from '../../document/edit/layout';
import { writeList } from '../../document/edit/look';
import { quoteKey, quotesOf } from '../../document/edit/quote';
import type { ValueAt } from '../../document/edit/value';
import { rewrite, valueAt, wordsOf, writeText } from '../../document/edit/value';
import { keyNamed } from '../../document/keys';
import { fieldsOf, itemsOf, locate, valueOf } from '../../document/node';
import { team } from '../../document/schema';
import type { Sentence } from '../../document/sentence';
import { sentence } from '../../document/sentence';
import { readDay } from './date';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { nothingWritten } from './nothing';

const lists: readonly string[] = ['internalDomains', 'view', 'edit'];
const mappings: readonly string[] = ['spaces', 'teams', 'limits'];
const sure = { preferred: true, safe: true };

export function wrongType(asked: Asked): readonly Fix[] {
  const nothing = nothingWritten(asked);
  if (nothing) return nothing;
  const at = valueAt(asked.text, asked.problem.span.start);
  if (!at) return [];
  if (isScalar(at.node)) return fromScalar(asked, at);
  if (isSeq(at.node)) return fromList(asked, at);
  return isMap(at.node) ? fromMapping(asked, at) : [];
}

function fromScalar(asked: Asked, { key, node }: ValueAt): readonly Fix[] {
  const { text, problem, known } = asked;
  const value = valueOf(node);
  const words = wordsOf(node)?.trim() ?? '';
  if (key === 'tree') {
    const isYes = /^(?:yes|y|on|true|1)$/i.test(words);
    if (!isYes && !/^(?:no|n|off|false|0)$/i.test(words)) return [];
    return [change(asked, String(isYes))];
  }
  if (key === 'expires') {
    const date = readDay(words, known.today);
    return date === undefined ? [] : [toText(asked, date)];
  }
  if (typeof value === 'boolean' && /^(?:name|title|reason|role)$/.test(key))
    return [fix(sentence('Put it in quotes'), writeText(text, problem.span, sourceOf(node)), sure)];
  if (typeof value !== 'string') return [];
  if (/^(?:guestsPerPaidUser|spacesPerGuest|version)$/.test(key))
    return /^\d+$/.test(words) ? [change(asked, words)] : [];
  if (key === 'spaces') return [toSpaces(asked, [words])];
  if (!keyNamed(key) && /^(?:strict|additive)$/.test(words))
    return [change(asked, `{ manage: ${words} }`)];
  const items = words.split(/\s*,\s*/).filter((item) => item !== '');
  const isList = lists.includes(key) || (!keyNamed(key) && team.safeParse(items).success);
  return isList && items.length > 0 ? [toList(asked, items)] : [];
}

function fromList(asked: Asked, { key, node }: ValueAt): readonly Fix[] {
  const items = itemsOf(node).flatMap((one) => wordsOf(one) ?? []);
  const [item] = items;
  if (items.length < itemsOf(node).length || item === undefined) return [];
  if (key === 'spaces') return [toSpaces(asked, items)];
  const isSingle = keyNamed(key) && !lists.includes(key) && !mappings.includes(key);
  return isSingle && items.length === 1 ? [toText(asked, item)] : [];
}

function fromMapping(asked: Asked, { key, node }: ValueAt): readonly Fix[] {
  const { text } = asked;
  const isEntry =
    (key === 'guests' && locate(node, ['email']).keySpan !== undefined) ||
    (key === 'pages' && locate(node, ['page']).keySpan !== undefined);
  if (isEntry) {
    const { start, end } = contentOf(text, node);
    const edits =
      isCollection(node) && node.flow === true
        ? [insert(start, '['), insert(end, ']')]
        : beginItem(text, start, end);
    return [fix(asList, edits, sure)];
  }
  if (key !== 'view' && key !== 'edit') return [];
  const names = fieldsOf(node).flatMap((field) => {
    const name = wordsOf(field.node);
    return name === undefined ? [] : `${field.name}:${name}`;
  });
  return names.length > 0 && names.length === fieldsOf(node).length ? [toList(asked, names)] : [];
}

/** The words as they are written, for YAML takes several for the same. */
function sourceOf(node: Node): string {
  return (isScalar(node) ? node.source : undefined) ?? '';
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

const asList: Sentence = sentence('Write it as a list');

function toList(asked: Asked, items: readonly string[]): Fix {
  const { text, problem } = asked;
  const write = (): string => writeList(items, quotesOf(text));
  return fix(asList, rewrite(text, problem.span.start, write), sure);
}

function toSpaces(asked: Asked, keys: readonly string[]): Fix {
  const style = { flow: true, quotes: quotesOf(asked.text) };
  const written = keys.map((key) => `${quoteKey(key, style)}: {}`).join(', ');
  return change(asked, `{ ${written} }`);
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
