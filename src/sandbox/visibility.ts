import { ancestorsOf, isGuestOnly, isSame } from './state';
import type { Operation, Page, Person, Principal, Restriction, Space, World } from './state';

/** Whether the person may use Confluence at all. */
export function canUse(person: Person): boolean {
  return person.state === 'active' && person.roles.size > 0;
}

/** What one principal by itself may do in the space, as `key/target` pairs. */
export function permissionsOf(world: World, space: Space, principal: Principal): readonly string[] {
  const own = ({ principal: other }: { principal: Principal }) => isSame(other, principal);
  return [
    ...space.permissions.filter(own).map(({ key, target }) => `${key}/${target}`),
    ...space.assignments
      .filter(own)
      .flatMap(({ roleId }) => world.roles.get(roleId)?.permissions ?? []),
  ];
}

/**
 * What a person may do in the space. A guest's access is given to the person and does not come
 * through groups (Atlassian support, "Invite guests for external collaboration").
 */
export function spacePermissions(world: World, space: Space, person: Person): ReadonlySet<string> {
  const own = permissionsOf(world, space, { type: 'user', id: person.accountId });
  if (isGuestOnly(person.roles)) return new Set(own);
  const shared = groupsOf(world, person).flatMap((id) =>
    permissionsOf(world, space, { type: 'group', id }),
  );
  return new Set([...own, ...shared]);
}

export function canViewSpace(world: World, space: Space, person: Person): boolean {
  return canUse(person) && spacePermissions(world, space, person).has('read/space');
}

export function canAdministerSpace(world: World, space: Space, person: Person): boolean {
  return canUse(person) && spacePermissions(world, space, person).has('administer/space');
}

/** The view restrictions of the page and of every ancestor apply. */
export function canViewPage(world: World, page: Page, person: Person): boolean {
  const space = world.spaces.get(page.spaceKey);
  return (
    space !== undefined &&
    canViewSpace(world, space, person) &&
    [...ancestorsOf(world, page), page].every((one) => isAllowed(world, one, 'read', person))
  );
}

/** The edit restriction of the page alone applies, for it is not inherited. */
export function canEditPage(world: World, page: Page, person: Person): boolean {
  const space = world.spaces.get(page.spaceKey);
  return (
    space !== undefined &&
    canViewPage(world, page, person) &&
    spacePermissions(world, space, person).has('create/page') &&
    isAllowed(world, page, 'update', person)
  );
}

/** Changing restrictions takes the right to edit the page and the space's Restrictions permission. */
export function canRestrictPage(world: World, page: Page, person: Person): boolean {
  const space = world.spaces.get(page.spaceKey);
  return (
    space !== undefined &&
    canEditPage(world, page, person) &&
    spacePermissions(world, space, person).has('restrict_content/space')
  );
}

/** Whether a restriction lets the person through; with no entry at all it is open. */
export function isAllowed(world: World, page: Page, operation: Operation, person: Person): boolean {
  return admits(world, page.restrictions[operation], person);
}

export function admits(world: World, restriction: Restriction, person: Person): boolean {
  return (
    (restriction.users.size === 0 && restriction.groups.size === 0) ||
    restriction.users.has(person.accountId) ||
    groupsOf(world, person).some((id) => restriction.groups.has(id))
  );
}

function groupsOf(world: World, person: Person): readonly string[] {
  return [...world.groups.values()]
    .filter(({ members }) => members.has(person.accountId))
    .map(({ id }) => id);
}
