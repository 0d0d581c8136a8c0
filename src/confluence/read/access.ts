import * as z from 'zod/mini';
import type { SpaceAccess, SpaceInfo, SpacePermission } from '../../sync/model';
import type { Channel } from '../channel';
import { askAll, listOf } from '../paging';

const permission = z.object({
  id: z.string(),
  // Besides users and groups there are principals such as `role` and `access-class`.
  principal: z.object({ type: z.string(), id: z.nullish(z.string()) }),
  operation: z.object({ key: z.string(), targetType: z.string() }),
});

/** Who may do what in a space, where each permission stands by itself. */
export async function readPermissions(
  channel: Channel,
  space: SpaceInfo,
  signal: AbortSignal,
): Promise<readonly SpaceAccess[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: `/wiki/api/v2/spaces/${encodeURIComponent(space.id)}/permissions`,
      query: { limit: '250' },
      scope: 'read:space:confluence',
      about: `space ${space.key}`,
      answer: listOf(permission),
    },
    signal,
  );
  const access = new Map<string, SpaceAccess & { readonly permissions: SpacePermission[] }>();
  for (const { id, principal, operation } of rows) {
    const known = principalOf(principal.type, principal.id);
    if (!known) continue;
    const name = `${known.kind} ${known.id}`;
    const entry = access.get(name) ?? { principal: known, permissions: [], roleId: undefined };
    entry.permissions.push({ id, key: operation.key, target: operation.targetType });
    access.set(name, entry);
  }
  return [...access.values()];
}

const assignment = z.object({
  principal: z.object({ principalType: z.string(), principalId: z.nullish(z.string()) }),
  roleId: z.nullish(z.string()),
});

/** Who has which role in a space, where the site uses space roles. */
export async function readAssignments(
  channel: Channel,
  space: SpaceInfo,
  signal: AbortSignal,
): Promise<readonly SpaceAccess[]> {
  const rows = await askAll(
    channel,
    {
      method: 'GET',
      path: `/wiki/api/v2/spaces/${encodeURIComponent(space.id)}/role-assignments`,
      query: { limit: '250' },
      scope: 'read:space.permission:confluence',
      about: `space ${space.key}`,
      answer: listOf(assignment),
    },
    signal,
  );
  return rows.flatMap(({ principal: { principalType, principalId }, roleId }) => {
    const principal = principalOf(principalType, principalId);
    return principal && roleId ? [{ principal, permissions: [], roleId }] : [];
  });
}

function principalOf(
  type: string,
  id: string | null | undefined,
): SpaceAccess['principal'] | undefined {
  const kind = type.toLowerCase();
  return id && (kind === 'user' || kind === 'group') ? { kind, id } : undefined;
}
