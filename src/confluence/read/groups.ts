import * as z from 'zod/mini';
import type { Group } from '../../sync/model';
import { ask } from '../ask';
import type { Call, Query } from '../call';
import type { Channel } from '../channel';
import { clean } from '../clean';
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
  const call = { path: '/wiki/rest/api/group/picker', query: { query: name } };
  const groups = await readAll(channel, { ...call, about: `group ${name}` }, signal);
  return groups.find((group) => group.name === name);
}

/** Every group of the site whose name is fit to be shown, by name. */
export async function readGroups(channel: Channel, signal: AbortSignal): Promise<readonly Group[]> {
  const call = { path: '/wiki/rest/api/group', query: {}, about: 'groups' };
  const groups = await readAll(channel, call, signal);
  return groups.filter(({ name }) => clean(name, channel.secrets) === name);
}

/** These lists have no links to follow: an answer that is full is continued behind its end. */
function readAll(
  channel: Channel,
  { query, ...call }: Pick<Call, 'path' | 'about'> & { readonly query: Query },
  signal: AbortSignal,
): Promise<readonly Group[]> {
  return collect(async (next) => {
    const start = Number(next ?? 0);
    const { results, limit } = await ask(
      channel,
      {
        ...call,
        method: 'GET',
        query: { ...query, start: String(start), limit: '200' },
        scope: 'read:confluence-groups',
        answer,
      },
      signal,
    );
    const isFull = results.length > 0 && results.length >= limit;
    return { rows: results, next: isFull ? String(start + results.length) : undefined };
  });
}
