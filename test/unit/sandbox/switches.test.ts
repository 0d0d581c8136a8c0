import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SeedInput } from '../../../src/sandbox/server';
import { switchesSchema } from '../../../src/sandbox/switches';
import type { Switches } from '../../../src/sandbox/switches';
import * as the from './support';
import type { Reply, Site } from './support';

const { ana, at, ben, both, each, fresh, gone, lee, mia, pending } = the;

type Probe = (site: Site) => Promise<unknown>;

const status = (ask: (site: Site) => Promise<Reply>): Probe => {
  return async (site) => (await ask(site)).status;
};

const mailsAndStatus = async (site: Site, reply: Promise<Reply>) => [
  (await reply).status,
  site.sandbox.state().mail.length,
];

const inviteWithoutText: Probe = (site) =>
  mailsAndStatus(site, the.invite(site, [fresh], { notificationText: '' }));

const inviteUser: Probe = async (site) => {
  const reply = await the.invite(site, [mia]);
  return [reply.status, the.personOf(site, mia)?.roles.join()];
};

const inviteGuest: Probe = (site) => mailsAndStatus(site, the.invite(site, [ana]));

const failedAddress =
  (...path: string[]): Probe =>
  async (site) =>
    at((await the.invite(site, [gone])).body, 'data', 0, ...path);

const reason = failedAddress('results', '0', 'roleAssignmentResult', '0', 'statusReason');

const overQuota: Probe = async (site) => {
  const emails = Array.from({ length: 9 }, (_, index) => `g${index}@client.example`);
  const reply = await the.invite(site, emails);
  const outcomes = each(at(reply.body, 'data'), 'results', 0, 'roleAssignmentResult', 0, 'status');
  return [reply.status, outcomes.filter((outcome) => outcome === 'INVITED').length];
};

const invitedState: Probe = async (site) => {
  await the.invite(site, [fresh]);
  return the.personOf(site, fresh)?.state;
};

const searchPending: Probe = async (site) => {
  const { body } = await the.search(site, { emails: [pending] });
  return [at(body, 'data', 0, 'status'), at(body, 'data', 0, 'accountStatus')];
};

const bulk = async (site: Site, email: string) => {
  const { body } = await site.as(lee, 'POST', '/wiki/api/v2/users-bulk', {
    accountIds: [the.id(email)],
  });
  return at(body, 'results', 0, 'accountStatus');
};

const bulkOfFormer: Probe = async (site) => {
  await the.revoke(site, ana);
  return bulk(site, ana);
};

const secondSpace = status((site) => the.permit(site, 'LAB', ana, 'read/space'));

const secondSpaceSays: Probe = async (site) =>
  at((await the.permit(site, 'LAB', ana, 'read/space')).body, 'message');

const grantedPairs: Probe = async (site) => {
  await the.permit(site, 'LAB', ben, 'read/space');
  return at(the.accessOf(site, 'LAB', ben), 'length');
};

const rolesOpen: Probe = async (site) => {
  const roles = ['Viewer', 'Collaborator', 'Manager', 'Admin'];
  const open: string[] = [];
  for (const role of roles) {
    if ((await the.assign(site, '1', ana, role)).status === 200) open.push(role);
  }
  return open.join();
};

const method: Probe = async (site) => {
  const path = `/admin/v2/orgs/${the.org}/directories/-/users/${the.id(ana)}/role-assignments`;
  const { body } = await site.admin('GET', path);
  return at(body, 'data', 0, 'roleAssignments', 0, 'roleAssignmentMethods', 0);
};

const revokeThroughGroup: Probe = async (site) => {
  site.sandbox.setSwitches({ roleMethod: 'groupDirect' });
  const reply = await the.revoke(site, ana);
  return [reply.status, the.personOf(site, ana)?.roles.join()];
};

const spaceAfterRevoke: Probe = async (site) => {
  await the.revoke(site, ana);
  return the.accessOf(site, 'DOCS', ana) !== undefined;
};

const viewersAfterRevoke: Probe = async (site) => {
  await the.entry(site, 'PUT', '11', lee);
  await the.entry(site, 'PUT', '11', ana);
  await the.revoke(site, ana);
  return the.viewersOf(site, '11');
};

const scoped = (path: string, body: object): Probe =>
  status((site) => site.send('Bearer canary-secret-scoped', 'POST', `/admin/${path}`, body));

const scopedSearch = scoped(`v2/orgs/${the.org}/directories/-/users/search`, {});
const scopedInvite = scoped(`v2/orgs/${the.org}/users/invite`, { emails: [fresh] });
const scopedRevoke = scoped(`v1/orgs/${the.org}/users/${the.id(ana)}/roles/revoke`, {
  role: 'atlassian/guest',
  resource: the.resource,
});

