import type { Span } from '../../document/model';
import { backOverSpace, isComment, lineAt, quoteEnd, skipSpace } from '../line';
import { isDash } from './opening';

/** A list or mapping in brackets, closed or not. */
export interface Collection {
  readonly kind: 'list' | 'map';
  readonly start: number;
  end: number;
  /** The collection around it, and what it is the value of there. */
  readonly outer: { readonly collection: Collection; readonly member: Member } | undefined;
  readonly members: Member[];
}

/** An item of a list, or a key of a mapping with its value. */
export interface Member {
  key: Span | undefined;
  colon: boolean;
  value: Span | Collection | undefined;
}

/** Where a cursor stands in brackets. */
export interface Spot {
  readonly kind: 'key' | 'value' | 'item';
  readonly collection: Collection;
  /** `undefined` for a key or an item of which nothing is written yet. */
  readonly member: Member | undefined;
  /** The text in which the cursor stands; empty between two. */
  readonly span: Span;
  /** Whether a comma is missing before what follows. */
  readonly missesComma: boolean;
}

/** From the outermost collection in. */
export type Trail = readonly Pick<Spot, 'collection' | 'member'>[];

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly cursor: number;
  at: number;
  depth: number;
  collection: Collection | undefined;
  /** What is being read in it; `undefined` behind a comma or an opening bracket. */
  member: Member | undefined;
  /** `nowhere`: nothing fits where the cursor stands. */
  spot: Spot | 'nowhere' | undefined;
}

/** Deeper than any file; nothing fits there. */
const maxDepth = 32;

const blank = /\s*/y;
const endInList = /[,[\]{}\r\n]|[ \t]#/g;
const endInMap = /[,[\]{}\r\n]|:(?=[\s,[\]{}]|$)|[ \t]#/g;
const colonAhead = /:(?=[\s,[\]{}]|$)/y;

/**
 * Finds the cursor in the collection that begins with the span, of which nothing stands behind the
 * span's end. `undefined` outside of it, in a comment, and where a comma or a colon is missing.
 */
export function findInFlow(text: string, { start, end }: Span, cursor: number): Spot | undefined {
  const scan: Scan = {
    ...{ text, end, cursor, at: start, depth: 0 },
    ...{ collection: undefined, member: undefined, spot: undefined },
  };
  if (cursor <= start) return undefined;
  do readNext(scan);
  while (scan.collection && scan.at < end && scan.spot !== 'nowhere');
  if (scan.collection && !scan.spot) readNext(scan);
  return scan.spot === 'nowhere' ? undefined : scan.spot;
}

function readNext(scan: Scan): void {
  const { text, end, cursor, at: from } = scan;
  blank.lastIndex = from;
  scan.at = Math.min(from + (blank.exec(text)?.[0].length ?? 0), end);
  const sign = scan.at < end ? text.charAt(scan.at) : '';
  const isBefore = cursor < scan.at || (cursor === scan.at && ',]}'.includes(sign));
  if (from <= cursor && isBefore && !scan.spot) scan.spot = gap(scan, sign);
  switch (sign) {
    case '':
      break;
    case '[':
    case '{':
      open(scan, sign === '[' ? 'list' : 'map');
      break;
    case ']':
    case '}':
      close(scan);
      break;
    case ',':
      scan.member = undefined;
      scan.at += 1;
      break;
    default:
      if (isComment(text, scan.at)) skipComment(scan);
      else readText(scan, sign);
  }
}

function open(scan: Scan, kind: Collection['kind']): void {
  const { at, end, collection, cursor } = scan;
  scan.depth += 1;
  if (scan.depth > maxDepth || cursor === at) scan.spot ??= 'nowhere';
  const outer = collection && { collection, member: memberFor(scan, collection) };
  scan.collection = { kind, start: at, end, outer, members: [] };
  if (outer) outer.member.value = scan.collection;
  scan.member = undefined;
  scan.at += 1;
}

