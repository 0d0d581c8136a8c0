import type { Operation } from '../../sync/model';
import type { RestrictionPrincipal } from '../../sync/ports';
import type { Change } from '../call';
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
  const entry = entryOf(pageId, operation, principal);
  await change(channel, { method: 'PUT', ...entry, ...facts(pageId) }, signal);
}

/** Take one principal off and touch no other. */
export async function removeFromRestriction(
  channel: Channel,
  pageId: string,
  operation: Operation,
  principal: RestrictionPrincipal,
  signal: AbortSignal,
): Promise<void> {
  const entry = entryOf(pageId, operation, principal);
  await change(channel, { method: 'DELETE', ...entry, ...facts(pageId) }, signal);
}

function entryOf(
  pageId: string,
  operation: Operation,
  { kind, id }: RestrictionPrincipal,
): Pick<Change, 'path' | 'query'> {
  const path = pathOf(pageId, operation);
  return kind === 'user'
    ? { path: `${path}/user`, query: { accountId: id } }
    : { path: `${path}/byGroupId/${encodeURIComponent(id)}` };
}

function pathOf(pageId: string, operation?: Operation): string {
  const path = `/wiki/rest/api/content/${encodeURIComponent(pageId)}/restriction`;
  return operation === undefined ? path : `${path}/byOperation/${operationKeys[operation]}`;
}

function facts(pageId: string): Pick<Change, 'scope' | 'about'> {
  return { scope: 'write:confluence-content', about: `page ${pageId}` };
}
