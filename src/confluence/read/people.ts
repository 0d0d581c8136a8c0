import * as z from 'zod/mini';
import type { Person } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';

const user = z.object({
  accountId: z.string(),
  accountStatus: z.nullish(z.string()),
  displayName: z.nullish(z.string()),
  publicName: z.nullish(z.string()),
  email: z.nullish(z.string()),
  isExternalCollaborator: z.nullish(z.boolean()),
});

/**
 * Confluence's own word on accounts, 250 in a request: who is a guest and who a user, and whether
 * the account is active, waiting (Confluence knows the id but no account behind it yet) or inactive.
 */
export async function readPeople(
  channel: Channel,
  accountIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly Person[]> {
  const read = await Promise.all(
    chunksOf(accountIds, 250).map((some) =>
      ask(
        channel,
        {
          method: 'POST',
          path: '/wiki/api/v2/users-bulk',
          body: { accountIds: some },
          scope: 'read:user:confluence',
          about: 'people',
          answer: z.object({ results: z.array(user) }),
        },
        signal,
      ),
    ),
  );
  return read.flatMap(({ results }) => results.map(toPerson));
}

function toPerson({ accountId, ...row }: z.infer<typeof user>): Person {
  return {
    accountId,
    // Confluence writes a hidden address as an empty one.
    email: row.email === '' ? undefined : (row.email ?? undefined),
    name: row.displayName ?? row.publicName ?? accountId,
    kind: kindOf(row.isExternalCollaborator),
    state: stateOf(row.accountStatus),
  };
}

function kindOf(isExternal: boolean | null | undefined): Person['kind'] {
  if (isExternal === true) return 'guest';
  return isExternal === false ? 'user' : 'unknown';
}

function stateOf(status: string | null | undefined): Person['state'] {
  switch (status) {
    case 'active':
      return 'active';
    case 'unknown':
      return 'waiting';
    case 'inactive':
    case 'closed':
      return 'inactive';
    default:
      return 'unknown';
  }
}
