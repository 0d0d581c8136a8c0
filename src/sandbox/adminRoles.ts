import * as z from 'zod/mini';
import { checkDirectory, scopedKey } from './adminUsers';
import { bodyOf, record } from './call';
import type { AdminCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { numberOf, pageAdmin } from './paging';
import { isSame, resourceOf } from './state';
import type { Person, Principal, Role, World } from './state';

/** `GET …/directories/{directoryId}/users/stats`. */
export function countUsers(call: AdminCall): Answer {
  checkDirectory(call);
  const people = [...call.world.people.values()];
  const active = people.filter(({ state }) => state !== 'deactivated');
  const roles = (['user', 'guest', 'admin'] as const).map((role) => ({
    roleId: `atlassian/${role}`,
    count: active.filter(({ roles, otherApp }) => roles.has(role) || (role === 'user' && otherApp))
      .length,
  }));
  const accountStatus = [
    { status: 'active', count: active.length },
    { status: 'inactive', count: people.length - active.length },
  ];
  return { status: 200, body: { accountStatus, roles } };
}

/**
 * `GET …/directories/{directoryId}/users/count`, by app, role and state of the account. Whether app
 * and role have to belong together is not documented.
 */
export function countUsersBy(call: AdminCall): Answer {
  checkDirectory(call);
  const { world, query } = call;
  const among = (name: string, values: readonly string[]) => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || wanted.some((one) => values.includes(one));
  };
  const isAnywhere = world.switches.countOfRoles === 'anywhere';
  const counted = [...world.people.values()].filter((person) => {
    const roles = [...person.roles, ...(isAnywhere && person.otherApp ? ['user'] : [])];
    return (
      among('resourceIds', person.roles.size > 0 ? [resourceOf(world)] : []) &&
      among(
        'roleIds',
        roles.map((role) => `atlassian/${role}`),
      ) &&
      among('accountStatus', [person.state === 'deactivated' ? 'inactive' : 'active'])
    );
  });
  return { status: 200, body: { count: counted.length } };
}

/** `GET …/directories/{directoryId}/users/{accountId}/role-assignments`. */
export function listRoleAssignments(call: AdminCall): Answer {
  checkDirectory(call);
  const { world, query } = call;
  const person = personOf(world, call.place('accountId'));
  const limit = Math.max(1, numberOf(call, 'limit', 20, 100, 'admin'));
  const roles = [...person.roles];
  const row = {
    resourceId: resourceOf(world),
    resourceOwner: 'confluence',
    directoryId: world.directoryId,
    userDirectoryStatus: 'active',
    roleAssignments: roles.map((role) => ({
      role: `atlassian/${role}`,
      roleAssignmentMethods: [isThroughGroup(world, role) ? 'group_direct' : 'direct'],
    })),
    roles: roles.map((role) => `atlassian/${role}`),
  };
  return pageAdmin(roles.length === 0 ? [] : [row], query.get('cursor'), limit);
}

const request = z.object({ role: z.string(), resource: z.optional(z.string()) });

/** `POST /admin/v1/orgs/{orgId}/users/{userId}/roles/revoke`; revoking what nobody holds changes nothing. */
export function revokeRole(call: AdminCall): Answer {
  const { world } = call;
  if (call.scoped && world.switches.scopedKeyRevoke === 'refused') throw scopedKey();
  const { role: name, resource } = bodyOf(call, request, 'admin');
  const role = roleNamed(name);
  if (role === undefined || resource === undefined) {
    throw refusal('admin', 400, 'The role is not valid for the resource', 'ADMIN-UAM-400-3');
  }
  if (resource !== resourceOf(world)) {
    throw refusal('admin', 404, 'Resource not found', 'ADMIN-UAM-404-1');
  }
  const person = personOf(world, call.place('userId'));
  if (isThroughGroup(world, role) && world.switches.revokeOfGroupRole !== 'suffices') {
    if (world.switches.revokeOfGroupRole === 'ignored') return { status: 204 };
    throw refusal('admin', 400, 'The role is assigned through a group', 'ADMIN-UAM-400-1');
  }
  person.roles.delete(role);
  if (person.roles.size === 0) dropAccess(world, person);
  record(call, 'revokeRole', { email: person.email, role: name });
  return { status: 204 };
}

/** The role of Confluence behind a name such as `atlassian/guest`. */
export function roleNamed(name: string): Role | undefined {
  return (['user', 'guest', 'admin'] as const).find((role) => name === `atlassian/${role}`);
}

function isThroughGroup({ switches }: World, role: Role): boolean {
  return role === 'guest' && switches.roleMethod === 'groupDirect';
}

function personOf({ people }: World, accountId: string): Person {
  const person = people.get(accountId);
  if (person === undefined) throw refusal('admin', 404, 'User not found', 'ADMIN-UAM-404-3');
  return person;
}

function dropAccess(world: World, { accountId }: Person): void {
  const own: Principal = { type: 'user', id: accountId };
  if (world.switches.revokedSpace === 'dropped') {
    for (const space of world.spaces.values()) {
      space.permissions = space.permissions.filter((one) => !isSame(one.principal, own));
      space.assignments = space.assignments.filter((one) => !isSame(one.principal, own));
    }
  }
  if (world.switches.revokedRestrictions === 'dropped') {
    for (const { restrictions } of world.pages.values()) {
      restrictions.read.users.delete(accountId);
      restrictions.update.users.delete(accountId);
    }
  }
}