const userAsGuest: Probe = async (site) => {
  const reply = await the.permit(site, 'LAB', both, 'read/space');
  const message = at(reply.body, 'message');
  const words = typeof message === 'string' ? message.slice(0, 10) : undefined;
  return [reply.status, words, the.accessOf(site, 'LAB', both)];
};

const listsOrganizations: Probe = async (site) => {
  const { body } = await site.send('Bearer canary-secret-scoped', 'GET', '/admin/v1/orgs');
  return each(at(body, 'data'), 'id');
};

const keyOfMia = status((site) =>
  site.send('Bearer canary-secret-of-mia', 'GET', `/admin/v1/orgs/${the.org}`),
);

const workspace =
  (...path: string[]): Probe =>
  async (site) =>
    at(
      (await site.admin('POST', `/admin/v2/orgs/${the.org}/workspaces`, {})).body,
      'data',
      0,
      ...path,
    );

const workspacePlan = workspace('relationships', 'entitlements', '0', 'attributes', 'plan');
const workspaceCapacity = workspace('attributes', 'capacity');

const paidUsers: Probe = async (site) => {
  const query = `resourceIds=${the.resource}&roleIds=atlassian/user&roleIds=atlassian/admin`;
  const path = `/admin/v2/orgs/${the.org}/directories/-/users/count?${query}&accountStatus=active`;
  return at((await site.admin('GET', path)).body, 'count');
};

/** Ana pays for another app. */
const payingElsewhere: Partial<SeedInput> = {
  people: the.seed().people.map((person) => ({ ...person, otherApp: person.email === ana })),
};

const edition: Probe = async (site) =>
  at((await site.as(lee, 'GET', '/wiki/rest/api/settings/systemInfo')).body, 'edition');

const mayDo =
  (path: string, operation: string): Probe =>
  async (site) =>
    each(at((await site.as(lee, 'GET', path)).body, 'operations'), 'operation').includes(operation);

const onFree: Partial<SeedInput> = { site: { name: 'Acme', plan: 'free' } };

const home: Probe = async (site) => {
  const { text } = await site.as(ana, 'GET', '/wiki/home');
  return /<h1>(.*)<\/h1>/.exec(text)?.[1];
};

const closeToSelf: Probe = async (site) => {
  const reply = await the.entry(site, 'PUT', '11', ana);
  return [reply.status, the.viewersOf(site, '11')?.join()];
};

const roleMode = status((site) => site.as(lee, 'GET', '/wiki/api/v2/space-role-mode'));

const findPage: Probe = async (site) => {
  const path = '/wiki/rest/api/content/search?cql=id%3D11';
  return at((await site.as(lee, 'GET', path)).body, 'size');
};

/** The header that says when to come back, from the second request within the same moment. */
const comeBack: Probe = async (site) => {
  site.sandbox.setSwitches({ ratePerSecond: 1 });
  await site.as(lee, 'GET', '/wiki/api/v2/space-role-mode');
  const { headers } = await site.as(lee, 'GET', '/wiki/api/v2/space-role-mode');
  return headers.get('retry-after') ?? headers.get('x-ratelimit-reset');
};

const thirdRequest: Probe = async (site) => {
  const ask = () => site.as(lee, 'GET', '/wiki/api/v2/space-role-mode');
  return [await ask(), await ask(), await ask()].map((reply) => reply.status).join();
};

const innerPage: Probe = async (site) => {
  await the.entry(site, 'PUT', '11', lee);
  await the.entry(site, 'PUT', '11', ana);
  const { body } = await site.as(lee, 'GET', '/wiki/rest/api/content/11/restriction');
  return ['limit', 'size'].map((key) => at(body, 'results', 0, 'restrictions', 'user', key));
};

const searchPage: Probe = async (site) => {
  const cql = encodeURIComponent('id in (10,11,12)');
  const { body } = await site.as(lee, 'GET', `/wiki/rest/api/content/search?cql=${cql}`);
  return [at(body, 'size'), at(body, '_links', 'next') !== undefined];
};

const byRoles: Partial<SeedInput> = { site: { name: 'Acme', mode: 'ROLES' } };

type Row = readonly [
  keyof Switches,
  string | number,
  Probe,
  expected: unknown,
  changes?: Partial<SeedInput>,
];

