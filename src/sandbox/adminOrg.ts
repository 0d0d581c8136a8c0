import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { AdminCall, Call } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { pageAdmin } from './paging';
import { stableId } from './stableId';
import { resourceOf } from './state';
import type { World } from './state';

/** `GET /_edge/tenant_info`, which needs no credential. */
export function tenantInfo({ world }: Call): Answer {
  return { status: 200, body: { cloudId: world.site.cloudId } };
}

/** `GET /admin/v1/orgs`: those of the key, of which one made with scopes was seen to get none. */
export function listOrganizations(call: AdminCall): Answer {
  const { world, isOwn, scoped, origin } = call;
  const isShown = isOwn && (!scoped || world.switches.scopedKeyOrgs === 'listed');
  const data = isShown ? [organizationShape(call)] : [];
  return { status: 200, body: { data, links: { self: `${origin}${call.path}` } } };
}

/** `GET /admin/v1/orgs/{orgId}`. */
export function readOrganization(call: AdminCall): Answer {
  return { status: 200, body: { data: organizationShape(call) } };
}

function organizationShape({ world, origin }: AdminCall) {
  const { id, name } = world.organization;
  const self = `${origin}/admin/v1/orgs/${id}`;
  return {
    id,
    type: 'orgs',
    attributes: { name },
    relationships: {
      domains: { links: { related: `${self}/domains` } },
      users: { links: { related: `${self}/users` } },
    },
    links: { self },
  };
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
      // Told where license data is available; `usage` is for Bitbucket alone.
      capacity:
        type === 'confluence' && world.switches.workspaceCapacity === 'told'
          ? world.site.userLimit
          : null,
      usage: null,
      sandbox: { type: 'NONE' },
    },
    relationships: type === 'confluence' ? entitlementsOf(world) : {},
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

/** The plan, in the form of Atlassian's document; how it spells plans is not known. */
function entitlementsOf({ site, switches }: World) {
  if (switches.workspacePlan === 'absent') return {};
  const id = stableId(`entitlement:${site.cloudId}`);
  const attributes = { key: 'confluence', plan: site.plan, planKey: site.plan };
  return { entitlements: [{ id, type: 'entitlement', attributes }] };
}
