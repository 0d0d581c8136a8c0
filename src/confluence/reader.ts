import type { OrganizationReader, Reader } from '../sync/ports';
import type { Channel } from './channel';
import type { Organization } from './organization';
import { readAssignments, readPermissions } from './read/access';
import { readCaller } from './read/caller';
import { readDescendants } from './read/descendants';
import { readDirectory } from './read/directory';
import { readGroup } from './read/groups';
import { readSpaceMode } from './read/mode';
import { readPages } from './read/pages';
import { readPeople } from './read/people';
import { readRestrictions } from './read/restrictions';
import { readSpaceRoles } from './read/roles';
import { readSpaces } from './read/spaces';

export function createReader(channel: Channel, organization: Organization | undefined): Reader {
  return {
    caller: (signal) => readCaller(channel, signal),
    spaceMode: (signal) => readSpaceMode(channel, signal),
    spaceRoles: (signal) => readSpaceRoles(channel, signal),
    spaces: (keys, signal) => readSpaces(channel, 'keys', keys, signal),
    spaceAccess: (space, mode, signal) =>
      mode === 'roles'
        ? readAssignments(channel, space, signal)
        : readPermissions(channel, space, signal),
    pages: (ids, signal) => readPages(channel, ids, signal),
    descendants: (pageId, signal) => readDescendants(channel, pageId, 'page', signal),
    restrictions: (pageId, signal) => readRestrictions(channel, pageId, signal),
    group: (name, signal) => readGroup(channel, name, signal),
    peopleById: (accountIds, signal) => readPeople(channel, accountIds, signal),
    organization: organization && createOrganizationReader(organization),
  };
}

function createOrganizationReader({ id, channel, resource }: Organization): OrganizationReader {
  return {
    peopleByEmail: async (emails, signal) =>
      emails.length === 0 ? [] : readDirectory(channel, id, await resource(signal), emails, signal),
  };
}
