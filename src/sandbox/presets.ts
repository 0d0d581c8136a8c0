import { stableId } from './stableId';
import type { SpaceRole } from './state';

/** The pairs that v1 space permissions know, from its document's `SpacePermissionRequest`. */
export const validPairs: readonly string[] = [
  'create/page',
  'create/blogpost',
  'create/comment',
  'create/attachment',
  'read/space',
  'delete/page',
  'delete/blogpost',
  'delete/comment',
  'delete/attachment',
  'delete/space',
  'export/space',
  'administer/space',
  'archive/page',
  'restrict_content/space',
];

/** What no guest can hold: administering the space, exporting it, restrictions. */
export const closedToGuests: readonly string[] = [
  'administer/space',
  'export/space',
  'restrict_content/space',
];

const viewer = ['read/space'];

/** What a guest gets by default in the space's settings. */
export const contributor = [...viewer, 'create/page', 'create/comment', 'create/attachment'];

const manager = validPairs.filter((pair) => pair !== 'administer/space');

/** The words a seed may use for permissions, and the system role that each is on a site with roles. */
export const presets: Readonly<
  Record<string, { permissions: readonly string[]; role: string } | undefined>
> = {
  viewer: { permissions: viewer, role: 'Viewer' },
  contributor: { permissions: contributor, role: 'Collaborator' },
  admin: { permissions: validPairs, role: 'Admin' },
};

export const systemRoles: readonly SpaceRole[] = [
  spaceRole('Admin', 'SYSTEM', validPairs),
  spaceRole('Manager', 'SYSTEM', manager),
  spaceRole('Collaborator', 'SYSTEM', contributor),
  spaceRole('Viewer', 'SYSTEM', viewer),
];

export function spaceRole(
  name: string,
  type: SpaceRole['type'],
  permissions: readonly string[],
): SpaceRole {
  return { id: stableId(`role:${name}`), name, type, permissions };
}
