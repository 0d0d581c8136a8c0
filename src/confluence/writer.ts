import type { OrganizationWriter, Writer } from '../sync/ports';
import type { Channel } from './channel';
import type { Organization } from './organization';
import { inviteGuests, revokeGuestRole } from './write/organization';
import { addRestrictions, addToRestriction, removeFromRestriction } from './write/restriction';
import { addSpacePermission, removeSpacePermission, setSpaceRole } from './write/space';

export function createWriter(channel: Channel, organization: Organization | undefined): Writer {
  return {
    addSpacePermission: (spaceKey, accountId, permission, signal) =>
      addSpacePermission(channel, spaceKey, accountId, permission, signal),
    removeSpacePermission: (spaceKey, permissionId, signal) =>
      removeSpacePermission(channel, spaceKey, permissionId, signal),
    setSpaceRole: (spaceId, accountId, roleId, signal) =>
      setSpaceRole(channel, spaceId, accountId, roleId, signal),
    addRestrictions: (pageId, operation, principals, signal) =>
      addRestrictions(channel, pageId, operation, principals, signal),
    addToRestriction: (pageId, operation, principal, signal) =>
      addToRestriction(channel, pageId, operation, principal, signal),
    removeFromRestriction: (pageId, operation, principal, signal) =>
      removeFromRestriction(channel, pageId, operation, principal, signal),
    organization: organization && createOrganizationWriter(organization),
  };
}

function createOrganizationWriter({ id, channel, resource }: Organization): OrganizationWriter {
  return {
    inviteGuests: async (emails, notify, signal) =>
      inviteGuests(channel, id, await resource(signal), emails, notify, signal),
    revokeGuestRole: async (accountId, signal) => {
      await revokeGuestRole(channel, id, await resource(signal), accountId, signal);
    },
  };
}
