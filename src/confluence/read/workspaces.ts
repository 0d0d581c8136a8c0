import * as z from 'zod/mini';
import type { Workspace } from '../../sync/accessReader';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { clean } from '../clean';
import { collect } from '../paging';

/** An entitlement among the relationships; what else there may be has no plan. */
const related = z.object({
  attributes: z.nullish(z.object({ plan: z.nullish(z.string()), planKey: z.nullish(z.string()) })),
});

const workspace = z.object({
  id: z.string(),
  attributes: z.nullish(
    z.object({ hostUrl: z.nullish(z.string()), capacity: z.nullish(z.number()) }),
  ),
  relationships: z.catch(z.nullish(z.record(z.string(), z.array(related))), undefined),
});

const answer = z.object({
  data: z.array(workspace),
  links: z.nullish(z.object({ next: z.nullish(z.string()) })),
});

/** Every Confluence of an organization. */
export async function readWorkspaces(
  channel: Channel,
  organization: string,
  signal: AbortSignal,
): Promise<readonly Workspace[]> {
  const rows = await collect(async (cursor) => {
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
  return rows.map(({ id, attributes, relationships }) => {
    const entitlements = Object.values(relationships ?? {}).flat();
    const plans = entitlements.map((one) => one.attributes?.planKey ?? one.attributes?.plan);
    return {
      resource: id,
      origin: originOf(attributes?.hostUrl),
      capacity: attributes?.capacity ?? undefined,
      plan: plans.flatMap((plan) => (plan ? [clean(plan, channel.secrets)] : []))[0],
    };
  });
}

const confluences = {
  query: { field: { name: 'attributes.type', values: ['confluence'] } },
  limit: 1000,
};

function originOf(url: string | null | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
