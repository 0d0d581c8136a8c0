import * as z from 'zod/mini';
import { bodyOf, record } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { addPairs, checkGuestPair, checkSpaceGrant, isGuest } from './guests';
import { contributor, validPairs } from './presets';
import { isSame } from './state';
import type { Permission, Principal, Space } from './state';
import { canAdministerSpace, canViewSpace, permissionsOf } from './visibility';

const request = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.object({ key: z.string(), target: z.string() }),
});

/** `POST /wiki/rest/api/space/{key}/permission`; `read/space` comes first. */
export function addPermission(call: PersonCall): Answer {
  const { world } = call;
  const space = administeredSpace(call);
  const { subject, operation } = bodyOf(call, request, 'v1');
  const principal: Principal = { type: subject.type, id: subject.identifier };
  const pair = `${operation.key}/${operation.target}`;
  if (!validPairs.includes(pair)) {
    throw refusal('v1', 400, `Operation not supported for target ${operation.target}`);
  }
  const takesEffect = checkSpaceGrant(world, space, principal, 'v1');
  checkGuestPair(world, principal, pair);
  const held = permissionsOf(world, space, principal);
  if (held.includes(pair)) throw refusal('v1', 400, 'Permission already exists');
  if (space.assignments.some((one) => isSame(one.principal, principal))) {
    throw refusal('v1', 400, 'The principal already has a space role in this space');
  }
  if (pair !== 'read/space' && !held.includes('read/space')) {
    throw refusal('v1', 400, "The 'read space' permission must be granted first");
  }
  const id = world.nextPermission;
  const answer = { status: 200, body: { id, subject, operation, _links: {} } };
  if (!takesEffect) return answer;
  addPairs(world, space, principal, [pair]);
  if (
    pair === 'read/space' &&
    world.switches.companionGrants === 'contributor' &&
    isGuest(world, principal)
  ) {
    addPairs(world, space, principal, contributor);
  }
  record(call, 'addPermission', { space: space.key, principal, pair });
  return answer;
}

/** `DELETE /wiki/rest/api/space/{key}/permission/{id}`; with `read/space` the subject loses the rest. */
export function removePermission(call: PersonCall): Answer {
  const space = administeredSpace(call);
  const gone = space.permissions.find(({ id }) => String(id) === call.place('id'));
  if (gone === undefined) throw refusal('v1', 404, 'Permission not found');
  const takesAll = gone.key === 'read' && gone.target === 'space';
  const stays = (one: Permission) =>
    takesAll ? !isSame(one.principal, gone.principal) : one.id !== gone.id;
  space.permissions = space.permissions.filter(stays);
  record(call, 'removePermission', {
    space: space.key,
    principal: gone.principal,
    pair: `${gone.key}/${gone.target}`,
  });
  return { status: 204 };
}

function administeredSpace({ world, person, place }: PersonCall): Space {
  const space = world.spaces.get(place('spaceKey'));
  if (space === undefined || !canViewSpace(world, space, person)) {
    throw refusal('v1', 404, `No space with key : ${place('spaceKey')}`);
  }
  if (!canAdministerSpace(world, space, person)) {
    throw refusal('v1', 403, "User isn't authorized to modify permissions.");
  }
  if (world.site.plan === 'free') {
    throw refusal('v1', 403, 'Permissions cannot be changed on the Free plan.');
  }
  if (world.site.mode === 'ROLES') {
    throw refusal(
      'v1',
      400,
      'InvalidRbacOperationException: Space permission updates that are not from RBAC are not supported in roles-only mode',
    );
  }
  return space;
}
