import assert from 'node:assert/strict';
import type { Answer } from '../../../../src/access/check/report';
import type { Connected } from '../../../../src/confluence/connection';
import type { SeedInput } from '../../../../src/sandbox/server';
import { accountIdOf } from '../../../../src/sandbox/stableId';
import { ConfluenceError } from '../../../../src/sync/error';
import { acme } from '../../../support/site';
import { answersOf, never, withReport } from './site';

type Role = 'org admin' | 'site admin only' | 'space admin' | 'none';
type Plan = 'free' | 'standard';
type Credentials = 'token only' | 'key only' | 'both' | 'expired';

const roles: readonly Role[] = ['org admin', 'site admin only', 'space admin', 'none'];
const plans: readonly Plan[] = ['free', 'standard'];
const all: readonly Credentials[] = ['token only', 'key only', 'both', 'expired'];

/** What a combination is, in the terms that the expectations use. */
interface Case {
  readonly role: Role;
  readonly plan: Plan;
  readonly token: boolean;
  readonly key: boolean;
  /** The key is there, accepted, and of an organization admin. */
  readonly rules: boolean;
  /** The plan is known, from the site or from the organization. */
  readonly isFree: boolean;
}

function caseOf(role: Role, plan: Plan, credentials: Credentials): Case {
  const token = credentials === 'token only' || credentials === 'both';
  const key = credentials === 'key only' || credentials === 'both';
  const rules = key && role === 'org admin';
  return { role, plan, token, key, rules, isFree: plan === 'free' && (token || rules) };
}

const said = (isTrue: boolean): Answer => (isTrue ? 'yes' : 'no');
const ifAsked = (asked: boolean, isTrue: boolean): Answer => (asked ? said(isTrue) : 'unknown');
const administersSpace = ({ role }: Case): boolean =>
  role === 'org admin' || role === 'space admin';
const inSpace = (one: Case): Answer =>
  one.isFree ? 'no' : ifAsked(one.token, administersSpace(one));
const places = (one: Case): Answer => (one.isFree ? 'no' : ifAsked(one.rules, true));

/** What each line must say, written down without a look at how it is found out. */
const expected: Readonly<Record<string, (one: Case) => Answer>> = {
  invite: ({ rules, plan }) => said(rules && plan === 'standard'),
  token: ({ token }) => said(token),
  confluence: ({ token }) => ifAsked(token, true),
  confluenceAdmin: ({ token, role }) =>
    ifAsked(token, role === 'org admin' || role === 'site admin only'),
  key: ({ key }) => said(key),
  organizationAdmin: ({ key, role }) => ifAsked(key, role === 'org admin'),
  organizationId: ({ rules }) => ifAsked(rules, true),
  siteInOrganization: ({ rules }) => ifAsked(rules, true),
  plan: ({ token, rules, plan }) => ifAsked(token || rules, plan === 'standard'),
  seats: places,
  guests: places,
  userLimit: ({ rules }) => ifAsked(rules, true),
  permissionModel: ({ token }) => ifAsked(token, true),
  'readSpace:DOCS': ({ token, role }) => ifAsked(token, role !== 'none'),
  'assignGuests:DOCS': inSpace,
  'restrictPages:DOCS': inSpace,
  'restrictPage:10': inSpace,
};

function seedOf(role: Role, plan: Plan, credentials: Credentials): Partial<SeedInput> {
  const email = 'jo@acme.com';
  const past = { expires: '2020-01-01' };
  const expires = credentials === 'expired' ? past : {};
  const { people, spaces = [] } = acme();
  const access = { 'org admin': 'admin', 'site admin only': 'viewer', 'space admin': 'admin' };
  return {
    site: { name: 'Acme', plan },
    people: [
      ...people,
      {
        email,
        name: 'Jo',
        orgAdmin: role === 'org admin',
        siteAdmin: role === 'org admin' || role === 'site admin only',
      },
      { email: 'eve@new.example', name: 'Eve', roles: ['guest'] },
    ],
    spaces: spaces.map((space) =>
      space.key === 'DOCS' && role !== 'none'
        ? { ...space, access: { ...space.access, [email]: access[role] } }
        : space,
    ),
    tokens: [{ email, token: 'canary-secret-of-jo', ...expires }],
    adminKeys: [{ key: 'canary-secret-key-of-jo', by: email, ...expires }],
  };
}

/** Whether it works, tried on the site; what was refused answers no. */
async function tryOut(act: () => Promise<unknown> | undefined): Promise<Answer> {
  try {
    return said((await act()) !== undefined);
  } catch (error) {
    if (error instanceof ConfluenceError) return 'no';
    throw error;
  }
}

/** The lines that can be tried, each with an attempt at the very thing. */
const attempts: Readonly<Record<string, (connected: Connected) => Promise<unknown> | undefined>> = {
  invite: ({ writer }) => writer.organization?.inviteGuests(['new@client.example'], true, never),
  'readSpace:DOCS': async ({ reader }) => (await reader.spaces(['DOCS'], never))[0],
  'assignGuests:DOCS': async ({ writer }) => {
    const read = { key: 'read', target: 'space' };
    await writer.addSpacePermission('DOCS', accountIdOf('eve@new.example'), read, never);
    return true;
  },
  'restrictPage:10': async ({ writer }) => {
    const users = [accountIdOf('jo@acme.com')];
    await writer.addRestrictions('10', 'view', { users, groups: [] }, never);
    return true;
  },
};

describe('Check Access', () => {
  for (const role of roles) {
    for (const plan of plans) {
      for (const credentials of all) {
        it(`is right for ${role} × ${plan} × ${credentials}`, async () => {
          const situation = {
            seed: seedOf(role, plan, credentials),
            credentials: {
              email: 'jo@acme.com',
              token: credentials === 'key only' ? '' : 'canary-secret-of-jo',
              adminKey: credentials === 'token only' ? '' : 'canary-secret-key-of-jo',
            },
          };
          await withReport(situation, async (report, connected) => {
            const one = caseOf(role, plan, credentials);
            const right = Object.entries(expected).map(([id, say]) => [id, say(one)]);
            assert.deepEqual(answersOf(report), Object.fromEntries(right));
            for (const [id, act] of Object.entries(attempts)) {
              const answer = expected[id]?.(one);
              if (answer === 'unknown') continue;
              assert.equal(await tryOut(() => act(connected)), answer, `trying ${id}`);
            }
          });
        });
      }
    }
  }
});
