import assert from 'node:assert/strict';
import { parse } from '../../src/document/parse';
import { positionAt, lineStarts } from '../../src/document/position';
import type { Span } from '../../src/document/model';
import type { Source } from '../../src/language/source';
import { today } from './samples';

/** Stands for the cursor in a text. */
const cursor = '‸';

/** A text without the mark of its cursor, and where that stood. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf(cursor);
  assert.notEqual(offset, -1, `no cursor in ${marked}`);
  return { text: marked.replace(cursor, ''), offset };
}

/** Where the cursor of a piece of the text stands in the text, which must hold the piece once. */
export function cursorIn(text: string, piece: string): number {
  const marked = withCursor(piece);
  const start = text.indexOf(marked.text);
  assert.ok(start >= 0 && !text.includes(marked.text, start + 1), `not once: ${piece}`);
  return start + marked.offset;
}

export function sourceOf(text: string): Source {
  return { text, ...parse(text, today) };
}

/** The line of a place and what is written there. */
export function placeOf(text: string, { start, end }: Span): string {
  const { line } = positionAt(lineStarts(text), start);
  return `${line} ${text.slice(start, end)}`;
}
