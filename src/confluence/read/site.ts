import * as z from 'zod/mini';
import type { SiteInfo } from '../../sync/accessReader';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { clean } from '../clean';

const answer = z.object({ cloudId: z.nullish(z.string()), edition: z.nullish(z.string()) });

/** What the site says about itself. */
export async function readSite(channel: Channel, signal: AbortSignal): Promise<SiteInfo> {
  const { cloudId, edition } = await ask(
    channel,
    {
      method: 'GET',
      path: '/wiki/rest/api/settings/systemInfo',
      scope: 'read:configuration:confluence',
      about: 'plan of the site',
      answer,
    },
    signal,
  );
  return {
    cloudId: cloudId ?? undefined,
    plan: edition ? clean(edition, channel.secrets) : undefined,
  };
}
