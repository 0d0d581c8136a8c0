import assert from 'node:assert/strict';
import type { Answer, Who } from '../../../../src/access/check/report';
import { say } from '../../../../src/document/sentence';
import type { SeedInput } from '../../../../src/sandbox/server';
import { acme, fileOf } from '../../../support/site';
import { lineIn, reportOf, type Situation } from './site';

type Row = readonly [
  name: string,
  situation: Situation,
  id: string,
  answer: Answer,
  sentence: string,
  who?: Who,
];

const free = { site: { name: 'Acme', plan: 'free' } } as const;
const switches = (positions: SeedInput['switches']): Situation => ({
  seed: { switches: positions },
});
const scoped = (positions: SeedInput['switches'] = {}): Situation => ({
  seed: { adminKeys: [{ key: 'canary-secret-key-of-acme', scoped: true }], switches: positions },
});
const tokenAlone = { adminKey: '' };

/** Lee as somebody else in DOCS and on Confluence. */
function lee(changes: Partial<SeedInput['people'][number]>, access: string[] | string): Situation {
  const { people, spaces = [] } = acme();
  const [first, ...others] = people;
  const [docs, ...rest] = spaces;
  assert.ok(first && docs);
  return {
    seed: {
      people: [{ ...first, ...changes }, ...others],
      groups: { 'docs-team': ['mia@acme.com'] },
      spaces: [{ ...docs, access: { ...docs.access, [first.email]: access } }, ...rest],
    },
  };
}

const refused = (path: string, status: number): Situation => ({
  prepare: (sandbox) => {
    sandbox.addFaults([{ path, status, body: {}, times: 9 }]);
  },
});

/** What the organization says it has, instead of this site. */
const workspaces = (
  ...rows: readonly { readonly id: string; readonly hostUrl?: string }[]
): Situation => ({
  prepare: (sandbox) => {
    const data = rows.map(({ id, hostUrl }) => ({ id, attributes: { hostUrl } }));
    const path = '/admin/v2/orgs/org-1/workspaces';
    sandbox.addFaults([{ path, status: 200, body: { data, links: {} } }]);
  },
});

