import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { AdminCall, Call } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { pageAdmin } from './paging';
import { stableId } from './stableId';
import { guestsOf, resourceOf, seatsOf } from './state';

/** `GET /_edge/tenant_info`, which needs no credential. */
export function tenantInfo({ world }: Call): Answer {
  return { status: 200, body: { cloudId: world.site.cloudId } };
}

/** `GET /admin/v1/orgs/{orgId}`. */
export function readOrganization({ world, origin }: AdminCall): Answer {
  const { id, name } = world.organization;
  const self = `${origin}/admin/v1/orgs/${id}`;
  const data = {
    id,
    type: 'orgs',
    attributes: { name },
    relationships: {
      domains: { links: { related: `${self}/domains` } },
      users: { links: { related: `${self}/users` } },
    },
    links: { self },
  };
  return { status: 200, body: { data } };
}

/** `GET /admin/v2/orgs/{orgId}/directories`. */
export function listDirectories({ world, query }: AdminCall): Answer {
  const { name } = world.organization;
  return pageAdmin([{ directoryId: world.directoryId, name }], query.get('cursor'), 100);
}

const request = z.object({
  limit: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(1000))),
  query: z.optional(
    z.object({ field: z.object({ name: z.string(), values: z.array(z.string()) }) }),
  ),
  cursor: z.optional(z.nullable(z.string())),
});

/** `POST /admin/v2/orgs/{orgId}/workspaces`: this organization has one Confluence and one Jira. */
export function listWorkspaces(call: AdminCall): Answer {
  const { world, origin } = call;
  const { limit = 20, query } = bodyOf(call, request, 'adminSingle');
  if (query !== undefined && query.field.name !== 'attributes.type') {
    throw refusal('adminSingle', 400, `Unknown field ${query.field.name}`, 'ADMIN-400-1');
  }
  const workspaces = ['confluence', 'jira'].filter(
    (type) => query === undefined || query.field.values.includes(type),
  );
  const data = workspaces.slice(0, limit).map((type) => ({
    id:
      type === 'confluence'
        ? resourceOf(world)
        : `ari:cloud:jira::site/${stableId(`jira:${world.site.cloudId}`)}`,
    type: 'workspace',
    attributes: {
      name: world.site.name,
      type,
      typeKey: type,
      hostUrl: origin,
      status: 'online',
      capacity: world.site.userLimit,
      usage: seatsOf(world) + guestsOf(world),
      sandbox: { type: 'NONE' },
    },
    links: { self: `${origin}/admin/v2/orgs/${world.organization.id}/workspaces` },
  }));
  const links = { self: `${origin}${call.path}` };
  const meta = {
    pageSize: data.length,
    startIndex: 0,
    endIndex: data.length,
    total: workspaces.length,
  };
  return { status: 200, body: { data, links, meta } };
}
