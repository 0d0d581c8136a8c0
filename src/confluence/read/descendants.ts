import * as z from 'zod/mini';
import type { Channel } from '../channel';
import { askAll, listOf } from '../paging';

const descendant = z.object({ id: z.string(), type: z.string(), depth: z.number() });

/** Atlassian answers no deeper than this at once. */
const deepest = 10;

/** The ids of the pages below a page, at any depth; folders and the like are passed through. */
export async function readDescendants(
  channel: Channel,
  id: string,
  kind: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: `/wiki/api/v2/${kind}s/${encodeURIComponent(id)}/descendants`,
      query: { depth: String(deepest), limit: '250' },
      scope: 'read:hierarchical-content:confluence',
      about: `${kind} ${id}`,
      answer: listOf(descendant),
    },
    signal,
  );
  const deeper = await Promise.all(
    rows
      .filter(({ depth }) => depth === deepest)
      .map((row) => readDescendants(channel, row.id, row.type, signal)),
  );
  const pages = rows.filter(({ type }) => type === 'page');
  return [...pages.map((row) => row.id), ...deeper.flat()];
}
