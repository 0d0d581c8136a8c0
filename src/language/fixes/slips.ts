import type { TextEdit } from '../../document/edit';
import { holdsList } from '../../document/cut';
import { insert, lineEnd, lineStart, nextLine, remove } from '../../document/edit/layout';
import { keyNamed } from '../../document/keys';
import type { Span } from '../../document/model';
import { mappings } from './collections';

/** UTF-16 code units; nobody writes longer lines, and the search in them takes long. */
export const maxLine = 1024;

export function spaceBehindColon(text: string, { start, end }: Span): readonly TextEdit[] {
  const [written = '', key = '', next = ''] =
    /^\s*(?:- +)?(\w+):(?=([^\s:/]))/.exec(text.slice(start, end)) ?? [];
  const isValue = keyNamed(key) && (!holdsMore(key) || /[[{]/.test(next));
  return isValue ? [insert(start + written.length, ' ')] : [];
}

export function spaceBehindDash(text: string, { start, end }: Span): readonly TextEdit[] {
  const [, before, key = ''] = /^(\s*-)(\w+):\s/.exec(text.slice(start, end)) ?? [];
  return before !== undefined && keyNamed(key) ? [insert(start + before.length, ' ')] : [];
}

/** Behind a key that stands alone or with its value, between which somebody may have written another sign. */
export function colonBehindKey(text: string, { start, end }: Span): readonly TextEdit[] {
  const [, before = '', key = '', between = '', value] =
    /^(\s*(?:- +)?)(\w+)(\s*[=\uFF1A]\s*|\s+)?([^\s=:\uFF1A#].*)?$/.exec(text.slice(start, end)) ??
    [];
  if (!keyNamed(key)) return [];
  const at = start + before.length + key.length;
  if (value === undefined) return [{ span: { start: at, end: at + between.length }, text: ':' }];
  return holdsMore(key) || between === ''
    ? []
    : [{ span: { start: at, end: at + between.length }, text: ': ' }];
}

/** The same on each of some lines. */
export function colonsBehindKeys(text: string, { start, end }: Span): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = lineStart(text, start); line < end; line = nextLine(text, line))
    edits.push(...colonBehindKey(text, { start: line, end: lineEnd(text, line) }));
  return edits;
}

/** A comma with nothing before it. */
export function comma(text: string, at: number): readonly TextEdit[] {
  if (text[at] !== ',') return [];
  const rest = /,[ \t]*/y;
  rest.lastIndex = at;
  rest.test(text);
  return [remove(at, /[\s[{]/.test(text[at - 1] ?? '') ? rest.lastIndex : at + 1)];
}

function holdsMore(key: string): boolean {
  return holdsList(key) || mappings.includes(key);
}
