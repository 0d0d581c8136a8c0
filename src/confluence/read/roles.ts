import * as z from 'zod/mini';
import type { SpaceRole } from '../../sync/model';
import type { Channel } from '../channel';
import { askAll, listOf } from '../paging';

const role = z.object({
  id: z.string(),
  name: z.string(),
  spacePermissions: z.nullish(z.array(z.string())),
});

/** The space roles of the site. */
export async function readSpaceRoles(
  channel: Channel,
  signal: AbortSignal,
): Promise<readonly SpaceRole[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: '/wiki/api/v2/space-roles',
      query: { limit: '250' },
      scope: 'read:space.permission:confluence',
      about: 'space roles',
      answer: listOf(role),
    },
    signal,
  );
  return rows.map(({ id, name, spacePermissions }) => ({
    id,
    name,
    permissions: spacePermissions ?? [],
  }));
}
