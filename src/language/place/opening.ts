import type { Line } from '../line';
import { backOverSpace, isComment, isSpace, quoteEnd, skipSpace, unquote } from '../line';

/** What a line begins: an item of a list with its dash, or a key with its colon. */
export interface Opening {
  readonly kind: 'item' | 'key';
  /** `-` for an item. */
  readonly name: string;
  readonly start: number;
  /** Behind the dash or the key. */
  readonly end: number;
  /** Behind the dash or the colon. */
  readonly after: number;
  readonly column: number;
}

/** What follows the last opening of a line. */
export interface Rest {
  readonly kind: 'nothing' | 'flow' | 'quoted' | 'block' | 'plain';
  readonly start: number;
  /** Without spaces and comment; for `flow` of the line. */
  readonly end: number;
}

export interface Opened {
  readonly openings: readonly Opening[];
  readonly rest: Rest;
}

/** More on one line than anybody writes. */
const maxOpenings = 16;

/** Anchors and tags stand before what they belong to. */
const property = /[&!][^\s,[\]{}]*(?:[ \t]+|(?=[\r\n]|$))/y;
const keyOrComment = /:(?=[ \t\r\n]|$)|[ \t]#|\n/g;
const comment = /[ \t]#|\n/g;
/** What begins a principal in a list, and no mapping there. */
const principalKind = /^(?:team|group|user)$/;

export function openedBy(text: string, line: Line): Opened {
  const openings: Opening[] = [];
  let at = line.first;
  while (isDash(text, at, line.end) && openings.length < maxOpenings) {
    const column = at - line.start;
    openings.push({ kind: 'item', name: '-', start: at, end: at + 1, after: at + 1, column });
    at = skipSpace(text, at + 1, line.end);
  }
  at = skipProperties(text, at, line.end);
  const key = keyAt(text, at, line, openings.length > 0);
  if (key) {
    openings.push(key);
    at = skipProperties(text, skipSpace(text, key.after, line.end), line.end);
  }
  return { openings, rest: restAt(text, at, line.end) };
}

export function isDash(text: string, at: number, end: number): boolean {
  return at < end && text.charAt(at) === '-' && (at + 1 === end || isSpace(text, at + 1));
}

function keyAt(text: string, start: number, line: Line, inItem: boolean): Opening | undefined {
  if (start >= line.end || /[[\]{},#|>%`]/.test(text.charAt(start))) return undefined;
  if (/["']/.test(text.charAt(start))) {
    const end = quoteEnd(text, start, line.end);
    const colon = skipSpace(text, end, line.end);
    if (text.charAt(colon) !== ':') return undefined;
    return opening(text, start, end, colon, line);
  }
  keyOrComment.lastIndex = start;
  const found = keyOrComment.exec(text);
  if (found?.[0] !== ':' || found.index >= line.end) return undefined;
  const key = opening(text, start, backOverSpace(text, start, found.index), found.index, line);
  return inItem && principalKind.test(key.name) ? undefined : key;
}

function opening(text: string, start: number, end: number, colon: number, line: Line): Opening {
  const name = unquote(text.slice(start, end));
  return { kind: 'key', name, start, end, after: colon + 1, column: start - line.start };
}

function skipProperties(text: string, start: number, end: number): number {
  let at = start;
  for (let count = 0; count < 2; count += 1) {
    property.lastIndex = at;
    const length = property.exec(text)?.[0].length ?? 0;
    if (at + length <= end) at += length;
  }
  return at;
}

function restAt(text: string, start: number, end: number): Rest {
  if (start >= end || isComment(text, start)) return { kind: 'nothing', start, end: start };
  switch (text.charAt(start)) {
    case '[':
    case '{':
      return { kind: 'flow', start, end };
    case '"':
    case "'":
      return { kind: 'quoted', start, end: quoteEnd(text, start, end) };
    case '|':
    case '>':
      return { kind: 'block', start, end };
    default:
      return { kind: 'plain', start, end: plainEnd(text, start, end) };
  }
}

function plainEnd(text: string, start: number, end: number): number {
  comment.lastIndex = start;
  return backOverSpace(text, start, Math.min(comment.exec(text)?.index ?? end, end));
}
