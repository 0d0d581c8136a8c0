import type { AccessReader, ConfluenceAccess, OrganizationAccess } from '../sync/accessReader';
import type { Channel } from './channel';
import { readAccount } from './read/caller';
import { readSpaceMode } from './read/mode';
import { readPageOperations, readSpaceOperations } from './read/operations';
import { countUsers, readOrganization, readOrganizations } from './read/organization';
import { readSite } from './read/site';
import { readSpaces } from './read/spaces';
import { readWorkspaces } from './read/workspaces';

/** @param admin the channel to the organizations; neither needs to have a credential */
export function createAccessReader(
  origin: string,
  confluence: Channel,
  admin: Channel,
): AccessReader {
  return {
    origin,
    confluence: confluence.authorization === undefined ? undefined : confluenceAccess(confluence),
    organization: admin.authorization === undefined ? undefined : organizationAccess(admin),
  };
}

function confluenceAccess(channel: Channel): ConfluenceAccess {
  return {
    account: (signal) => readAccount(channel, signal),
    spaceMode: (signal) => readSpaceMode(channel, signal),
    site: (signal) => readSite(channel, signal),
    spaces: (keys, signal) => readSpaces(channel, 'keys', keys, signal),
    spaceOperations: (space, signal) => readSpaceOperations(channel, space, signal),
    pageOperations: (ids, signal) => readPageOperations(channel, ids, signal),
  };
}

function organizationAccess(channel: Channel): OrganizationAccess {
  return {
    organizations: (signal) => readOrganizations(channel, signal),
    organization: (id, signal) => readOrganization(channel, id, signal),
    workspaces: (id, signal) => readWorkspaces(channel, id, signal),
    countUsers: (id, resource, roles, signal) => countUsers(channel, id, resource, roles, signal),
  };
}
