import * as z from 'zod/mini';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { collect } from '../paging';

const answer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      attributes: z.nullish(z.object({ hostUrl: z.nullish(z.string()) })),
    }),
  ),
  links: z.nullish(z.object({ next: z.nullish(z.string()) })),
});

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
  const workspaces = await collect(async (cursor) => {
    const { data, links } = await ask(
      channel,
      {
        method: 'POST',
        path: `/v2/orgs/${encodeURIComponent(organization)}/workspaces`,
        // With a cursor nothing else may be sent.
        body: cursor === undefined ? confluences : { cursor },
        scope: 'read:workspaces:admin',
        about: `organization ${organization}`,
        answer,
      },
      signal,
    );
    return { rows: data, next: links?.next };
  });
  const own = workspaces.find(({ attributes }) => originOf(attributes?.hostUrl) === site.base);
  return own?.id ?? `ari:cloud:confluence::site/${await readCloudId(site, signal)}`;
}

const confluences = {
  query: { field: { name: 'attributes.type', values: ['confluence'] } },
  limit: 1000,
};

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

function originOf(url: string | null | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
