import * as z from 'zod/mini';
import type { Page } from '../../sync/model';
import type { Call } from '../call';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';
import { askAll, listOf } from '../paging';
import { isCutOff, principals, readRestrictions, toRestriction } from './restrictions';
import { readUnindexed } from './unindexed';

const operation = z.object({ restrictions: principals });

const content = z.object({
  id: z.string(),
  title: z.string(),
  space: z.object({ key: z.string() }),
  ancestors: z.array(z.object({ id: z.string() })),
  restrictions: z.object({ read: operation, update: operation }),
});

type Content = z.infer<typeof content>;

const expand = [
  'restrictions.read.restrictions.user',
  'restrictions.read.restrictions.group',
  'restrictions.update.restrictions.user',
  'restrictions.update.restrictions.group',
  'ancestors',
  'space',
].join(',');

/**
 * Atlassian names no limit but “fixed system limits”. With a hundred, an answer stays far below the
 * size that is read even when every restriction is long, and no list has to be followed link by link.
 */
const pagesAtOnce = 100;

/**
 * The visible pages among these ids. The search index answers for a hundred at once but may lag, so
 * what it leaves out is looked for by itself before it counts as absent. An id that is not a number
 * is no page's.
 */
export async function readPages(
  channel: Channel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Page[]> {
  const wanted = ids.filter((id) => /^\d+$/.test(id));
  const read = await Promise.all(
    chunksOf(wanted, pagesAtOnce).map((some) => searchPages(channel, some, signal)),
  );
  const pages = new Map(read.flat().map((page) => [page.id, page]));
  const absent = wanted.filter((id) => !pages.has(id));
  return [...pages.values(), ...(await readUnindexed(channel, absent, signal))];
}

async function searchPages(
  channel: Channel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Page[]> {
  const call = searchFor(ids);
  const found = await askAll(channel, { ...call, answer: listOf(content) }, signal);
  return Promise.all(found.map((row) => toPage(channel, call, row, signal)));
}

function searchFor(ids: readonly string[]): Call & { readonly method: 'GET' } {
  return {
    method: 'GET',
    path: '/wiki/rest/api/content/search',
    query: { cql: `id in (${ids.join(',')})`, expand, limit: String(pagesAtOnce) },
    scope: 'search:confluence',
    about: ids.length === 1 ? `page ${ids.join('')}` : 'pages',
  };
}

async function toPage(
  channel: Channel,
  call: Call,
  { id, title, space, ancestors, restrictions: { read, update } }: Content,
  signal: AbortSignal,
): Promise<Page> {
  const page = { id, title, spaceKey: space.key, ancestors: ancestors.map((each) => each.id) };
  if (isCutOff(read.restrictions) || isCutOff(update.restrictions)) {
    return { ...page, ...(await readRestrictions(channel, id, signal)) };
  }
  return {
    ...page,
    view: toRestriction([read.restrictions], call),
    edit: toRestriction([update.restrictions], call),
  };
}
