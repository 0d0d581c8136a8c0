import * as z from 'zod/mini';
import { ConfluenceError } from '../sync/error';
import { ask } from './ask';
import { unexpected } from './answer';
import type { Call, Query, Question } from './call';
import type { Channel } from './channel';

const mostBatches = 2_000;

export interface Batch<Row> {
  readonly rows: readonly Row[];
  /** What to ask for next; nothing after the last. */
  readonly next: string | null | undefined;
}

/**
 * Every row, batch after batch, or the first `most`.
 * @throws ConfluenceError `shape` when the batches go round in a circle or do not end.
 */
export async function collect<Row>(
  read: (next: string | undefined) => Promise<Batch<Row>>,
  most = Infinity,
): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let next: Batch<Row>['next']; seen.size < mostBatches;) {
    const batch = await read(next ?? undefined);
    for (const row of batch.rows) rows.push(row);
    next = batch.next;
    if (!next || rows.length >= most) return rows.slice(0, most);
    if (seen.has(next)) break;
    seen.add(next);
  }
  throw new ConfluenceError(
    'shape',
    "Atlassian's list does not come to an end: try again, and report this if it stays so.",
  );
}

/** The form of Confluence's lists, v1 and v2. */
export function listOf<Row>(row: z.ZodMiniType<Row>): z.ZodMiniType<List<Row>> {
  return z.object({
    results: z.array(row),
    _links: z.optional(z.object({ next: z.nullish(z.string()) })),
  });
}

interface List<Row> {
  results: Row[];
  _links?: { next?: string | null | undefined } | undefined;
}

/** Every row of one of Confluence's lists, following `_links.next`, or the first `most`. */
export function askAll<Row>(
  channel: Channel,
  question: Question<List<Row>> & { readonly method: 'GET' },
  signal: AbortSignal,
  most = Infinity,
): Promise<Row[]> {
  return collect(async (next) => {
    const query = next === undefined ? question.query : (JSON.parse(next) as Query);
    const { results, _links } = await ask(
      channel,
      query === undefined ? question : { ...question, query },
      signal,
    );
    return { rows: results, next: nextQuery(channel, question, _links?.next) };
  }, most);
}

/**
 * The query of the next batch, from a link that is relative to the site, to `/wiki` or absolute. Only
 * the query is taken, and only from a link to the same call: the answer cannot choose where a
 * credential is sent.
 */
function nextQuery(
  { base }: Channel,
  call: Call,
  link: string | null | undefined,
): string | undefined {
  if (!link) return undefined;
  const here = new URL(base + call.path);
  const there = URL.canParse(link, here.href) ? new URL(link, here) : undefined;
  const isSame =
    there?.origin === here.origin &&
    there.username === '' &&
    [here.pathname, call.path, call.path.replace(/^\/wiki/, '')].includes(there.pathname);
  if (!isSame) throw unexpected(call, 'since its next link leads elsewhere');
  return JSON.stringify({ ...call.query, ...Object.fromEntries(there.searchParams) });
}
