import assert from 'node:assert/strict';
import { handoffOf } from '../../../src/access/handoff';
import { parse } from '../../../src/document/parse';
import { accountIdOf } from '../../../src/sandbox/stableId';
import { preview } from '../../../src/sync/apply';
import { planText } from '../../../src/sync/print';
import { adminOf, inviteByHand } from '../../support/admin';
import {
  accessIn,
  acme,
  fileOf,
  onSite,
  outcomesOf,
  pageIn,
  rolesOf,
  today,
  words,
  type TestSite,
} from '../../support/site';

const spaces = 'spaces: { DOCS: { manage: additive } }';
const dana = accountIdOf('dana@new.example');
const ben = accountIdOf('ben@agency.example');
const file = (...guests: readonly string[]): string =>
  `${spaces}\nguests: [${guests.join(', ')}]\npages: [{ page: 11, view: [dana@new.example, ana@partner.example] }]`;
const ana = `{ email: ana@partner.example, space: DOCS, account: "${accountIdOf('ana@partner.example')}" }`;

/** The site as it is run without an organization admin key. */
const withoutKey = { adminKey: '' };

const { signal } = new AbortController();

async function tasksOf({ sandbox, connected, journal }: TestSite, body: string): Promise<string[]> {
  const { document } = parse(fileOf(sandbox.origin, body), today);
  const ports = { reader: connected.reader, journal, now: () => new Date() };
  const read = await preview(document, ports, { today, signal });
  const { guests } = handoffOf({ document, ...read, outcomes: [] }, today);
  return guests.map(({ kind, email }) => `${kind} ${email}`);
}

describe('without an organization admin key', () => {
  it('the sync does the rest, and the guest to invite waits for the organization admin', () =>
    onSite(withoutKey, async (site) => {
      const body = file(
        ana.replace(' }', ', role: viewer }'),
        '{ email: dana@new.example, space: DOCS }',
      );
      const plan = await site.plan(body);
      assert.match(
        planText(plan, { name: 'collaborators.yaml', text: '' }),
        /^Waiting for the organization admin\n {2}… dana@new\.example must be invited/m,
      );
      assert.deepEqual(outcomesOf(await site.apply(body, plan)), [
        `done changeRole ana@partner.example DOCS`,
        `done allow view 11 ana@partner.example`,
      ]);
      assert.deepEqual(await tasksOf(site, body), ['invite dana@new.example']);
    }));

  it('a guest invited by hand gets the space and the pages once the entry has the account id', () =>
    onSite(withoutKey, async (site) => {
      const entry = `{ email: dana@new.example, space: DOCS, account: "${dana}" }`;
      assert.deepEqual(await tasksOf(site, file(ana, entry)), ['invite dana@new.example']);
      await inviteByHand(site.sandbox, 'dana@new.example');
      assert.deepEqual(await tasksOf(site, file(ana, entry)), []);
      await site.sync(file(ana, entry));
      assert.ok(accessIn(site.sandbox, 'DOCS', 'dana@new.example'));
      assert.ok(pageIn(site.sandbox, '11').view.includes('dana@new.example'));
      assert.deepEqual((await site.plan(file(ana, entry))).steps, []);
    }));

  it('a guest who shows the address is recognised in the space that the admin gave', () => {
    const { people, spaces: all = [] } = acme();
    const seed = acme({
      people: [
        ...people,
        { email: 'dana@new.example', name: 'Dana', roles: ['guest'], emailVisible: true },
      ],
      spaces: all.map((space) =>
        space.key === 'DOCS'
          ? { ...space, access: { ...space.access, 'dana@new.example': 'contributor' } }
          : space,
      ),
    });
    return onSite({ ...withoutKey, seed }, async (site) => {
      const body = file(ana, '{ email: dana@new.example, space: DOCS }');
      assert.deepEqual(await tasksOf(site, body), []);
      const { steps } = await site.plan(body);
      assert.ok(words(steps).includes('Let dana@new.example view “Closed”'));
    });
  });

  for (const formerInBulk of ['listed', 'absent'] as const) {
    it(`the Guest role waits for the organization admin until Confluence no longer shows it (${formerInBulk})`, () =>
      onSite({ ...withoutKey, seed: acme({ switches: { formerInBulk } }) }, async (site) => {
        const revoked = `${spaces}\nguests: [{ email: ben@agency.example, space: DOCS, access: revoked, account: "${ben}" }]`;
        assert.deepEqual(await tasksOf(site, revoked), ['takeRole ben@agency.example']);
        await site.sync(revoked);
        assert.equal(accessIn(site.sandbox, 'DOCS', 'ben@agency.example'), undefined);
        assert.deepEqual(rolesOf(site.sandbox, 'ben@agency.example'), ['guest']);
        assert.deepEqual(await tasksOf(site, revoked), ['takeRole ben@agency.example']);
        await adminOf(site.sandbox).revokeGuestRole(ben, signal);
        const { steps, blocked } = await site.plan(revoked);
        assert.deepEqual([steps, blocked], [[], []]);
      }));
  }

  it('a guest who was known by the address alone is remembered until the role is gone', () => {
    const people = acme().people.map((one) =>
      one.name === 'Ben' ? { ...one, emailVisible: true } : one,
    );
    return onSite({ ...withoutKey, seed: acme({ people }) }, async (site) => {
      const revoked = `${spaces}\nguests: [{ email: ben@agency.example, space: DOCS, access: revoked }]`;
      await site.sync(revoked);
      assert.deepEqual(await tasksOf(site, revoked), ['takeRole ben@agency.example']);
      await adminOf(site.sandbox).revokeGuestRole(ben, signal);
      assert.deepEqual(await tasksOf(site, revoked), []);
      assert.deepEqual((await site.plan(revoked)).blocked, []);
    });
  });

  it('nobody is asked to take the seat of the account that runs the sync', () =>
    onSite(withoutKey, async (site) => {
      const body = `${spaces}\nguests: [{ email: lee@acme.com, space: DOCS }, { email: mia@acme.com, space: DOCS, account: "${accountIdOf('mia@acme.com')}" }]`;
      assert.deepEqual(await tasksOf(site, body), ['takeSeat mia@acme.com']);
    }));
});
