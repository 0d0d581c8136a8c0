import { removeField, writeValue } from '../../document/edit/field';
import { removeItem } from '../../document/edit/list';
import type { Piece } from '../../document/edit/piece';
import { isAlone, itemAt, pairAt, pieceAt } from '../../document/edit/piece';
import { enclose, quotesOf, quoteValue } from '../../document/edit/quote';
import { valueAt } from '../../document/edit/value';
import { keyNamed } from '../../document/keys';
import type { Field } from '../../document/node';
import { fieldsOf, isNothing, itemsOf, spanOf } from '../../document/node';
import { sentence } from '../../document/sentence';
import { lists, mappings, texts } from './collections';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';

const required: readonly string[] = ['site', 'email', 'page'];

/** Fixes where a value is missing behind a key, a dash or a comma; `undefined` where one is written. */
export function nothingWritten(asked: Asked): readonly Fix[] | undefined {
  const { text, problem } = asked;
  const { start, end } = problem.span;
  const piece = pieceAt(text, start);
  const pair = piece && pairAt(piece, start);
  const field = pair && fieldsOf(pair.map)[pair.index];
  if (field?.keySpan.end === end && isNothing(field.node)) return behindKey(asked, field);
  return piece && behindDash(text, piece, start);
}

/** A list is left with nobody on it by no choice but that of a person. */
function behindDash(text: string, piece: Piece, start: number): readonly Fix[] | undefined {
  const dash = /-[ \t]*/y;
  dash.lastIndex = start;
  const found = dash.test(text) ? itemAt(piece, dash.lastIndex) : undefined;
  const item = found && itemsOf(found.list)[found.index];
  if (!found || !item || !isNothing(item)) return undefined;
  const key = valueAt(text, dash.lastIndex)?.key ?? '';
  if (keyNamed(key) && !lists.includes(key)) return [];
  const choice = isAlone(piece, found.list) ? {} : sure;
  return [fix(sentence('Remove the empty entry'), removeItem(text, spanOf(item)), choice)];
}

/** To leave a list out is to leave it alone; to write that it is empty is to say that nobody is on it. */
function behindKey({ text, known }: Asked, field: Field): readonly Fix[] {
  const { name: key, keySpan } = field;
  const remove = fix(sentence('Remove `{key}`', { key }), removeField(text, keySpan), {
    preferred: true,
  });
  const write = (value: string, preferred = false): Fix =>
    fix(sentence('Write `{line}`', { line: `${key}: ${value}` }), writeValue(text, field, value), {
      preferred,
    });
  if (key === 'version') return [write('1', true)];
  if (required.includes(key)) return [];
  if (key === 'space') {
    const spaces = [...known.document.spaces.keys()];
    const style = { flow: true, quotes: quotesOf(text) };
    return spaces.map((space) => write(quoteValue(key, space, style), spaces.length === 1));
  }
  if (texts.includes(key)) return [quoteSign(text, field), remove];
  if (!keyNamed(key)) return [write('[]', true), remove];
  if (lists.includes(key)) return [remove, write('[]')];
  return mappings.includes(key) ? [remove, write('{}')] : [remove];
}

/** `reason: #42`, which YAML takes for a comment. */
function quoteSign(text: string, { keySpan }: Field): Fix {
  const sign = /[ \t]*:[ \t]+(?=(#[^\s#].*?)[ \t]*\r?$)/my;
  sign.lastIndex = keySpan.end;
  const written = sign.exec(text)?.[1] ?? '';
  const span = { start: sign.lastIndex, end: sign.lastIndex + written.length };
  const edits = written === '' ? [] : [{ span, text: enclose(written, quotesOf(text)) }];
  return fix(sentence('Put it in quotes'), edits, { preferred: true });
}
