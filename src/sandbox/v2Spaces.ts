import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { spaceOperations } from './operations';
import { pageV2 } from './paging';
import { spaceById } from './state';
import type { Permission, Space, World } from './state';
import { canAdministerSpace, canViewSpace } from './visibility';

/** `GET /wiki/api/v2/spaces`: those of the asked ones that the caller can see, by id; none is archived. */
export function listSpaces(call: PersonCall): Answer {
  const { world, person, query } = call;
  const ids = listOf(query, 'ids');
  const keys = listOf(query, 'keys');
  const isCurrent = oneOf(query, 'status', ['current', 'archived']) !== 'archived';
  const spaces = [...world.spaces.values()].filter(
    (space) =>
      isCurrent &&
      (ids === undefined || ids.includes(space.id)) &&
      (keys === undefined || keys.includes(space.key)) &&
      canViewSpace(world, space, person),
  );
  return pageV2(call, spaces.sort((one, other) => Number(one.id) - Number(other.id)).map(shape));
}

/** A value of the query that can only be one of these. */
export function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly T[],
): T | undefined {
  const text = query.get(name);
  const value = values.find((one) => one === text);
  if (text !== null && value === undefined) {
    throw refusal('v2', 400, `Invalid value for ${name}: ${text}`);
  }
  return value;
}

/** The comma-separated values of a filter, at most 250, which may also be given several times. */
export function listOf(query: URLSearchParams, name: string): readonly string[] | undefined {
  const values = query.getAll(name).flatMap((value) => value.split(','));
  if (values.length > 250) throw refusal('v2', 400, `Too many values for ${name}`);
  return values.length === 0 ? undefined : values;
}

/** `GET /wiki/api/v2/spaces/{id}/permissions`: every pair that somebody has, roles spelled out. */
export function listPermissions(call: PersonCall): Answer {
  return pageV2(call, spelledOut(call.world, viewedSpace(call)).map(permissionShape));
}

/** `GET /wiki/api/v2/spaces/{id}/operations`: what the caller may do. */
export function listSpaceOperations(call: PersonCall): Answer {
  const operations = spaceOperations(call.world, viewedSpace(call), call.person);
  return { status: 200, body: { operations } };
}

/** v2 answers alike for what is not there and for what the caller cannot see. */
export function viewedSpace({ world, person, place }: PersonCall): Space {
  const space = spaceById(world, place('id'));
  if (space === undefined || !canViewSpace(world, space, person)) {
    throw refusal('v2', 404, 'Not Found');
  }
  return space;
}

export function administeredSpace(call: PersonCall): Space {
  const space = viewedSpace(call);
  if (!canAdministerSpace(call.world, space, call.person)) throw refusal('v2', 404, 'Not Found');
  return space;
}

function spelledOut({ roles }: World, space: Space): readonly Permission[] {
  let id = 1_000_000;
  const held = space.assignments.flatMap(({ principal, roleId }) =>
    (roles.get(roleId)?.permissions ?? []).map((pair): Permission => {
      const [key = '', target = ''] = pair.split('/');
      return { id: id++, principal, key, target };
    }),
  );
  return [...space.permissions, ...held];
}

function permissionShape({ id, principal, key, target }: Permission) {
  return { id: String(id), principal, operation: { key, targetType: target } };
}

function shape({ id, key, name, homepageId }: Space) {
  return {
    id,
    key,
    name,
    type: key.startsWith('~') ? 'personal' : 'global',
    status: 'current',
    ...(homepageId === undefined ? {} : { homepageId }),
    _links: { webui: `/spaces/${key}` },
  };
}
