import * as z from 'zod/mini';
import type { PageTitle } from '../../sync/lists';
import type { SpaceInfo } from '../../sync/model';
import type { Channel } from '../channel';
import { clean } from '../clean';
import { askAll, listOf } from '../paging';

const page = z.object({ id: z.string(), title: z.string() });

/** The visible pages of a space; where only `most` are wanted, those that were changed last. */
export async function readTitles(
  channel: Channel,
  space: SpaceInfo,
  most: number,
  signal: AbortSignal,
): Promise<readonly PageTitle[]> {
  const order: { sort?: string } = most === Infinity ? {} : { sort: '-modified-date' };
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: `/wiki/api/v2/spaces/${encodeURIComponent(space.id)}/pages`,
      query: { status: 'current', limit: '250', ...order },
      scope: 'read:page:confluence',
      about: `space ${space.key}`,
      answer: listOf(page),
    },
    signal,
    most,
  );
  return rows.map(({ id, title }) => ({
    id,
    title: clean(title, channel.secrets),
    spaceKey: space.key,
  }));
}
