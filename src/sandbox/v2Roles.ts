import * as z from 'zod/mini';
import { bodyOf, record } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { checkGuestRole, checkSpaceGrant } from './guests';
import { pageV2 } from './paging';
import { isSame } from './state';
import type { Assignment, Principal, SpaceRole, World } from './state';
import { administeredSpace, viewedSpace } from './v2Spaces';

const request = z.array(
  z.object({
    principal: z.object({ principalType: z.enum(['USER', 'GROUP']), principalId: z.string() }),
    roleId: z.optional(z.string()),
  }),
);

/** `GET /wiki/api/v2/space-role-mode`. */
export function readRoleMode({ world }: PersonCall): Answer {
  const { roleMode } = world.switches;
  if (roleMode !== 'answers')
    throw refusal('v2', Number(roleMode), 'Space roles are not available');
  return { status: 200, body: { mode: world.site.mode } };
}

/** `GET /wiki/api/v2/space-roles`. */
export function listRoles(call: PersonCall): Answer {
  checkMode(call.world);
  return pageV2(call, [...call.world.roles.values()].map(roleShape));
}

/** `GET /wiki/api/v2/spaces/{id}/role-assignments`. */
export function listAssignments(call: PersonCall): Answer {
  checkMode(call.world);
  return pageV2(call, viewedSpace(call).assignments.map(assignmentShape));
}

/**
 * `POST /wiki/api/v2/spaces/{id}/role-assignments`: sets the one role of each principal that it
 * names, or without `roleId` takes it away. All of it is done or none.
 */
export function setAssignments(call: PersonCall): Answer {
  const { world } = call;
  checkMode(world);
  const space = administeredSpace(call);
  if (world.site.plan === 'free') throw refusal('v2', 403, 'Not available on the Free plan');
  const wanted = bodyOf(call, request, 'v2').map(({ principal, roleId }) => ({
    principal: principalOf(principal),
    role: roleId === undefined ? undefined : roleOf(world, roleId),
  }));
  const effective = wanted.filter(({ principal, role }) => {
    if (role === undefined) return true;
    const takesEffect = checkSpaceGrant(world, space, principal, 'v2');
    checkGuestRole(world, principal, role);
    return takesEffect;
  });
  const named = (principal: Principal) => effective.some((one) => isSame(one.principal, principal));
  space.permissions = space.permissions.filter((one) => !named(one.principal));
  space.assignments = [
    ...space.assignments.filter((one) => !named(one.principal)),
    ...effective.flatMap(({ principal, role }) =>
      role === undefined ? [] : [{ principal, roleId: role.id }],
    ),
  ];
  record(call, 'setAssignments', { space: space.key, body: call.body });
  const results = wanted.map(({ principal, role }) => ({
    principal: principalShape(principal),
    ...(role === undefined ? {} : { roleId: role.id }),
  }));
  return { status: 200, body: { results, _links: { base: `${call.origin}/wiki` } } };
}

function checkMode({ site }: World): void {
  if (site.mode === 'PRE_ROLES') throw refusal('v2', 400, 'Space roles are not enabled');
}

function roleOf({ roles }: World, roleId: string): SpaceRole {
  const role = roles.get(roleId);
  if (role === undefined) throw refusal('v2', 400, `Unknown role ${roleId}`);
  return role;
}

function principalOf(principal: z.infer<typeof request>[number]['principal']): Principal {
  return {
    type: principal.principalType === 'USER' ? 'user' : 'group',
    id: principal.principalId,
  };
}

function principalShape({ type, id }: Principal) {
  return { principalType: type === 'user' ? 'USER' : 'GROUP', principalId: id };
}

function assignmentShape({ principal, roleId }: Assignment) {
  return { principal: principalShape(principal), roleId };
}

function roleShape({ id, type, name, permissions }: SpaceRole) {
  return { id, type, name, description: '', spacePermissions: permissions };
}
