import * as z from 'zod/mini';
import type { Account } from '../../sync/accessReader';
import { ConfluenceError } from '../../sync/error';
import type { Caller } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { clean } from '../clean';

const operation = z.object({ operation: z.string(), targetType: z.string() });

const account = z.object({
  accountId: z.nullish(z.string()),
  displayName: z.nullish(z.string()),
  publicName: z.nullish(z.string()),
  isGuest: z.nullish(z.boolean()),
  operations: z.nullish(z.array(operation)),
});

const question = {
  method: 'GET',
  path: '/wiki/rest/api/user/current',
  scope: 'read:confluence-user',
  about: 'account of this token',
  answer: account,
} as const;

/**
 * Whose token it is.
 * @throws ConfluenceError `auth` also when the site takes the caller for anonymous.
 */
export async function readCaller(channel: Channel, signal: AbortSignal): Promise<Caller> {
  return toCaller(await ask(channel, question, signal), channel);
}

/** Whose token it is, and what that account is on the site. Throws like {@link readCaller}. */
export async function readAccount(channel: Channel, signal: AbortSignal): Promise<Account> {
  const row = await ask(channel, { ...question, query: { expand: 'operations' } }, signal);
  const isAdmin = row.operations?.some(
    (one) => one.operation === 'administer' && one.targetType === 'application',
  );
  const { accountId, name } = toCaller(row, channel);
  return {
    accountId,
    name,
    isGuest: row.isGuest ?? undefined,
    isAdmin,
  };
}

function toCaller(
  { accountId, displayName, publicName }: z.infer<typeof account>,
  { secrets }: Channel,
): Caller {
  if (!accountId) {
    throw new ConfluenceError(
      'auth',
      'Confluence does not know who you are: sign in with your e-mail address and an API token.',
    );
  }
  return { accountId, name: clean(displayName ?? publicName ?? accountId, secrets) };
}
