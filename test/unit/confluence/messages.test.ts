import assert from 'node:assert/strict';
import { connect, type Connected } from '../../../src/confluence/connection';
import { recognize } from '../../../src/confluence/knownMessages';
import { createRuntime } from '../../../src/confluence/runtime';
import { say } from '../../../src/document/sentence';
import { startSandbox, type SeedInput } from '../../../src/sandbox/server';
import { accountIdOf } from '../../../src/sandbox/stableId';
import { ConfluenceError, type FailureCode } from '../../../src/sync/error';
import { remedies } from '../../../src/sync/remedies';
import { acme, onSite } from '../../support/site';
import { never } from './site';

const eve = 'eve@new.example';
const people = [
  ...acme().people,
  { email: eve, name: 'Eve', roles: ['guest' as const] },
  { email: 'bo@acme.com', name: 'Bo', roles: ['user' as const, 'guest' as const] },
  { email: 'una@acme.com', name: 'Una', roles: [] },
];

interface Recognized {
  readonly code: FailureCode | undefined;
  readonly sentence: string;
}

interface At {
  readonly connected: Connected;
  readonly origin: string;
}

/** What goes wrong on a simulated site, and what the product makes of it. */
type Produce = (seed: Partial<SeedInput>) => Promise<Recognized>;

/** A call of the product that fails. */
const failing =
  (act: (connected: Connected) => Promise<unknown> | undefined): Produce =>
  (seed) =>
    onAcme(seed, async ({ connected }) => {
      const error: unknown = await act(connected)?.then(
        () => assert.fail('nothing went wrong'),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof ConfluenceError, String(error));
      return { code: error.details.code, sentence: error.message };
    });

