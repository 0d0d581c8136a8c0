import { readAccess } from '../../src/access/check/read';
import { findCloudId } from '../../src/confluence/connection';
import { createRuntime } from '../../src/confluence/runtime';
import { parse } from '../../src/document/parse';
import type { SeedInput } from '../../src/sandbox/server';
import { ConfluenceError } from '../../src/sync/error';
import { readContents } from '../../src/sync/import/contents';
import { readLists } from '../../src/sync/readLists';
import { acme, fileOf, onSite, today, type SiteOptions, type TestSite } from '../support/site';
import { recordingFetch, type Exchange } from './record';

/** Every call that the product makes is in at least one of these. */
const body = `spaces: { DOCS: { manage: strict }, LAB: { manage: additive } }
teams: { all: [ana@partner.example, kai@lab.example] }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: ben@agency.example, space: DOCS, access: revoked }
  - { email: kai@lab.example, space: DOCS }
  - { email: dana@new.example, space: DOCS }
  - { email: eli@new.example, space: LAB, role: viewer }
pages:
  - { page: 10, view: [team:all, dana@new.example, group:docs-team], edit: [kai@lab.example, group:docs-team], tree: true, ancestors: grant }
  - { page: 11, view: [kai@lab.example, user:sam@acme.com], edit: [kai@lab.example, group:docs-team] }
  - { page: 20, view: [eli@new.example, user:mia@acme.com] }
  - { page: 999, view: [group:nobody] }`;

type Scenario = (exchanges: Exchange[]) => Promise<void>;

const sites: Readonly<Record<string, Partial<SeedInput>>> = {
  permissions: {},
  roles: { site: { name: 'Acme', mode: 'ROLES' } },
  transition: { site: { name: 'Acme', mode: 'ROLES_TRANSITION' } },
  'free plan': { site: { name: 'Acme', plan: 'free' } },
  'full quota': { site: { name: 'Acme', guestsPerPaidUser: 1 } },
  'full quota, told by address': {
    site: { name: 'Acme', guestsPerPaidUser: 1 },
    switches: { quotaAnswer: 'perAddress' },
  },
  'everything refused to waiting guests': {
    switches: { pendingSpace: 'refused', pendingRestriction: 'refused', pendingInSearch: 'absent' },
  },
  'an index that lags and short lists': {
    switches: {
      searchIndex: 'behind',
      innerPageSize: 1,
      searchPageSize: 1,
      acceptInvites: 'atOnce',
    },
  },
  'companion grants': { switches: { companionGrants: 'contributor', acceptInvites: 'atOnce' } },
  'a default guest space': { site: { name: 'Acme', defaultGuestSpace: 'LAB' } },
  'an unknown mode': { switches: { roleMode: '404' } },
  'a caller without rights': { tokens: [{ email: 'lee@acme.com', token: 'other-canary-secret' }] },
  'a scoped admin key': { adminKeys: [{ key: 'canary-secret-key-of-acme', scoped: true }] },
};

/** Sites whose lists are read and imported from. */
const offering: Readonly<Record<string, Partial<SeedInput>>> = {
  'with permissions': {},
  'with roles': { site: { name: 'Acme', mode: 'ROLES' } },
  'in short lists': { switches: { searchPageSize: 1, innerPageSize: 1 } },
  'to a scoped admin key': {
    adminKeys: [{ key: 'canary-secret-key-of-acme', scoped: true }],
    switches: { scopedKeySearch: 'refused' },
  },
};

/** Sites on which somebody looks what they may do. */
const checked: Readonly<Record<string, Partial<SeedInput>>> = {
  'all told': {},
  'nothing told': {
    switches: {
      edition: 'absent',
      workspacePlan: 'absent',
      workspaceCapacity: 'absent',
      callerOperations: 'absent',
      restrictOperation: 'absent',
      searchIndex: 'behind',
    },
  },
  'a scoped key': { adminKeys: [{ key: 'canary-secret-key-of-acme', scoped: true }] },
  'a key of nobody who matters': {
    adminKeys: [{ key: 'canary-secret-key-of-acme', by: 'mia@acme.com' }],
  },
  'an expired token': {
    tokens: [{ email: 'lee@acme.com', token: 'canary-secret-of-lee', expires: '2020-01-01' }],
  },
};

export const scenarios: Readonly<Record<string, Scenario>> = {
  ...Object.fromEntries(
    Object.entries(sites).map(([name, seed]): [string, Scenario] => [
      name,
      (exchanges) => record({ seed: acme(seed) }, exchanges, syncTwice),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(offering).map(([name, seed]): [string, Scenario] => [
      `what is offered ${name}`,
      (exchanges) => record({ seed: acme(seed) }, exchanges, readEverything),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(checked).map(([name, seed]): [string, Scenario] => [
      `checking access: ${name}`,
      (exchanges) => record({ seed: acme(seed) }, exchanges, checkAccess),
    ]),
  ),
  'without an admin key': (exchanges) => record({ adminKey: '' }, exchanges, syncTwice),
  'a wrong admin key': (exchanges) =>
    record({ adminKey: 'wrong-canary-secret' }, exchanges, syncTwice),
  'a token with scopes': (exchanges) =>
    record(
      {
        seed: acme({
          tokens: [{ email: 'lee@acme.com', token: 'canary-secret-of-lee', scopes: [] }],
        }),
        cloudId: '11111111-2222-4333-8444-555555555555',
      },
      exchanges,
      syncTwice,
    ),
  'signing in': (exchanges) =>
    record({}, exchanges, async ({ sandbox, connected }, fetch) => {
      const { signal } = new AbortController();
      await connected.reader.caller(signal);
      await connected.organization?.verify(signal);
      await findCloudId(
        sandbox.origin,
        createRuntime(fetch, () => undefined),
        signal,
      );
    }),
};

async function record(
  options: SiteOptions,
  exchanges: Exchange[],
  play: (site: TestSite, fetch: typeof globalThis.fetch) => Promise<void>,
): Promise<void> {
  const fetch = recordingFetch(exchanges);
  await onSite({ ...options, fetch }, (site) => play(site, fetch));
}

async function readEverything({ sandbox, connected: { reader, lister } }: TestSite): Promise<void> {
  const { signal } = new AbortController();
  const spaces = (await lister.spaces(signal)).map(({ key }) => key);
  const options = { origin: sandbox.origin, spaces, now: () => new Date(), signal };
  await readLists(reader, lister, options);
  await readContents(reader, lister, options);
}

async function checkAccess({ sandbox, connected }: TestSite): Promise<void> {
  const { document } = parse(fileOf(sandbox.origin, body), today);
  const { signal } = new AbortController();
  await readAccess(document, connected.access, { now: () => new Date(), signal });
}

/** A refusal of the site is part of the contract too. */
async function syncTwice(site: TestSite): Promise<void> {
  for (let time = 1; time <= 2; time++) {
    await site.sync(body).catch((error: unknown) => {
      if (!(error instanceof ConfluenceError)) throw error;
    });
  }
}
