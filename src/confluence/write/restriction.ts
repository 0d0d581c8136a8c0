import type { Operation } from '../../sync/model';
import type { RestrictionPrincipal } from '../../sync/ports';
import type { Change, Query } from '../call';
import { change } from '../change';
import type { Channel } from '../channel';
import { operationKeys } from '../operation';

/**
 * Add several principals in one request. POST adds to what is there, where PUT would replace it.
 * Confluence refuses an empty list of users or groups, so it is left out.
 */
export async function addRestrictions(
  channel: Channel,
  pageId: string,
  operation: Operation,
  { users, groups }: { readonly users: readonly string[]; readonly groups: readonly string[] },
  signal: AbortSignal,
): Promise<void> {
  const user = users.map((accountId) => ({ type: 'known', accountId }));
  const group = groups.map((id) => ({ type: 'group', id }));
  const restrictions = {
    ...(user.length > 0 ? { user } : {}),
    ...(group.length > 0 ? { group } : {}),
  };
  await change(
    channel,
    {
      method: 'POST',
      path: pathOf(pageId),
      body: [{ operation: operationKeys[operation], restrictions }],
      ...facts(pageId),
    },
    signal,
  );
}

/** Add one principal and touch no other. */
export async function addToRestriction(
  channel: Channel,
  pageId: string,
  operation: Operation,
  principal: RestrictionPrincipal,
  signal: AbortSignal,
): Promise<void> {
  const call: Pick<Change, 'path' | 'query'> =
    principal.kind === 'user'
      ? userEntry(pageId, operation, principal.id)
      : {
          path: `${pathOf(pageId, operation)}/byGroupId/${encodeURIComponent(principal.id)}`,
        };
  await change(channel, { method: 'PUT', ...call, ...facts(pageId) }, signal);
}

/** Take one user off and touch no other. */
export async function removeFromRestriction(
  channel: Channel,
  pageId: string,
  operation: Operation,
  accountId: string,
  signal: AbortSignal,
): Promise<void> {
  const entry = userEntry(pageId, operation, accountId);
  await change(channel, { method: 'DELETE', ...entry, ...facts(pageId) }, signal);
}

function userEntry(
  pageId: string,
  operation: Operation,
  accountId: string,
): { readonly path: string; readonly query: Query } {
  return { path: `${pathOf(pageId, operation)}/user`, query: { accountId } };
}

function pathOf(pageId: string, operation?: Operation): string {
  const path = `/wiki/rest/api/content/${encodeURIComponent(pageId)}/restriction`;
  return operation === undefined ? path : `${path}/byOperation/${operationKeys[operation]}`;
}

function facts(pageId: string): Pick<Change, 'scope' | 'about'> {
  return { scope: 'write:confluence-content', about: `page ${pageId}` };
}