const rows: readonly Row[] = [
  // The token and the account.
  [
    'a wrong token',
    { credentials: { token: 'wrong-canary-secret' } },
    'token',
    'no',
    'Confluence does not accept the e-mail address and API token, which may have expired: create a new token at id.atlassian.com and sign in again.',
    'you',
  ],
  [
    'a wrong token',
    { credentials: { token: 'wrong-canary-secret' } },
    'readSpace:DOCS',
    'unknown',
    'The API token is not accepted.',
  ],
  [
    'an account without Confluence',
    lee({ roles: [] }, 'admin'),
    'token',
    'yes',
    'Confluence knows the API token.',
  ],
  [
    'an account without Confluence',
    lee({ roles: [] }, 'admin'),
    'confluence',
    'no',
    'Your account may not use Confluence on this site: ask a site admin for access, or sign in with another account.',
    'siteAdmin',
  ],
  [
    'a guest',
    lee({ roles: ['guest'] }, 'contributor'),
    'confluence',
    'yes',
    'Lee uses Confluence as a guest, and guests let nobody else in.',
  ],
  [
    'a token with a scope too few',
    {
      seed: { tokens: [{ email: 'lee@acme.com', token: 'canary-secret-of-lee', scopes: [] }] },
      credentials: { cloudId: '11111111-2222-4333-8444-555555555555' },
    },
    'token',
    'no',
    'The API token lacks the scope read:confluence-user: create a token that has it and sign in again.',
    'you',
  ],
  [
    'a site that is silent about rights',
    switches({ callerOperations: 'absent' }),
    'confluenceAdmin',
    'unknown',
    'Confluence does not say what the account may do on the site.',
  ],
  [
    'a site that fails',
    refused('/wiki/rest/api/user/current', 404),
    'token',
    'unknown',
    'Confluence finds no account of this token that you may see: check the file, or ask an admin for access.',
  ],

  // The organization.
  [
    'no key',
    { credentials: tokenAlone },
    'invite',
    'no',
    'There is no organization admin key, so nobody can be invited or removed from here.',
    'organizationAdmin',
  ],
  [
    'no key',
    { credentials: tokenAlone },
    'organizationAdmin',
    'unknown',
    'That takes an organization admin key.',
    'you',
  ],
  [
    'a key of somebody who is no organization admin',
    { seed: { adminKeys: [{ key: 'canary-secret-key-of-acme', by: 'mia@acme.com' }] } },
    'organizationAdmin',
    'no',
    "The organization admin key may not do this (Atlassian says “You cannot manage this organization”): check the organization's id, or ask an organization admin for a key.",
    'organizationAdmin',
  ],
  [
    'such a key where Atlassian takes it for none',
    {
      seed: {
        adminKeys: [{ key: 'canary-secret-key-of-acme', by: 'mia@acme.com' }],
        switches: { keyOfOthers: '401' },
      },
    },
    'key',
    'no',
    'Atlassian does not accept the organization admin key, which may have expired: create a new one at admin.atlassian.com and sign in again.',
    'organizationAdmin',
  ],
  [
    'such a key where Atlassian hides the organization',
    {
      seed: {
        adminKeys: [{ key: 'canary-secret-key-of-acme', by: 'mia@acme.com' }],
        switches: { keyOfOthers: '404' },
      },
    },
    'organizationAdmin',
    'unknown',
    'Atlassian finds no organization org-1 that you may see: check the file, or ask an admin for access.',
  ],
  [
    'a file with the wrong organization',
    { file: (origin) => fileOf(origin, 'spaces: { DOCS: }').replace('org-1', 'org-2') },
    'organizationId',
    'no',
    'The key is of another organization than org-2.',
    'you',
  ],
  [
    'a file with an organization that Atlassian hides from the key, as it hides others',
    {
      seed: { adminKeys: [{ key: 'canary-secret-key-of-acme', scoped: true }] },
      file: (origin) => fileOf(origin, 'spaces: { DOCS: }').replace('org-1', 'org-2'),
    },
    'organizationId',
    'unknown',
    'Atlassian finds no organization org-2 that you may see: check the file, or ask an admin for access.',
  ],
  [
    'a key that lists the organization and may not read it',
    refused('/admin/v1/orgs/org-1', 403),
    'organizationId',
    'yes',
    'The key is of the organization org-1.',
  ],
  [
    'a file without an organization',
    { file: (origin) => `version: 1\nsite: ${origin}\nspaces: { DOCS: }` },
    'organizationId',
    'no',
    'No `organization:` is given.',
    'you',
  ],
  [
    'a file without an organization',
    { file: (origin) => `version: 1\nsite: ${origin}\nspaces: { DOCS: }` },
    'key',
    'yes',
    'Atlassian accepts the organization admin key.',
  ],
  [
    'an organization with another site',
    workspaces({ id: 'ari:cloud:confluence::site/2', hostUrl: 'https://other.atlassian.net' }),
    'siteInOrganization',
    'no',
    'The organization has other sites and not SITE.',
    'you',
  ],
  [
    'an organization that tells no addresses',
    workspaces({ id: 'ari:cloud:confluence::site/2' }),
    'siteInOrganization',
    'unknown',
    'The organization does not tell the addresses of all its sites.',
  ],
  [
    'a site with an address of its own',
    workspaces({
      id: 'ari:cloud:confluence::site/11111111-2222-4333-8444-555555555555',
      hostUrl: 'https://wiki.acme.com',
    }),
    'siteInOrganization',
    'yes',
    'The organization has the site SITE.',
  ],
  [
    'an empty list of apps',
    workspaces(),
    'siteInOrganization',
    'unknown',
    'The list of apps that Atlassian gave this key is empty.',
  ],
  [
    'a key that may not read the organization, and more',
    {
      prepare: (sandbox) => {
        const body = { code: 403, message: 'Forbidden; scope does not match' };
        sandbox.addFaults([{ path: '/admin/v1/orgs/org-1', status: 403, body }]);
      },
    },
    'guests',
    'yes',
    '3 of 15 free guests are used and 12 are left, 5 for each paid seat.',
  ],
  [
    'a key with scopes',
    scoped(),
    'invite',
    'unknown',
    'The key seems to be made with scopes, with which Atlassian may not let it invite.',
    'organizationAdmin',
  ],
  [
    'a key with scopes that is not told from one without',
    scoped({ scopedKeyOrgs: 'listed' }),
    'invite',
    'yes',
    'The key, the plan and the free places allow inviting guests.',
  ],

  // The plan and the places.
  [
    'a site that hides its plan, with a key',
    switches({ edition: 'absent' }),
    'plan',
    'yes',
    'The plan is standard, which includes guests.',
  ],
  [
    'an organization that hides the plan, with a token',
    switches({ workspacePlan: 'absent' }),
    'plan',
    'yes',
    'The plan is standard, which includes guests.',
  ],
  [
    'a site with a plan of an unfamiliar name',
    { ...switches({ edition: 'other' }), credentials: tokenAlone },
    'plan',
    'unknown',
    'The plan is called e7, which does not tell.',
    'siteAdmin',
  ],
  [
    'a plan that nobody tells',
    switches({ edition: 'absent', workspacePlan: 'absent' }),
    'plan',
    'unknown',
    'Nobody who was asked tells the plan.',
    'siteAdmin',
  ],
  [
    'a plan that nobody tells',
    switches({ edition: 'absent', workspacePlan: 'absent' }),
    'invite',
    'unknown',
    'Nobody who was asked tells the plan.',
    'siteAdmin',
  ],
  [
    'the Free plan',
    { seed: free },
    'plan',
    'no',
    'The plan is free, and guests come with Standard, Premium and Enterprise.',
    'organizationAdmin',
  ],
  [
    'the Free plan',
    { seed: free },
    'assignGuests:DOCS',
    'no',
    'Without a paid plan nobody can change permissions or restrictions.',
    'organizationAdmin',
  ],
  [
    'an organization without a paid plan',
    refused('/admin/v2/orgs/org-1/workspaces', 402),
    'plan',
    'no',
    'Atlassian says that the organization has no paid plan, and guests take one.',
    'organizationAdmin',
  ],
  ['paid seats', {}, 'seats', 'yes', '3 users have a paid seat.'],
  [
    'guests left',
    {},
    'guests',
    'yes',
    '3 of 15 free guests are used and 12 are left, 5 for each paid seat.',
  ],
  [
    'another rule in the file',
    { file: (origin) => fileOf(origin, 'spaces: { DOCS: }', '{ guestsPerPaidUser: 1 }') },
    'guests',
    'no',
    'All 3 free guests are used, 1 for each paid seat.',
    'siteAdmin',
  ],
  [
    'guests who pay for another app, counted with it',
    {
      seed: {
        people: acme().people.map((person) => ({ ...person, otherApp: true })),
        switches: { countOfRoles: 'anywhere' },
      },
    },
    'seats',
    'yes',
    '6 users have a paid seat.',
  ],
  [
    'a full site',
    { seed: { site: { name: 'Acme', userLimit: 6 } } },
    'userLimit',
    'no',
    'The site is full: it has 6 of 6 users and guests.',
    'siteAdmin',
  ],
  [
    'a site whose limit is not told',
    switches({ workspaceCapacity: 'absent' }),
    'userLimit',
    'unknown',
    'The organization does not tell the user limit of the site.',
  ],
  [
    'a site whose limit is not told',
    switches({ workspaceCapacity: 'absent' }),
    'invite',
    'yes',
    'The key, the plan and the free places allow inviting guests.',
  ],

  // Spaces.
  [
    'a site with space roles',
    { seed: { site: { name: 'Acme', mode: 'ROLES' } } },
    'permissionModel',
    'yes',
    'The site uses space roles.',
  ],
  [
    'a site with space roles',
    { seed: { site: { name: 'Acme', mode: 'ROLES' } } },
    'assignGuests:DOCS',
    'yes',
    'The account administers space DOCS and can give it to guests.',
  ],
  [
    'a site between the models',
    { seed: { site: { name: 'Acme', mode: 'ROLES_TRANSITION' } } },
    'permissionModel',
    'no',
    'The site is on its way from space permissions to space roles.',
    'siteAdmin',
  ],
  [
    'a site that does not tell its model',
    switches({ roleMode: '404' }),
    'permissionModel',
    'unknown',
    'The site does not say whether it uses space permissions or space roles.',
  ],
  [
    'a space that is not visible',
    { file: 'spaces: { HR: }' },
    'readSpace:HR',
    'no',
    'There is no space HR that the account can see.',
    'spaceAdmin',
  ],
  [
    'a viewer of the space',
    lee({}, 'viewer'),
    'assignGuests:DOCS',
    'no',
    'The account does not administer space DOCS.',
    'spaceAdmin',
  ],
  [
    'an admin of the space who may not restrict',
    lee({}, ['read/space', 'create/page', 'administer/space']),
    'restrictPages:DOCS',
    'no',
    'The account has no right to restrict pages in space DOCS.',
    'spaceAdmin',
  ],
  [
    'a site that fails at the rights in a space',
    refused('/wiki/api/v2/spaces/98305/operations', 404),
    'assignGuests:DOCS',
    'unknown',
    'Confluence finds no space DOCS that you may see: check the file, or ask an admin for access.',
  ],
  [
    'the Free plan where nobody tells it and rights are withheld',
    {
      seed: {
        ...free,
        switches: { edition: 'absent', workspacePlan: 'absent', freeOperations: 'withheld' },
      },
    },
    'assignGuests:DOCS',
    'no',
    'The account does not administer space DOCS.',
    'spaceAdmin',
  ],

  // Pages.
  ['a page', {}, 'restrictPage:10', 'yes', 'The account can restrict “Open”.'],
  [
    'a page that the search index does not know yet',
    switches({ searchIndex: 'behind' }),
    'restrictPage:10',
    'yes',
    'The account can restrict “10”.',
  ],
  [
    'a page that is not there',
    { file: 'spaces: { DOCS: }\npages: [{ page: 999, view: [group:docs-team] }]' },
    'restrictPage:999',
    'no',
    'There is no page 999 that the account can see.',
    'spaceAdmin',
  ],
  [
    'a page that the account cannot edit',
    lee({}, 'viewer'),
    'restrictPage:10',
    'no',
    'The account cannot edit “Open”, which restricting it takes.',
    'spaceAdmin',
  ],
  [
    'a page in a space whose pages the account cannot restrict',
    lee({}, 'contributor'),
    'restrictPage:10',
    'no',
    'The account can edit “Open” and not restrict it.',
    'spaceAdmin',
  ],
  [
    'a site that does not name the right with its pages',
    switches({ restrictOperation: 'absent' }),
    'restrictPage:10',
    'yes',
    'The account can restrict “Open”.',
  ],
  [
    'such a site, with the search index behind',
    switches({ restrictOperation: 'absent', searchIndex: 'behind' }),
    'restrictPage:10',
    'unknown',
    'Confluence does not say whether the account can restrict “10”.',
  ],
  [
    'a site that fails at the rights on pages',
    refused('/wiki/rest/api/content/search', 403),
    'restrictPage:10',
    'unknown',
    'Your account may not do this with pages: ask an admin of the space or the site.',
  ],
];

describe('A line of the access report', () => {
  for (const [name, situation, id, answer, sentence, who] of rows) {
    it(`${id} is ${answer} for ${name}`, async () => {
      const report = await reportOf(situation);
      const line = lineIn(report, id);
      const words = say(line.sentence).replace(report.origin, 'SITE');
      assert.deepEqual([line.answer, words, line.fixer?.who], [answer, sentence, who]);
    });
  }
});
