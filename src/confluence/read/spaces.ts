import * as z from 'zod/mini';
import type { SpaceInfo } from '../../sync/model';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';
import { clean } from '../clean';
import { askAll, listOf } from '../paging';

const space = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  homepageId: z.nullish(z.string()),
});

/** The visible spaces with these keys or with these ids, 250 in a request. */
export async function readSpaces(
  channel: Channel,
  by: 'keys' | 'ids',
  values: readonly string[],
  signal: AbortSignal,
): Promise<readonly SpaceInfo[]> {
  const rows = await Promise.all(
    chunksOf(values, 250).map((some) =>
      askAll(
        channel,
        {
          method: 'GET',
          path: '/wiki/api/v2/spaces',
          query: { [by]: some.join(','), limit: '250' },
          scope: 'read:space:confluence',
          about: some.length === 1 ? `space ${some.join('')}` : 'spaces',
          answer: listOf(space),
        },
        signal,
      ),
    ),
  );
  return rows.flat().map(toSpace);
}

/** Every visible space that is not archived, its name fit to be shown. */
export async function readAllSpaces(
  channel: Channel,
  signal: AbortSignal,
): Promise<readonly SpaceInfo[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: '/wiki/api/v2/spaces',
      query: { status: 'current', limit: '250' },
      scope: 'read:space:confluence',
      about: 'spaces',
      answer: listOf(space),
    },
    signal,
  );
  return rows.map((row) => ({ ...toSpace(row), name: clean(row.name, channel.secrets) }));
}

function toSpace(row: z.infer<typeof space>): SpaceInfo {
  return { ...row, homepageId: row.homepageId ?? undefined };
}
