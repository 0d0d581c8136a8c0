import * as z from 'zod/mini';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { readWorkspaces } from './workspaces';

/**
 * What the organization calls this Confluence: among its workspaces the one at the site's address,
 * else the id made from the site's cloud id as in Atlassian's examples.
 * @param site the channel to the site without a credential
 */
export async function readResource(
  channel: Channel,
  organization: string,
  site: Channel,
  signal: AbortSignal,
): Promise<string> {
  const workspaces = await readWorkspaces(channel, organization, signal);
  const own = workspaces.find(({ origin }) => origin === site.base);
  return own?.resource ?? `ari:cloud:confluence::site/${await readCloudId(site, signal)}`;
}

/** The site's cloud id, which every site tells everybody. */
export async function readCloudId(site: Channel, signal: AbortSignal): Promise<string> {
  const { cloudId } = await ask(
    site,
    {
      method: 'GET',
      path: '/_edge/tenant_info',
      scope: 'none',
      about: `site ${site.base}`,
      answer: z.object({ cloudId: z.string() }),
    },
    signal,
  );
  return cloudId;
}
