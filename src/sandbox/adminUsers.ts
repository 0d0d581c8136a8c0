import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { AdminCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { offsetOf, pageAdmin } from './paging';
import { resourceOf } from './state';
import type { Person, World } from './state';

const strings = (most: number) => z.optional(z.array(z.string()).check(z.maxLength(most)));

const request = z.object({
  emails: strings(100),
  searchTerm: z.optional(z.string()),
  accountIds: strings(10),
  emailDomains: strings(10),
  groupIds: strings(10),
  resourceIds: strings(20),
  roleIds: strings(10),
  status: strings(10),
  accountStatus: strings(10),
  membershipStatus: strings(10),
  expand: strings(4),
  limit: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(100))),
  cursor: z.optional(z.string()),
});

type Query = z.infer<typeof request>;

/** `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search`: the way from address to account. */
export function searchUsers(call: AdminCall): Answer {
  const { world } = call;
  checkDirectory(call);
  if (call.scoped && world.switches.scopedKeySearch === 'refused') throw scopedKey();
  const query = bodyOf(call, request, 'admin');
  if (query.emails !== undefined && query.searchTerm !== undefined) {
    throw refusal('admin', 400, 'Use either emails or searchTerm');
  }
  offsetOf(query.cursor, 'admin');
  const emails = query.emails && new Set(query.emails.map((email) => email.toLowerCase()));
  const rows = [...world.people.values()]
    .filter(({ email }) => emails?.has(email.toLowerCase()) ?? true)
    .map((person) => ({ person, row: rowOf(world, person, query.expand ?? []) }))
    .filter(({ person, row }) => row !== undefined && isWanted(world, person, row, query))
    .map(({ row }) => row);
  return pageAdmin(rows, query.cursor, query.limit ?? 50);
}

/** The refusal of a key made with scopes where the site wants one without. */
export function scopedKey() {
  return refusal('admin', 403, 'This API key is not allowed to do this', 'ADMIN-UAM-403-1');
}

/** `-` stands for every directory of the organization. */
export function checkDirectory({ world, place }: AdminCall): void {
  if (!['-', world.directoryId].includes(place('directoryId'))) {
    throw refusal('admin', 404, 'Directory not found', 'ADMIN-404-3');
  }
}

interface Row {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly status: string;
  readonly accountStatus: string;
  readonly membershipStatus: string;
}

function isWanted(world: World, person: Person, row: Row, query: Query): boolean {
  const among = (list: readonly string[] | undefined, ...values: readonly string[]) =>
    list === undefined ||
    list.some((one) => values.some((value) => value.toLowerCase() === one.toLowerCase()));
  const term = query.searchTerm?.toLowerCase() ?? '';
  const groups = [...world.groups.values()].filter(({ members }) => members.has(person.accountId));
  return (
    among(query.accountIds, row.accountId) &&
    among(query.emailDomains, row.email.slice(row.email.lastIndexOf('@') + 1)) &&
    among(query.groupIds, ...groups.map(({ id }) => id)) &&
    among(query.resourceIds, ...(person.roles.size > 0 ? [resourceOf(world)] : [])) &&
    among(query.roleIds, ...[...person.roles].map((role) => `atlassian/${role}`)) &&
    among(query.status, row.status) &&
    among(query.accountStatus, row.accountStatus) &&
    among(query.membershipStatus, row.membershipStatus) &&
    (row.name.toLowerCase().includes(term) || row.email.toLowerCase().includes(term))
  );
}

/** `undefined`: an invitation that this search does not show until it is accepted. */
function rowOf(world: World, person: Person, expand: readonly string[]) {
  const status = statusOf(world, person);
  if (status === undefined) return undefined;
  const groups = [...world.groups.values()]
    .filter(({ members }) => members.has(person.accountId))
    .map(({ id, name }) => ({ id, name }));
  const productAccess =
    person.roles.size === 0 ? [] : [{ id: resourceOf(world), key: 'confluence' }];
  return {
    accountId: person.accountId,
    accountType: 'atlassian',
    ...status,
    membershipStatus: 'active',
    claimStatus: 'unmanaged',
    email: person.email,
    emailVerified: person.state !== 'invited',
    name: person.name,
    nickname: person.name,
    managementSource: 'invited',
    ...(expand.includes('productAccess') ? { productAccess } : {}),
    ...(expand.includes('groups') ? { groups } : {}),
    ...(expand.includes('platformRoles') ? { platformRoles: [] } : {}),
    ...(expand.includes('counts.resources') ? { counts: { resources: productAccess.length } } : {}),
    links: {},
  };
}

function statusOf({ switches }: World, { state }: Person) {
  switch (state) {
    case 'active':
      return { status: 'active', accountStatus: 'active' };
    case 'deactivated':
      return { status: 'deactivated', accountStatus: 'inactive' };
    case 'invited':
      return pendingStatus[switches.pendingInSearch];
  }
}

const pendingStatus = {
  active: { status: 'active', accountStatus: 'active' },
  notInvited: { status: 'not_invited', accountStatus: 'active' },
  inactive: { status: 'active', accountStatus: 'inactive' },
  absent: undefined,
};
