import type { Call } from './call';
import { refusal } from './errors';
import type { Answer, Family } from './errors';

export interface Slice<T> {
  readonly rows: readonly T[];
  readonly start: number;
  readonly limit: number;
  /** Where the next page begins. */
  readonly next: number | undefined;
}

export function slice<T>(rows: readonly T[], start: number, limit: number): Slice<T> {
  const next = start + limit < rows.length ? start + limit : undefined;
  return { rows: rows.slice(start, start + limit), start, limit, next };
}

/** A whole number of the query, no more than `most`. @throws Refusal 400 when it is something else. */
export function numberOf(
  call: Call,
  name: string,
  fallback: number,
  most: number,
  family: Family,
): number {
  const text = call.query.get(name);
  if (text === null) return Math.min(fallback, most);
  if (!/^\d{1,9}$/.test(text)) throw refusal(family, 400, `Invalid value for ${name}: ${text}`);
  return Math.min(Number(text), most);
}

/** A cursor says nothing to its reader, so that clients pass it on as it is. */
export function cursorOf(next: number): string {
  return Buffer.from(`next:${next}`).toString('base64url');
}

/** @throws Refusal 400 when the site did not make this cursor. */
export function offsetOf(cursor: string | null | undefined, family: Family): number {
  if (cursor === null || cursor === undefined) return 0;
  const [, next] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (next === undefined) throw refusal(family, 400, 'Invalid cursor');
  return Number(next);
}

/**
 * One page of a v2 list: `_links.next` and the `Link` header hold the same relative address. The
 * limit is 25 unless asked for, and at most 250.
 */
export function pageV2(call: Call, rows: readonly unknown[]): Answer {
  const limit = Math.max(1, numberOf(call, 'limit', 25, 250, 'v2'));
  const page = slice(rows, offsetOf(call.query.get('cursor'), 'v2'), limit);
  const base = `${call.origin}/wiki`;
  if (page.next === undefined) {
    return { status: 200, body: { results: page.rows, _links: { base } } };
  }
  const query = new URLSearchParams(call.query);
  query.set('cursor', cursorOf(page.next));
  const next = `${call.path}?${query.toString()}`;
  return {
    status: 200,
    headers: { link: `<${next}>; rel="next"` },
    body: { results: page.rows, _links: { next, base } },
  };
}

/** One page of an admin list: `links.next` is the bare cursor, absent on the last page. */
export function pageAdmin(
  rows: readonly unknown[],
  cursor: string | null | undefined,
  limit: number,
): Answer {
  const page = slice(rows, offsetOf(cursor, 'admin'), limit);
  const links = page.next === undefined ? {} : { next: cursorOf(page.next) };
  return { status: 200, body: { data: page.rows, links } };
}
