import * as z from 'zod/mini';
import type { PageOperations } from '../../sync/accessReader';
import { ConfluenceError } from '../../sync/error';
import type { SpaceInfo } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';
import { clean } from '../clean';
import { askAll, listOf } from '../paging';

const operations = z.array(z.object({ operation: z.string(), targetType: z.string() }));

const permitted = z.object({ operations });

/** What the caller may do in a space, such as `administer/space`. */
export async function readSpaceOperations(
  channel: Channel,
  { id, key }: SpaceInfo,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answer = await ask(
    channel,
    {
      method: 'GET',
      path: `/wiki/api/v2/spaces/${encodeURIComponent(id)}/operations`,
      scope: 'read:space:confluence',
      about: `space ${key}`,
      answer: permitted,
    },
    signal,
  );
  return answer.operations.map(({ operation, targetType }) => `${operation}/${targetType}`);
}

const content = z.object({
  id: z.string(),
  title: z.nullish(z.string()),
  space: z.nullish(z.object({ key: z.string() })),
  operations,
});

const pagesAtOnce = 100;

/**
 * What the caller may do with each visible page. The search index answers for a hundred at once but
 * may lag, so what it leaves out is asked for by itself before it counts as absent.
 */
export async function readPageOperations(
  channel: Channel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PageOperations>> {
  const wanted = ids.filter((id) => /^\d+$/.test(id));
  const found = await Promise.all(
    chunksOf(wanted, pagesAtOnce).map((some) => searchOperations(channel, some, signal)),
  );
  const pages = new Map(found.flat());
  const absent = wanted.filter((id) => !pages.has(id));
  const single = await Promise.all(absent.map((id) => readOne(channel, id, signal)));
  return new Map([...pages, ...single.flatMap((page) => (page ? [page] : []))]);
}

async function searchOperations(
  channel: Channel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly [string, PageOperations])[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: '/wiki/rest/api/content/search',
      query: {
        cql: `id in (${ids.join(',')})`,
        expand: 'operations,space',
        limit: String(pagesAtOnce),
      },
      scope: 'search:confluence',
      about: 'pages',
      answer: listOf(content),
    },
    signal,
  );
  return rows.map((row) => [
    row.id,
    {
      title: row.title ? clean(row.title, channel.secrets) : undefined,
      spaceKey: row.space?.key,
      operations: namesOf(row.operations),
    },
  ]);
}

/** `undefined`: not there, or not visible. */
async function readOne(
  channel: Channel,
  id: string,
  signal: AbortSignal,
): Promise<readonly [string, PageOperations] | undefined> {
  try {
    const answer = await ask(
      channel,
      {
        method: 'GET',
        path: `/wiki/api/v2/pages/${encodeURIComponent(id)}/operations`,
        scope: 'read:page:confluence',
        about: `page ${id}`,
        answer: permitted,
      },
      signal,
    );
    return [id, { title: undefined, spaceKey: undefined, operations: namesOf(answer.operations) }];
  } catch (error) {
    if (error instanceof ConfluenceError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

/** Those that are about the page itself, and not about comments and attachments on it. */
function namesOf(rows: z.infer<typeof operations>): readonly string[] {
  return rows.filter(({ targetType }) => targetType === 'page').map(({ operation }) => operation);
}
