import { refusal } from './errors';
import type { Family } from './errors';
import { closedToGuests, contributor, presets } from './presets';
import { guestsOf, isGuestOnly, isSame, seatsOf } from './state';
import type { Person, Principal, Space, SpaceRole, World } from './state';
import { permissionsOf } from './visibility';

/** How many more guests fit: the ratio to paid users, and the site's limit of users and guests together. */
export function freeGuestPlaces(world: World): number {
  const { guestsPerPaidUser, userLimit } = world.site;
  const seats = seatsOf(world);
  return Math.min(guestsPerPaidUser * seats, userLimit - seats) - guestsOf(world);
}

/** Gives a new guest the site's default guest space, unless the guest has a space. */
export function landInDefaultSpace(world: World, person: Person): void {
  const { defaultGuestSpace, mode } = world.site;
  const space = defaultGuestSpace === undefined ? undefined : world.spaces.get(defaultGuestSpace);
  const principal: Principal = { type: 'user', id: person.accountId };
  if (space === undefined || spacesOf(world, principal).length > 0) return;
  if (mode === 'PRE_ROLES') addPairs(world, space, principal, contributor);
  else {
    const role = [...world.roles.values()].find(
      ({ name }) => name === presets['contributor']?.role,
    );
    if (role !== undefined) space.assignments.push({ principal, roleId: role.id });
  }
}

/**
 * Refuses whoever cannot be given access to this space: a guest with another space, a guest for
 * whom the permissions are closed, somebody who has not accepted where the site wants that first.
 * @returns whether the grant will take effect, of which the site may say nothing
 */
export function checkSpaceGrant(
  world: World,
  space: Space,
  principal: Principal,
  family: 'v1' | 'v2',
): boolean {
  if (principal.type === 'group') {
    if (!world.groups.has(principal.id)) throw refusal(family, 400, 'Group not found');
    return true;
  }
  const person = world.people.get(principal.id);
  if (person === undefined || person.roles.size === 0 || person.state === 'deactivated') {
    throw refusal(family, 400, 'User not found');
  }
  if (person.state === 'invited' && world.switches.pendingSpace === 'refused') {
    throw refusal(family, 400, `${person.name} has not accepted the invitation`);
  }
  if (!isBoundToOneSpace(world, person)) return true;
  const isUser = !isGuestOnly(person.roles);
  if (isUser && world.switches.userAsGuestText === 'silent') return false;
  checkOneSpace(world, space, person, principal, family);
  return true;
}

function isBoundToOneSpace({ switches }: World, { roles }: Person): boolean {
  return (
    switches.guestSpaces === 'one' &&
    (isGuestOnly(roles) || (roles.has('guest') && switches.secondSpaceOfUser === 'refused'))
  );
}

function checkOneSpace(
  world: World,
  space: Space,
  person: Person,
  principal: Principal,
  family: Family,
): void {
  const isUser = !isGuestOnly(person.roles);
  const other = spacesOf(world, principal).some(({ key }) => key !== space.key);
  // The site says the same of an account that is a paid user as well.
  if (other || isUser) {
    throw refusal(
      family,
      Number(world.switches.secondSpaceStatus),
      isUser ? userAsGuestText(world, person) : secondSpaceText(world, person),
    );
  }
}

function userAsGuestText(world: World, person: Person): string {
  return world.switches.userAsGuestText === 'notAdded'
    ? "Some users couldn't be added. Try searching for them, or refresh the page."
    : secondSpaceText(world, person);
}

function secondSpaceText({ switches }: World, { name }: Person): string {
  switch (switches.secondSpaceText) {
    case 'quoted':
      return `Guests can only have access to one space at a time. ${name} already has access to another space`;
    case 'other':
      return 'The request could not be processed';
  }
}

/** The spaces that the principal can see by itself. */
function spacesOf(world: World, principal: Principal): readonly Space[] {
  return [...world.spaces.values()].filter((space) =>
    permissionsOf(world, space, principal).includes('read/space'),
  );
}

export function checkGuestPair(world: World, principal: Principal, pair: string): void {
  if (isGuest(world, principal) && closedToGuests.includes(pair)) {
    throw refusal('v1', 400, `Guests cannot be granted ${pair}`);
  }
}

export function checkGuestRole(world: World, principal: Principal, role: SpaceRole): void {
  if (isGuest(world, principal) && !isOpenToGuests(world, role)) {
    throw refusal('v2', 400, `The role ${role.name} cannot be assigned to guests`);
  }
}

function isOpenToGuests({ switches }: World, { permissions }: SpaceRole): boolean {
  switch (switches.guestRoles) {
    case 'any':
      return true;
    case 'notAdmin':
      return !permissions.some((pair) => closedToGuests.includes(pair));
    case 'viewerOnly':
      return permissions.every((pair) => pair === 'read/space');
  }
}

export function isGuest(world: World, principal: Principal): boolean {
  return (
    principal.type === 'user' && isGuestOnly(world.people.get(principal.id)?.roles ?? new Set())
  );
}

/** Adds those of the pairs that are not there. */
export function addPairs(
  world: World,
  space: Space,
  principal: Principal,
  pairs: readonly string[],
): void {
  for (const pair of pairs) {
    const [key = '', target = ''] = pair.split('/');
    const there = space.permissions.some(
      (one) => isSame(one.principal, principal) && one.key === key && one.target === target,
    );
    if (!there) space.permissions.push({ id: world.nextPermission++, principal, key, target });
  }
}