const table: readonly Row[] = [
  ['notificationText', 'optional', inviteWithoutText, [200, 1]],
  ['notificationText', 'required', inviteWithoutText, [400, 0]],
  ['notificationText', 'silent', inviteWithoutText, [200, 0]],
  ['idOnError', 'absent', failedAddress('id'), undefined],
  ['idOnError', 'present', failedAddress('id'), the.id(gone)],
  ['statusReason', 'code', reason, 'USER_DEACTIVATED'],
  ['statusReason', 'sentence', reason, 'This account is deactivated.'],
  ['statusReason', 'absent', reason, null],
  ['inviteOfUser', 'becomesBoth', inviteUser, [200, 'guest,user']],
  ['inviteOfUser', 'staysUser', inviteUser, [200, 'user']],
  ['inviteOfUser', 'becomesGuest', inviteUser, [200, 'guest']],
  ['inviteOfUser', 'error', inviteUser, [206, 'user']],
  ['inviteOfGuest', 'mailsAgain', inviteGuest, [200, 1]],
  ['inviteOfGuest', 'silent', inviteGuest, [200, 0]],
  ['inviteOfGuest', 'error', inviteGuest, [206, 0]],
  ['quotaAnswer', '409', overQuota, [409, 0], { site: { name: 'A', guestsPerPaidUser: 2 } }],
  ['quotaAnswer', 'perAddress', overQuota, [206, 3], { site: { name: 'A', guestsPerPaidUser: 2 } }],
  ['acceptInvites', 'asked', invitedState, 'invited'],
  ['acceptInvites', 'atOnce', invitedState, 'active'],
  ['pendingInSearch', 'active', searchPending, ['active', 'active']],
  ['pendingInSearch', 'notInvited', searchPending, ['not_invited', 'active']],
  ['pendingInSearch', 'inactive', searchPending, ['active', 'inactive']],
  ['pendingInSearch', 'absent', searchPending, [undefined, undefined]],
  ['pendingInBulk', 'unknown', (site) => bulk(site, pending), 'unknown'],
  ['pendingInBulk', 'active', (site) => bulk(site, pending), 'active'],
  ['pendingInBulk', 'absent', (site) => bulk(site, pending), undefined],
  ['pendingSpace', 'accepted', status((s) => the.permit(s, 'LAB', pending, 'read/space')), 200],
  ['pendingSpace', 'refused', status((s) => the.permit(s, 'LAB', pending, 'read/space')), 400],
  ['pendingRestriction', 'accepted', status((s) => the.entry(s, 'PUT', '11', pending)), 200],
  ['pendingRestriction', 'refused', status((s) => the.entry(s, 'PUT', '11', pending)), 400],
  ['formerInBulk', 'listed', bulkOfFormer, 'active'],
  ['formerInBulk', 'absent', bulkOfFormer, undefined],
  ['guestSpaces', 'one', secondSpace, 400],
  ['guestSpaces', 'many', secondSpace, 200],
  ['secondSpaceStatus', '400', secondSpace, 400],
  ['secondSpaceStatus', '403', secondSpace, 403],
  ['secondSpaceStatus', '409', secondSpace, 409],
  ['secondSpaceStatus', '409', status((s) => the.assign(s, '2', ana, 'Viewer')), 409, byRoles],
  [
    'secondSpaceText',
    'quoted',
    secondSpaceSays,
    'Guests can only have access to one space at a time. Ana already has access to another space',
  ],
  ['secondSpaceText', 'other', secondSpaceSays, 'The request could not be processed'],
  ['secondSpaceOfUser', 'refused', status((s) => the.permit(s, 'LAB', both, 'read/space')), 400],
  ['secondSpaceOfUser', 'allowed', status((s) => the.permit(s, 'LAB', both, 'read/space')), 200],
  ['companionGrants', 'none', grantedPairs, 1],
  ['companionGrants', 'contributor', grantedPairs, 4],
  ['guestRoles', 'notAdmin', rolesOpen, 'Viewer,Collaborator', byRoles],
  ['guestRoles', 'any', rolesOpen, 'Viewer,Collaborator,Manager,Admin', byRoles],
  ['guestRoles', 'viewerOnly', rolesOpen, 'Viewer', byRoles],
  ['roleMethod', 'direct', method, 'direct'],
  ['roleMethod', 'groupDirect', method, 'group_direct'],
  ['revokeOfGroupRole', 'suffices', revokeThroughGroup, [204, '']],
  ['revokeOfGroupRole', 'ignored', revokeThroughGroup, [204, 'guest']],
  ['revokeOfGroupRole', 'refused', revokeThroughGroup, [400, 'guest']],
  ['revokedSpace', 'kept', spaceAfterRevoke, true],
  ['revokedSpace', 'dropped', spaceAfterRevoke, false],
  ['revokedSpace', 'dropped', spaceAfterRevoke, false, byRoles],
  ['revokedRestrictions', 'kept', viewersAfterRevoke, [ana, lee]],
  ['revokedRestrictions', 'dropped', viewersAfterRevoke, [lee]],
  ['scopedKeySearch', 'accepted', scopedSearch, 200],
  ['scopedKeySearch', 'refused', scopedSearch, 403],
  ['scopedKeyInvite', 'accepted', scopedInvite, 200],
  ['scopedKeyInvite', 'refused', scopedInvite, 403],
  ['scopedKeyRevoke', 'accepted', scopedRevoke, 204],
  ['scopedKeyRevoke', 'refused', scopedRevoke, 403],
  ['userAsGuestText', 'secondSpace', userAsGuest, [400, 'Guests can', undefined]],
  ['userAsGuestText', 'notAdded', userAsGuest, [400, 'Some users', undefined]],
  ['userAsGuestText', 'silent', userAsGuest, [200, undefined, undefined]],
  ['scopedKeyOrgs', 'absent', listsOrganizations, []],
  ['scopedKeyOrgs', 'listed', listsOrganizations, [the.org]],
  ['keyOfOthers', '401', keyOfMia, 401],
  ['keyOfOthers', '403', keyOfMia, 403],
  ['keyOfOthers', '404', keyOfMia, 404],
  ['workspacePlan', 'named', workspacePlan, 'standard'],
  ['workspacePlan', 'absent', workspacePlan, undefined],
  ['workspaceCapacity', 'told', workspaceCapacity, 100],
  ['workspaceCapacity', 'absent', workspaceCapacity, null],
  ['countOfRoles', 'ofApp', paidUsers, 3, payingElsewhere],
  ['countOfRoles', 'anywhere', paidUsers, 4, payingElsewhere],
  ['edition', 'plan', edition, 'STANDARD'],
  ['edition', 'absent', edition, undefined],
  ['edition', 'other', edition, 'E7'],
  [
    'freeOperations',
    'listed',
    mayDo('/wiki/api/v2/spaces/1/operations', 'administer'),
    true,
    onFree,
  ],
  [
    'freeOperations',
    'withheld',
    mayDo('/wiki/api/v2/spaces/1/operations', 'administer'),
    false,
    onFree,
  ],
  [
    'restrictOperation',
    'listed',
    mayDo('/wiki/api/v2/pages/11/operations', 'restrict_content'),
    true,
  ],
  [
    'restrictOperation',
    'absent',
    mayDo('/wiki/api/v2/pages/11/operations', 'restrict_content'),
    false,
  ],
  [
    'callerOperations',
    'listed',
    mayDo('/wiki/rest/api/user/current?expand=operations', 'administer'),
    true,
  ],
  [
    'callerOperations',
    'absent',
    mayDo('/wiki/rest/api/user/current?expand=operations', 'administer'),
    false,
  ],
  ['provisioning', 'done', home, 'Welcome, Ana'],
  ['provisioning', 'inProgress', home, 'Confluence access is in progress'],
  ['leaveSelfOut', 'allowed', closeToSelf, [200, ana]],
  ['leaveSelfOut', 'refused', closeToSelf, [400, '']],
  ['roleMode', 'answers', roleMode, 200],
  ...['400', '403', '404', '405', '500', '501'].map((code): Row => [
    'roleMode',
    code,
    roleMode,
    Number(code),
  ]),
  ['searchIndex', 'asMarked', findPage, 1],
  ['searchIndex', 'behind', findPage, 0],
  ['retryAfter', 'seconds', comeBack, '1'],
  ['retryAfter', 'date', comeBack, 'Thu, 01 Jan 2026 00:00:01 GMT'],
  ['retryAfter', 'reset', comeBack, '2026-01-01T00:00:01.000Z'],
  ['ratePerSecond', 0, thirdRequest, '200,200,200'],
  ['ratePerSecond', 2, thirdRequest, '200,200,429'],
  ['innerPageSize', 100, innerPage, [100, 2]],
  ['innerPageSize', 1, innerPage, [1, 1]],
  ['searchPageSize', 100, searchPage, [3, false]],
  ['searchPageSize', 2, searchPage, [2, true]],
];

const now = () => Date.parse('2026-01-01T00:00:00Z');

describe('Every switch changes what the site does', () => {
  for (const [name, position, probe, expected, changes] of table) {
    it(`${name}: ${position}${changes?.site?.mode ? ` (${changes.site.mode})` : ''}`, async () => {
      const adminKeys = [
        { key: 'canary-secret-key' },
        { key: 'canary-secret-scoped', scoped: true },
        { key: 'canary-secret-of-mia', by: mia },
      ];
      const switches = { [name]: position };
      const site = await the.start({ ...changes, adminKeys, switches }, now);
      assert.deepEqual(await probe(site), expected);
    });
  }

  it('and every position of every switch is among these', () => {
    const tested = new Set(table.map(([name, position]) => `${name}: ${position}`));
    const positions = Object.entries(switchesSchema.shape).flatMap(([name, { _zod }]) => {
      const { innerType } = _zod.def;
      return 'options' in innerType ? innerType.options.map((one) => `${name}: ${one}`) : [];
    });
    assert.ok(positions.length > 50);
    assert.deepEqual(
      positions.filter((one) => !tested.has(one)),
      [],
    );
  });
});
