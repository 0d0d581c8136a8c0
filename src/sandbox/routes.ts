import { invite } from './adminInvite';
import {
  listDirectories,
  listOrganizations,
  listWorkspaces,
  readOrganization,
  tenantInfo,
} from './adminOrg';
import { countUsers, countUsersBy, listRoleAssignments, revokeRole } from './adminRoles';
import { searchUsers } from './adminUsers';
import type { AdminCall, PersonCall, Route, Scopes } from './call';
import type { Answer, Family } from './errors';
import { showHome, showPage } from './screens';
import { checkPermission } from './v1Check';
import { addEntry, hasEntry, removeEntry } from './v1Entries';
import { currentUser, listGroups, pickGroups } from './v1People';
import { addPermission, removePermission } from './v1Permissions';
import {
  addRestrictions,
  clearRestrictions,
  readRestrictions,
  replaceRestrictions,
} from './v1Restrictions';
import { searchContent } from './v1Search';
import { systemInfo } from './v1System';
import {
  listAncestors,
  listDescendants,
  listPageOperations,
  listPages,
  listSpacePages,
} from './v2Pages';
import { readPeople } from './v2People';
import { listAssignments, listRoles, readRoleMode, setAssignments } from './v2Roles';
import { listPermissions, listSpaceOperations, listSpaces } from './v2Spaces';

// The scopes are those of `x-atlassian-oauth2-scopes` in Atlassian's OpenAPI documents.
const confluence = (...names: readonly string[]) => names.map((name) => `${name}:confluence`);
const readUser: Scopes = [['read:confluence-user'], confluence('read:content-details')];
const search: Scopes = [['search:confluence'], confluence('read:content-details')];
const readRestriction: Scopes = [
  ['read:confluence-content.all'],
  confluence('read:content-details'),
];
const writeRestriction: Scopes = [
  ['write:confluence-content'],
  confluence('read:content-details', 'write:content.restriction'),
];
const readEntry: Scopes = [['read:confluence-content.all'], confluence('read:content.restriction')];
const writeEntry: Scopes = [['write:confluence-content'], confluence('write:content.restriction')];
const check: Scopes = [
  ['read:confluence-content.permission'],
  confluence('read:content.permission'),
];
const readGroups: Scopes = [['read:confluence-groups'], confluence('read:group')];
const readSpace: Scopes = [confluence('read:space')];
const readPage: Scopes = [confluence('read:page')];
const readMetadata: Scopes = [confluence('read:content.metadata')];
const readHierarchy: Scopes = [confluence('read:hierarchical-content')];
const readMode: Scopes = [confluence('read:configuration')];
const readSystem: Scopes = [['manage:confluence-configuration'], confluence('read:configuration')];
const readRoles: Scopes = [confluence('read:space.permission')];
const writeRoles: Scopes = [confluence('write:space.permission')];
const addPermissions: Scopes = [confluence('read:space.permission', 'write:space.permission')];
const readProfiles: Scopes = [confluence('read:user')];

const content = '/wiki/rest/api/content/{id}';
const byOperation = `${content}/restriction/byOperation/{operationKey}`;
const v2 = '/wiki/api/v2';
const directory = '/admin/v2/orgs/{orgId}/directories/{directoryId}';

