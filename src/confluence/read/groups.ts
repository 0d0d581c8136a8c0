import * as z from 'zod/mini';
import type { Group } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { collect } from '../paging';

const answer = z.object({
  results: z.array(z.object({ id: z.string(), name: z.string() })),
  limit: z.number(),
});

/** The group of exactly this name; the picker also offers those that have it as a part of theirs. */
export async function readGroup(
  channel: Channel,
  name: string,
  signal: AbortSignal,
): Promise<Group | undefined> {
  const groups = await collect(async (next) => {
    const start = Number(next ?? 0);
    const { results, limit } = await ask(
      channel,
      {
        method: 'GET',
        path: '/wiki/rest/api/group/picker',
        query: { query: name, start: String(start), limit: '200' },
        scope: 'read:confluence-groups',
        about: `group ${name}`,
        answer,
      },
      signal,
    );
    const isFull = results.length > 0 && results.length >= limit;
    return { rows: results, next: isFull ? String(start + results.length) : undefined };
  });
  return groups.find((group) => group.name === name);
}
