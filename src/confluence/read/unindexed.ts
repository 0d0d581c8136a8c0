import * as z from 'zod/mini';
import type { Page } from '../../sync/model';
import { unexpected } from '../answer';
import { ask } from '../ask';
import type { Question } from '../call';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';
import { askAll, collect, listOf } from '../paging';
import { readRestrictions } from './restrictions';
import { readSpaces } from './spaces';

const pages = listOf(z.object({ id: z.string(), title: z.string(), spaceId: z.string() }));

const ancestors = listOf(z.object({ id: z.string() }));

const mostAncestors = 250;

/** The visible pages among these ids without the search index: three requests or more for each. */
export async function readUnindexed(
  channel: Channel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Page[]> {
  const found: Page[] = [];
  for (const some of chunksOf(ids, 250)) {
    const question: Question<z.infer<typeof pages>> & { readonly method: 'GET' } = {
      method: 'GET',
      path: '/wiki/api/v2/pages',
      query: { id: some.join(','), status: 'current', limit: '250' },
      scope: 'read:page:confluence',
      about: some.length === 1 ? `page ${some.join('')}` : 'pages',
      answer: pages,
    };
    const rows = await askAll(channel, question, signal);
    const spaceIds = rows.map(({ spaceId }) => spaceId);
    const spaces = await readSpaces(channel, 'ids', spaceIds, signal);
    const keys = new Map(spaces.map(({ id, key }) => [id, key]));
    const read = await Promise.all(
      rows.map(async ({ id, title, spaceId }) => {
        const spaceKey = keys.get(spaceId);
        if (spaceKey === undefined) throw unexpected(question, 'since its space is missing');
        const [above, restrictions] = await Promise.all([
          readAncestors(channel, id, signal),
          readRestrictions(channel, id, signal),
        ]);
        return { id, title, spaceKey, ancestors: above, ...restrictions };
      }),
    );
    found.push(...read);
  }
  return found;
}

/** The ids above a page, top-most first. There is no cursor: the first of a full list is asked next. */
async function readAncestors(
  channel: Channel,
  pageId: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const nearestFirst = await collect(async (next) => {
    const id = next ?? pageId;
    const { results } = await ask(
      channel,
      {
        method: 'GET',
        path: `/wiki/api/v2/pages/${encodeURIComponent(id)}/ancestors`,
        query: { limit: String(mostAncestors) },
        scope: 'read:content.metadata:confluence',
        about: `page ${pageId}`,
        answer: ancestors,
      },
      signal,
    );
    return {
      rows: results.map((each) => each.id).reverse(),
      next: results.length >= mostAncestors ? results[0]?.id : undefined,
    };
  });
  return nearestFirst.reverse();
}