/** Every call that the site answers. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/_edge/tenant_info',
    family: 'gateway',
    access: 'open',
    answer: tenantInfo,
  },

  // Screens for people take any token.
  v1Route('GET', '/wiki/home', [[]], showHome),
  v1Route('GET', '/wiki/spaces/{spaceKey}/pages/{id}', [[]], showPage),

  v1Route('GET', '/wiki/rest/api/user/current', readUser, currentUser),
  v1Route('GET', '/wiki/rest/api/settings/systemInfo', readSystem, systemInfo),
  v1Route('GET', '/wiki/rest/api/group', readGroups, listGroups),
  v1Route('GET', '/wiki/rest/api/group/picker', readGroups, pickGroups),
  v1Route('GET', '/wiki/rest/api/content/search', search, searchContent),
  v1Route('GET', `${content}/restriction`, readRestriction, readRestrictions),
  v1Route('POST', `${content}/restriction`, writeRestriction, addRestrictions),
  v1Route('PUT', `${content}/restriction`, writeRestriction, replaceRestrictions),
  v1Route('DELETE', `${content}/restriction`, writeRestriction, clearRestrictions),
  v1Route('GET', `${byOperation}/user`, readEntry, hasEntry('users')),
  v1Route('PUT', `${byOperation}/user`, writeEntry, addEntry('users')),
  v1Route('DELETE', `${byOperation}/user`, writeEntry, removeEntry('users')),
  v1Route('GET', `${byOperation}/byGroupId/{groupId}`, readEntry, hasEntry('groups')),
  v1Route('PUT', `${byOperation}/byGroupId/{groupId}`, writeEntry, addEntry('groups')),
  v1Route('DELETE', `${byOperation}/byGroupId/{groupId}`, writeEntry, removeEntry('groups')),
  v1Route('POST', `${content}/permission/check`, check, checkPermission),
  v1Route('POST', '/wiki/rest/api/space/{spaceKey}/permission', addPermissions, addPermission),
  v1Route(
    'DELETE',
    '/wiki/rest/api/space/{spaceKey}/permission/{id}',
    writeRoles,
    removePermission,
  ),

  v2Route('GET', '/spaces', readSpace, listSpaces),
  v2Route('GET', '/spaces/{id}/pages', readPage, listSpacePages),
  v2Route('GET', '/spaces/{id}/permissions', readSpace, listPermissions),
  v2Route('GET', '/spaces/{id}/operations', readSpace, listSpaceOperations),
  v2Route('GET', '/spaces/{id}/role-assignments', readRoles, listAssignments),
  v2Route('POST', '/spaces/{id}/role-assignments', writeRoles, setAssignments),
  v2Route('GET', '/pages', readPage, listPages),
  v2Route('GET', '/pages/{id}/ancestors', readMetadata, listAncestors),
  v2Route('GET', '/pages/{id}/descendants', readHierarchy, listDescendants),
  v2Route('GET', '/pages/{id}/operations', readPage, listPageOperations),
  v2Route('GET', '/space-role-mode', readMode, readRoleMode),
  v2Route('GET', '/space-roles', readRoles, listRoles),
  v2Route('POST', '/users-bulk', readProfiles, readPeople),

  adminRoute('GET', '/admin/v1/orgs', 'adminV1', listOrganizations),
  adminRoute('GET', '/admin/v1/orgs/{orgId}', 'adminV1', readOrganization),
  adminRoute('POST', '/admin/v1/orgs/{orgId}/users/{userId}/roles/revoke', 'adminV1', revokeRole),
  adminRoute('POST', '/admin/v2/orgs/{orgId}/workspaces', 'adminSingle', listWorkspaces),
  adminRoute('POST', '/admin/v2/orgs/{orgId}/users/invite', 'admin', invite),
  adminRoute('GET', '/admin/v2/orgs/{orgId}/directories', 'admin', listDirectories),
  adminRoute('POST', `${directory}/users/search`, 'admin', searchUsers),
  adminRoute('GET', `${directory}/users/stats`, 'admin', countUsers),
  adminRoute('GET', `${directory}/users/count`, 'admin', countUsersBy),
  adminRoute(
    'GET',
    `${directory}/users/{accountId}/role-assignments`,
    'admin',
    listRoleAssignments,
  ),
];

function v1Route(
  method: string,
  path: string,
  scopes: Scopes,
  answer: (call: PersonCall) => Answer,
): Route {
  return { method, path, family: 'v1', access: 'person', scopes, answer };
}

function v2Route(
  method: string,
  path: string,
  scopes: Scopes,
  answer: (call: PersonCall) => Answer,
): Route {
  return { method, path: `${v2}${path}`, family: 'v2', access: 'person', scopes, answer };
}

function adminRoute(
  method: string,
  path: string,
  family: Family,
  answer: (call: AdminCall) => Answer,
): Route {
  return { method, path, family, access: 'admin', answer };
}
