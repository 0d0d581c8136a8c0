import * as z from 'zod/mini';
import { ConfluenceError } from '../../sync/error';
import type { Caller } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';

const account = z.object({
  accountId: z.nullish(z.string()),
  displayName: z.nullish(z.string()),
  publicName: z.nullish(z.string()),
});

/**
 * Whose token it is.
 * @throws ConfluenceError `auth` also when the site takes the caller for anonymous.
 */
export async function readCaller(channel: Channel, signal: AbortSignal): Promise<Caller> {
  const { accountId, displayName, publicName } = await ask(
    channel,
    {
      method: 'GET',
      path: '/wiki/rest/api/user/current',
      scope: 'read:confluence-user',
      about: 'account of this token',
      answer: account,
    },
    signal,
  );
  if (!accountId) {
    throw new ConfluenceError(
      'auth',
      'Confluence does not know who you are: sign in with your e-mail address and an API token.',
    );
  }
  return { accountId, name: displayName ?? publicName ?? accountId };
}
