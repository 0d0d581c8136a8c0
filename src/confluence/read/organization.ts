import * as z from 'zod/mini';
import type { OrganizationInfo } from '../../sync/accessReader';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { clean } from '../clean';
import { collect } from '../paging';

const attributes = z.object({ name: z.string() });

/** The organization with this id, which proves that the admin key is good for it. */
export async function readOrganization(
  channel: Channel,
  organization: string,
  signal: AbortSignal,
): Promise<OrganizationInfo> {
  const { data } = await ask(
    channel,
    {
      method: 'GET',
      path: `/v1/orgs/${encodeURIComponent(organization)}`,
      scope: 'read:orgs:admin',
      about: `organization ${organization}`,
      answer: z.object({ data: z.object({ attributes }) }),
    },
    signal,
  );
  return { id: organization, name: clean(data.attributes.name, channel.secrets) };
}

/** The organizations of the key; one made with scopes was seen to get none. */
export async function readOrganizations(
  channel: Channel,
  signal: AbortSignal,
): Promise<readonly OrganizationInfo[]> {
  const rows = await collect(async (cursor) => {
    const { data, links } = await ask(
      channel,
      {
        method: 'GET',
        path: '/v1/orgs',
        ...(cursor === undefined ? {} : { query: { cursor } }),
        scope: 'read:orgs:admin',
        about: 'organizations of this key',
        answer: z.object({
          data: z.array(z.object({ id: z.string(), attributes })),
          links: z.nullish(z.object({ next: z.nullish(z.string()) })),
        }),
      },
      signal,
    );
    return { rows: data, next: cursorOf(links?.next) };
  });
  const { secrets } = channel;
  return rows.map((row) => ({
    id: clean(row.id, secrets),
    name: clean(row.attributes.name, secrets),
  }));
}

/** The document calls the link an address; other lists of this API give the bare cursor. */
function cursorOf(next: string | null | undefined): string | undefined {
  if (!next) return undefined;
  return URL.canParse(next) ? (new URL(next).searchParams.get('cursor') ?? undefined) : next;
}

/** How many active accounts have one of these roles and this app, by the organization's count. */
export async function countUsers(
  channel: Channel,
  organization: string,
  resource: string,
  roles: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { count } = await ask(
    channel,
    {
      method: 'GET',
      path: `/v2/orgs/${encodeURIComponent(organization)}/directories/-/users/count`,
      query: {
        resourceIds: resource,
        roleIds: roles.map((role) => `atlassian/${role}`),
        accountStatus: 'active',
      },
      scope: 'read:directories:admin',
      about: `organization ${organization}`,
      answer: z.object({ count: z.number() }),
    },
    signal,
  );
  return count;
}