function close(scan: Scan): void {
  const { collection } = scan;
  scan.at += 1;
  scan.depth -= 1;
  if (collection) collection.end = scan.at;
  scan.member = collection?.outer?.member;
  scan.collection = collection?.outer?.collection;
}

function skipComment(scan: Scan): void {
  const start = scan.at;
  scan.at = Math.min(lineAt(scan.text, start).end, scan.end);
  if (start <= scan.cursor && scan.cursor <= scan.at) scan.spot ??= 'nowhere';
}

/** Between two texts, of which the second begins with a sign. */
function gap(scan: Scan, sign: string): Spot | 'nowhere' {
  const { text, at, collection, member, cursor } = scan;
  const span = { start: cursor, end: cursor };
  if (!collection) return 'nowhere';
  const spot = { collection, member, span, missesComma: !',]}'.includes(sign) };
  if (!member) return { kind: collection.kind === 'list' ? 'item' : 'key', ...spot };
  // What follows behind a colon is its value already, but for the next key behind a missing comma.
  const isFollowed = !',]}'.includes(sign) && !isComment(text, at) && !isKeyAhead(scan, sign);
  return member.colon && !member.value && !isFollowed ? { kind: 'value', ...spot } : 'nowhere';
}

function isKeyAhead(scan: Scan, sign: string): boolean {
  const { text, at, end } = scan;
  const isQuoted = sign === '"' || sign === "'";
  const keyEnd = isQuoted ? quoteEnd(text, at, end) : plainEnd(scan, true);
  return keyEnd > at && hasColon(text, skipSpace(text, keyEnd, end), isQuoted);
}

function readText(scan: Scan, sign: string): void {
  const { text, end, collection, cursor, at: start } = scan;
  if (!collection) return;
  const isMap = collection.kind === 'map';
  const isQuoted = sign === '"' || sign === "'";
  const written = { start, end: isQuoted ? quoteEnd(text, start, end) : plainEnd(scan, isMap) };
  const behind = skipSpace(text, written.end, end);
  const missesComma = scan.member !== undefined && (!scan.member.colon || !!scan.member.value);
  const member = memberFor(scan, collection);
  const isKey = isMap && !member.colon;
  if (isKey) member.key = written;
  else member.value = written;
  const colon = isKey && hasColon(text, behind, isQuoted);
  member.colon ||= colon;
  scan.at = colon ? behind + 1 : behind;
  if (cursor < start || cursor > behind) return;
  // Spaces behind plain text may be the beginning of more of it.
  const reach = colon || isQuoted ? written.end : behind - (isComment(text, behind) ? 1 : 0);
  const span = { start, end: Math.max(written.end, cursor) };
  const kind = isKey ? 'key' : isMap ? 'value' : 'item';
  blank.lastIndex = behind;
  const next = behind + (blank.exec(text)?.[0].length ?? 0);
  const isFollowed = !colon && next < end && !',]}#'.includes(text.charAt(next));
  scan.spot ??=
    cursor > reach || missesComma || (isFollowed && isDash(text, next, end))
      ? 'nowhere'
      : { kind, collection, member, span, missesComma: isFollowed };
}

function memberFor(scan: Scan, { members }: Collection): Member {
  if (scan.member?.colon && !scan.member.value) return scan.member;
  scan.member = { key: undefined, colon: false, value: undefined };
  members.push(scan.member);
  return scan.member;
}

function plainEnd({ text, end, at }: Scan, isMap: boolean): number {
  const stop = isMap ? endInMap : endInList;
  stop.lastIndex = at;
  return backOverSpace(text, at, Math.min(stop.exec(text)?.index ?? end, end));
}

/** JSON needs no space behind the colon of a quoted key. */
function hasColon(text: string, at: number, isQuoted: boolean): boolean {
  colonAhead.lastIndex = at;
  return isQuoted ? text.charAt(at) === ':' : colonAhead.test(text);
}

/** The way to a spot, from the outermost collection in. */
export function trailOf({ collection, member }: Spot): Trail {
  const trail = [{ collection, member }];
  for (let { outer } = collection; outer; { outer } = outer.collection) trail.unshift(outer);
  return trail;
}
