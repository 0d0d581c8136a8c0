import { change } from '../change';
import type { Channel } from '../channel';

/** Give a user one permission in a space of a site without space roles. */
export async function addSpacePermission(
  channel: Channel,
  spaceKey: string,
  accountId: string,
  { key, target }: { readonly key: string; readonly target: string },
  signal: AbortSignal,
): Promise<void> {
  await change(
    channel,
    {
      method: 'POST',
      path: `/wiki/rest/api/space/${encodeURIComponent(spaceKey)}/permission`,
      body: { subject: { type: 'user', identifier: accountId }, operation: { key, target } },
      scope: 'write:space.permission:confluence',
      about: `space ${spaceKey}`,
    },
    signal,
  );
}

/** Take one permission away; that of `read`/`space` takes the user's others with it. */
export async function removeSpacePermission(
  channel: Channel,
  spaceKey: string,
  permissionId: string,
  signal: AbortSignal,
): Promise<void> {
  const space = encodeURIComponent(spaceKey);
  await change(
    channel,
    {
      method: 'DELETE',
      path: `/wiki/rest/api/space/${space}/permission/${encodeURIComponent(permissionId)}`,
      scope: 'write:space.permission:confluence',
      about: `space ${spaceKey}`,
    },
    signal,
  );
}

/** Set the one role of a user in a space; without a role id Confluence takes the role away. */
export async function setSpaceRole(
  channel: Channel,
  spaceId: string,
  accountId: string,
  roleId: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const principal = { principalType: 'USER', principalId: accountId };
  await change(
    channel,
    {
      method: 'POST',
      path: `/wiki/api/v2/spaces/${encodeURIComponent(spaceId)}/role-assignments`,
      body: [roleId === undefined ? { principal } : { principal, roleId }],
      scope: 'write:space.permission:confluence',
      about: `space with id ${spaceId}`,
    },
    signal,
  );
}
