import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SeedInput } from '../../../src/sandbox/server';
import * as the from './support';
import type { Reply, Site } from './support';

const { lee, org } = the;

const me = '/wiki/rest/api/user/current';
const gateway = `/ex/confluence/${the.cloudId}`;
const organization = `/admin/v1/orgs/${org}`;

const tokens = [
  { email: lee, token: 'canary-secret-classic' },
  { email: lee, token: 'canary-secret-scoped', scopes: ['read:content-details:confluence'] },
  { email: lee, token: 'canary-secret-old', expires: '2025-12-31T00:00:00Z' },
  { email: the.gone, token: 'canary-secret-deactivated' },
  { email: the.pending, token: 'canary-secret-waiting' },
  { email: 'stranger@x.example', token: 'canary-secret-stranger' },
];
const adminKeys: SeedInput['adminKeys'] = [
  { key: 'canary-secret-good' },
  { key: 'canary-secret-elsewhere', org: 'org-2' },
  { key: 'canary-secret-old-key', expires: '2025-12-31' },
];

type Ask = (site: Site) => Promise<Reply>;

const token =
  (name: string, path: string, email = lee): Ask =>
  (site) =>
    site.send(the.basic(email, `canary-secret-${name}`), 'GET', path);

const key =
  (name: string, path: string, method = 'GET', body?: object): Ask =>
  (site) =>
    site.send(`Bearer canary-secret-${name}`, method, path, body);

const search = `/admin/v2/orgs/${org}/directories/-/users/search`;
const workspaces = `/admin/v2/orgs/${org}/workspaces`;

const rows: readonly [string, Ask, number, RegExp][] = [
  ['a classic token is good on the site', token('classic', me), 200, /Lee/],
  [
    'a classic token is refused by the gateway',
    token('classic', `${gateway}${me}`),
    401,
    /"code":401/,
  ],
  ['a token with scopes is good on the gateway', token('scoped', `${gateway}${me}`), 200, /Lee/],
  ['a token with scopes is refused on the site', token('scoped', me), 401, /Unauthorized/],
  [
    'a scope that is missing is named as the reason',
    token('scoped', `${gateway}/wiki/api/v2/spaces`),
    401,
    /Unauthorized; scope does not match/,
  ],
  [
    'the gateway knows one site',
    token('scoped', `/ex/confluence/other${me}`),
    404,
    /"error":"NOT_FOUND"/,
  ],
  [
    'the gateway has no admin API',
    key('good', `${gateway}${organization}`),
    404,
    /"error":"NOT_FOUND"/,
  ],
  ['an expired token is refused', token('old', me), 401, /"statusCode":401/],
  ['an unknown token is refused in the form of v1', token('x', me), 401, /"statusCode":401/],
  [
    'an unknown token is refused in the form of v2',
    token('x', '/wiki/api/v2/spaces'),
    401,
    /"errors":\[\{"status":401/,
  ],
  ['no token is refused', (s) => s.send(undefined, 'GET', me), 401, /Unauthorized/],
  ['an admin key is no token', key('good', me), 401, /Unauthorized/],
  [
    'a deactivated person cannot use Confluence',
    token('deactivated', me, the.gone),
    403,
    /"Current user not permitted to use Confluence"/,
  ],
  [
    'a person who has not accepted cannot either',
    token('waiting', me, the.pending),
    403,
    /not permitted/,
  ],
  [
    'nor can somebody of another site',
    token('stranger', me, 'stranger@x.example'),
    403,
    /not permitted/,
  ],
  ['an admin key is good for its organization', key('good', organization), 200, /Acme/],
  [
    'an expired admin key is refused in the form of v1',
    key('old-key', organization),
    401,
    /^\{"code":401/,
  ],
  [
    'an expired admin key is refused in the form of v2',
    key('old-key', search, 'POST', {}),
    401,
    /"errors"/,
  ],
  ['a token is no admin key', token('classic', organization), 401, /Unauthorized/],
  [
    'a key of another organization may nothing here',
    key('elsewhere', search, 'POST', {}),
    403,
    /ADMIN-UAM-403-2/,
  ],
  [
    'workspaces refuse it in a form of their own',
    key('elsewhere', workspaces, 'POST', {}),
    403,
    /^\{"id":/,
  ],
  ['another organization is not found', key('good', '/admin/v1/orgs/org-2'), 404, /ADMIN-404-2/],
];

describe('Credentials', () => {
  for (const [rule, ask, status, text] of rows) {
    it(rule, async () => {
      const now = () => Date.parse('2026-01-01T00:00:00Z');
      const reply = await ask(await the.start({ tokens, adminKeys }, now));
      assert.match(reply.text, text);
      assert.equal(reply.status, status);
    });
  }
});
