import type { Live } from './live';
import { foundIn } from './look';
import type { SpaceAccess, SpaceRole } from './model';

/**
 * What Atlassian gives guests by default ("Invite guests for external collaboration"): view, and
 * add pages, comments and attachments. The first pair must be granted first.
 */
const contributorPairs = ['read/space', 'create/page', 'create/comment', 'create/attachment'];
const viewerPairs = ['read/space'];

/** How a role of the file is expressed on a site. */
export type RoleTarget =
  | { readonly kind: 'permissions'; readonly pairs: readonly string[]; readonly exact: boolean }
  | { readonly kind: 'role'; readonly roleId: string };

/**
 * A role of the file in the terms of a site that keeps permissions each by itself. A viewer has
 * exactly the right to read, so that nothing more is left behind by companion grants; a contributor
 * keeps what the site adds on its own. `undefined`: the site has no such role.
 */
function permissionTarget(role: string): RoleTarget | undefined {
  switch (role) {
    case 'viewer':
      return { kind: 'permissions', pairs: viewerPairs, exact: true };
    case 'contributor':
      return { kind: 'permissions', pairs: contributorPairs, exact: false };
    default:
      return undefined;
  }
}

/**
 * A role of the file among the space roles of the site, by name. `contributor` also matches
 * Atlassian's Collaborator, and only a role that allows what a contributor does; a role that does
 * more than view is never taken for `viewer`.
 */
function roleTarget(role: string, roles: readonly SpaceRole[]): RoleTarget | undefined {
  const found =
    role === 'viewer'
      ? pick(roles, ['viewer'], (pairs) => pairs.every((pair) => viewerPairs.includes(pair)))
      : role === 'contributor'
        ? pick(roles, ['contributor', 'collaborator'], (pairs) =>
            contributorPairs.every((pair) => pairs.includes(pair)),
          )
        : pick(roles, [role], () => true);
  return found && { kind: 'role', roleId: found.id };
}

function pick(
  roles: readonly SpaceRole[],
  names: readonly string[],
  amounts: (pairs: readonly string[]) => boolean,
): SpaceRole | undefined {
  for (const name of names) {
    const named = roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
    if (named && amounts(named.permissions)) return named;
  }
  return undefined;
}

/** A role of the file in the terms of this site; `undefined`: it has none, or its roles could not be read. */
export function targetFor(
  role: string,
  { mode, roles }: Pick<Live, 'mode' | 'roles'>,
): RoleTarget | undefined {
  if (mode !== 'roles') return permissionTarget(role);
  return roles.state === 'found' ? roleTarget(role, roles.value) : undefined;
}

/** Whether somebody with this access has the role already. */
export function hasRole(access: SpaceAccess, target: RoleTarget): boolean {
  if (target.kind === 'role') return access.roleId === target.roleId;
  const pairs = pairsOf(access);
  return (
    target.pairs.every((pair) => pairs.includes(pair)) &&
    (!target.exact || pairs.every((pair) => target.pairs.includes(pair)))
  );
}

/**
 * The role of the file that means exactly this access; `undefined` when none does, or when the
 * site's roles could not be read.
 */
export function roleOf(
  access: SpaceAccess,
  site: Pick<Live, 'mode' | 'roles'>,
): string | undefined {
  const own = foundIn(site.roles)
    .filter(({ id }) => id === access.roleId)
    .map(({ name }) => name);
  return ['viewer', 'contributor', ...own].find((role) => {
    const target = targetFor(role, site);
    return target !== undefined && hasRole(access, target);
  });
}

/** Exactly the access that `pairsOf` has put into words. */
export function targetOfAccess(pairs: readonly string[]): RoleTarget {
  const [first = ''] = pairs;
  return first.startsWith('role ')
    ? { kind: 'role', roleId: first.slice('role '.length) }
    : { kind: 'permissions', pairs, exact: true };
}

/** The access in words that compare, sorted: permission pairs, or the role's id. */
export function pairsOf(access: SpaceAccess | undefined): readonly string[] {
  if (!access) return [];
  if (access.roleId !== undefined) return [`role ${access.roleId}`];
  return access.permissions.map(({ key, target }) => `${key}/${target}`).sort();
}
