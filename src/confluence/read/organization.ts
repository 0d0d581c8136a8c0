import * as z from 'zod/mini';
import { ask } from '../ask';
import type { Channel } from '../channel';

const answer = z.object({ data: z.object({ attributes: z.object({ name: z.string() }) }) });

/** The organization's name, which proves that the admin key is good for it. */
export async function readOrganizationName(
  channel: Channel,
  organization: string,
  signal: AbortSignal,
): Promise<string> {
  const { data } = await ask(
    channel,
    {
      method: 'GET',
      path: `/v1/orgs/${encodeURIComponent(organization)}`,
      scope: 'read:orgs:admin',
      about: `organization ${organization}`,
      answer,
    },
    signal,
  );
  return data.attributes.name;
}