/** Words that somebody reads in the browser or that an answer holds, and passes on. */
const reading =
  (path: string, email: string, body?: object): Produce =>
  (seed) =>
    onAcme(seed, async ({ origin }) => {
      const authorization = `Basic ${Buffer.from(`${email}:canary-secret`).toString('base64')}`;
      const answer = await fetch(origin + path, {
        headers: { authorization },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      assert.equal(answer.status, 200);
      const known = recognize(await answer.text());
      assert.ok(known);
      return known;
    });

async function onAcme<T>(seed: Partial<SeedInput>, use: (at: At) => Promise<T>): Promise<T> {
  const tokens = [
    { email: 'lee@acme.com', token: 'canary-secret' },
    { email: eve, token: 'canary-secret' },
  ];
  // A clock that stands still: of one request a second the second is always too much.
  const now = (): number => Date.parse('2026-06-01T10:00:00Z');
  const sandbox = await startSandbox({ seed: acme({ people, tokens, ...seed }), now });
  try {
    const { origin } = sandbox;
    const credentials = {
      email: 'lee@acme.com',
      token: 'canary-secret',
      adminKey: 'canary-secret-key-of-acme',
    };
    const connected = connect(
      { origin, organization: 'org-1', ...credentials },
      { ...createRuntime(fetch, () => undefined), wait: () => Promise.resolve() },
    );
    return await use({ connected, origin });
  } finally {
    await sandbox.close();
  }
}

const give = (space: string, email: string, pair = 'read/space'): Produce =>
  failing(({ writer }) => {
    const [key = '', target = ''] = pair.split('/');
    return writer.addSpacePermission(space, accountIdOf(email), { key, target }, never);
  });

const check = (page: string, email: string): Produce =>
  reading(`/wiki/rest/api/content/${page}/permission/check`, 'lee@acme.com', {
    subject: { type: 'user', identifier: accountIdOf(email) },
    operation: 'read',
  });

/** The sync accepts nothing as done that the site does not show afterwards. */
const lost: Produce = async (seed) => {
  let found: Recognized | undefined;
  await onSite({ seed: acme({ people, ...seed }) }, async (site) => {
    const path = '/wiki/rest/api/space/DOCS/permission';
    site.sandbox.addFaults([{ method: 'POST', path, status: 200, body: { id: 1 }, times: 9 }]);
    const applied = await site.sync(
      `spaces: { DOCS: }\nguests: [{ email: ${eve}, space: DOCS, role: viewer }]`,
    );
    assert.equal(applied.state, 'applied');
    const [outcome] = applied.outcomes;
    assert.equal(outcome?.state, 'unconfirmed');
    found = { code: outcome.code, sentence: outcome.reason ? say(outcome.reason) : '' };
  });
  assert.ok(found);
  return found;
};

const past = { expires: '2026-05-31' };

/** Every row of what people report, as the site says it, with its sentence and what helps. */
const rows: readonly (readonly [
  reported: string,
  seed: Partial<SeedInput>,
  produce: Produce,
  code: FailureCode,
  sentence: string,
  remedy: string,
])[] = [
  [
    'Guests can only have access to one space at a time (a second space)',
    {},
    give('LAB', 'ana@partner.example'),
    'secondSpace',
    'You need to take away the other space first, or the User role if the person has one: Confluence gives a guest only one space at a time.',
    'Move the guest, or take the User role away',
  ],
  [
    'Guests can only have access to one space at a time (a paid user)',
    {},
    give('LAB', 'bo@acme.com'),
    'secondSpace',
    'You need to take away the other space first, or the User role if the person has one: Confluence gives a guest only one space at a time.',
    'Move the guest, or take the User role away',
  ],
  [
    'Some users couldn’t be added',
    { switches: { userAsGuestText: 'notAdded' } },
    give('LAB', 'bo@acme.com'),
    'userAndGuest',
    'You need to take away the User role in admin.atlassian.com first: the person is a user and a guest at once.',
    'Take the User role away',
  ],
  [
    'a guest silently not added to the space',
    {},
    lost,
    'notShown',
    'The site accepted this and does not show it yet: look again in a minute',
    'Read the site again in a minute',
  ],
  [
    'You’re almost there',
    {},
    reading('/wiki/home', eve),
    'noSpaceYet',
    'The guest has no space yet: give the guest one, for without it Confluence lets nobody in.',
    'Give the guest a space',
  ],
  [
    'Confluence access is in progress',
    { switches: { provisioning: 'inProgress' } },
    reading('/wiki/home', eve),
    'notReadyYet',
    'Confluence has not finished giving the access: reload the page in a minute, or sign in again.',
    'Reload the page in a minute, or sign in again',
  ],
  [
    'Restricted page',
    { switches: { provisioning: 'inProgress' } },
    reading('/wiki/spaces/DOCS/pages/10', eve),
    'notReadyYet',
    'Confluence has not finished giving the access: reload the page in a minute, or sign in again.',
    'Reload the page in a minute, or sign in again',
  ],
  [
    'User is not allowed to use Confluence',
    {},
    check('10', 'una@acme.com'),
    'outsideConfluence',
    'The person has no access to Confluence on this site: invite the person first.',
    'Invite the person',
  ],
  [
    'User does not have permission to the space',
    {},
    check('10', 'kai@lab.example'),
    'outsideSpace',
    'The person has no access to the space: give the space first.',
    'Give the person the space',
  ],
  [
    'User does not have permission to the content',
    {},
    check('11', 'ana@partner.example'),
    'outsidePage',
    'The person may not see the page: look for a restriction on it or on a page above it.',
    'Look for a restriction on the page and on the pages above it',
  ],
  [
    '400 Operation not supported for target',
    {},
    give('DOCS', 'ana@partner.example', 'create/space'),
    'noSuchPermission',
    'Confluence Guests asked for a permission that Confluence does not have: please report this.',
    'Report this',
  ],
  [
    "403 User isn't authorized to modify permissions",
    { spaces: [{ key: 'DOCS', name: 'Docs', access: { 'lee@acme.com': 'viewer' } }], pages: [] },
    give('DOCS', eve),
    'notSpaceAdmin',
    'You may not change who uses this space: sign in with an API token of a space admin.',
    'Sign in with an API token of a space admin',
  ],
  [
    '429 with Retry-After',
    { switches: { ratePerSecond: 1 } },
    failing(async ({ reader }) => {
      await reader.caller(never);
      await reader.caller(never);
    }),
    'tooManyRequests',
    'Confluence received too many requests: try again in 1 seconds.',
    'Wait, then sync again',
  ],
  [
    '401 of a token after months of success',
    { tokens: [{ email: 'lee@acme.com', token: 'canary-secret', ...past }] },
    failing(({ reader }) => reader.caller(never)),
    'tokenRefused',
    'Confluence does not accept the e-mail address and API token, which may have expired: create a new token at id.atlassian.com and sign in again.',
    'Renew the API token',
  ],
  [
    '401 of a key after months of success',
    { adminKeys: [{ key: 'canary-secret-key-of-acme', ...past }] },
    failing(({ organization }) => organization?.verify(never)),
    'keyRefused',
    'Atlassian does not accept the organization admin key, which may have expired: create a new one at admin.atlassian.com and sign in again.',
    'Renew the organization admin key',
  ],
];

describe('What people report is recognised', () => {
  for (const [reported, seed, produce, code, sentence, remedy] of rows) {
    it(`${reported}: ${code}`, async () => {
      const found = await produce(seed);
      assert.deepEqual([found.code, found.sentence], [code, sentence]);
      assert.equal(say(remedies[code]), remedy);
    });
  }

  it('and other words are not', () => {
    for (const words of ['Welcome, Eve', 'No restricted page may be moved']) {
      assert.equal(recognize(words), undefined);
    }
  });
});
