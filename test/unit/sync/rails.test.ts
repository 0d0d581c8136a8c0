import assert from 'node:assert/strict';
import { say } from '../../../src/document/sentence';
import { accountIdOf } from '../../../src/sandbox/stableId';
import { history } from '../../../src/sync/history';
import { lastSync, undoPlanner } from '../../../src/sync/undo';
import { accessIn, acme, onSite, outcomesOf, pageIn, rolesOf, words } from '../../support/site';

const strict = 'spaces: { DOCS: { manage: strict } }';
const ana = '{ email: ana@partner.example, space: DOCS }';
const ben = '{ email: ben@agency.example, space: DOCS }';
const dana = '{ email: dana@new.example, space: DOCS }';
const guests = (...entries: string[]): string => `${strict}\nguests: [${entries.join(', ')}]`;
const atOnce = acme({ switches: { acceptInvites: 'atOnce' } });

describe('guard rails', () => {
  it('two addresses of one account change nothing for either', () =>
    onSite({}, async (site) => {
      const account = accountIdOf('ana@partner.example');
      const plan = await site.plan(
        guests(
          ana,
          ben,
          `{ email: ana@old.example, account: '${account}', space: DOCS, access: revoked }`,
        ),
      );
      assert.deepEqual(words(plan.steps), []);
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['sharedAccount', 'sharedAccount'],
      );
    }));

  it('the account that runs the sync never takes its own access away', () =>
    onSite(
      {
        seed: acme({
          people: [
            { email: 'lee@acme.com', name: 'Lee', roles: ['guest'] },
            { email: 'ana@partner.example', name: 'Ana', roles: ['guest'] },
            { email: 'ben@agency.example', name: 'Ben', roles: ['guest'] },
            { email: 'kai@lab.example', name: 'Kai', roles: ['guest'] },
            { email: 'mia@acme.com', name: 'Mia' },
            { email: 'sam@acme.com', name: 'Sam' },
          ],
        }),
      },
      async (site) => {
        assert.deepEqual(words((await site.plan(guests(ana, ben))).steps), []);
      },
    ));

  it('an active guest without an owned space keeps the Guest role, which another team may have given a space', () =>
    onSite({ seed: atOnce }, async (site) => {
      await site.sync(guests(ana, ben, dana));
      const account = accountIdOf('dana@new.example');
      await moveToHr(site.sandbox.origin, account);
      const plan = await site.plan(
        guests(ana, ben, '{ email: dana@new.example, space: DOCS, access: revoked }'),
      );
      assert.deepEqual(words(plan.steps), []);
      assert.deepEqual(
        plan.notices.map(({ code }) => code),
        ['guestElsewhere'],
      );
    }));

  it('taking a sync back leaves the role of a guest who has another space by now', () =>
    onSite({ seed: atOnce }, async (site) => {
      await site.sync(guests(ana, ben, dana));
      await moveToHr(site.sandbox.origin, accountIdOf('dana@new.example'));
      const record = lastSync(history(site.journal.entries));
      assert.ok(record);
      const plan = await site.plan(guests(ana, ben, dana), { planner: undoPlanner(record) });
      assert.deepEqual(words(plan.steps), []);
    }));

  it('the Guest role stays until the page entries are gone, so that a failed one is not forgotten', () =>
    onSite({}, async (site) => {
      const body = `${guests(ana, '{ email: ben@agency.example, space: DOCS, access: revoked }')}\npages: [{ page: 11, view: [group:docs-team] }]`;
      site.sandbox.addFaults([
        { method: 'DELETE', path: 'content/11/restriction', times: 1, status: 403 },
      ]);
      await site.sync(body);
      assert.deepEqual(rolesOf(site.sandbox, 'ben@agency.example'), ['guest']);
      await site.sync(body);
      assert.deepEqual(rolesOf(site.sandbox, 'ben@agency.example'), []);
      assert.ok(!pageIn(site.sandbox, '11').view.includes('ben@agency.example'));
    }));

  it('what somebody left behind whose Guest role is gone goes too', () =>
    onSite(
      {
        seed: acme({
          people: [
            { email: 'lee@acme.com', name: 'Lee', siteAdmin: true },
            { email: 'mia@acme.com', name: 'Mia' },
            { email: 'sam@acme.com', name: 'Sam' },
            { email: 'ana@partner.example', name: 'Ana', roles: ['guest'] },
            { email: 'ben@agency.example', name: 'Ben', roles: [] },
            { email: 'kai@lab.example', name: 'Kai', roles: ['guest'] },
          ],
        }),
      },
      async (site) => {
        await site.sync(
          `${guests(ana, '{ email: ben@agency.example, space: DOCS, access: revoked }')}\npages: [{ page: 11, view: [group:docs-team] }]`,
        );
        assert.equal(accessIn(site.sandbox, 'DOCS', 'ben@agency.example'), undefined);
        assert.ok(!pageIn(site.sandbox, '11').view.includes('ben@agency.example'));
      },
    ));

  for (const [limit, allowed] of [
    ['25%', 0],
    ['34%', 1],
    ['100%', 3],
    ['2', 2],
  ] as const) {
    it(`\`removals: ${limit}\` allows ${allowed} of 3 guests`, () =>
      onSite({ limits: `{ removals: ${limit} }` }, async (site) => {
        const plan = await site.plan('spaces: { DOCS: { manage: strict }, LAB: {} }\nguests: []');
        assert.equal(plan.removals.limit, allowed);
        assert.equal(plan.refusals.length, allowed < 2 ? 1 : 0);
      }));
  }

  for (const [listed, allow] of [
    [[ana], 'allow exactly 1 removal'],
    [[], 'allow exactly 2 removals'],
  ] as const) {
    it(`a plan that leaves ${listed.length} of 2 guests asks to ${allow}`, () =>
      onSite({ limits: '{ removals: 0 }' }, async (site) => {
        const { refusals } = await site.plan(guests(...listed));
        assert.equal(refusals.length, 1);
        assert.ok(refusals.every(({ sentence }) => say(sentence).includes(`, then ${allow} or `)));
      }));
  }

  it('where a guest may have two spaces, entering one leaves the other', () =>
    onSite(
      {
        limits: '{ removals: 100%, spacesPerGuest: 2 }',
        seed: acme({ switches: { guestSpaces: 'many' } }),
      },
      async (site) => {
        const plan = await site.plan(
          'spaces: { DOCS: {}, LAB: {} }\nguests: [{ email: kai@lab.example, space: DOCS }]',
        );
        assert.deepEqual(words(plan.steps), ['Give kai@lab.example the space DOCS as contributor']);
      },
    ));

  it('where a guest may have two spaces, revoking one leaves the Guest role for the other', () =>
    onSite({ limits: '{ removals: 100%, spacesPerGuest: 2 }' }, async (site) => {
      const plan = await site.plan(
        guests(ana, '{ email: ben@agency.example, space: DOCS, access: revoked }'),
      );
      assert.deepEqual(words(plan.steps), ['Take the space DOCS away from ben@agency.example']);
      assert.deepEqual(
        plan.notices.map(({ code }) => code),
        ['guestElsewhere'],
      );
    }));

  it('nobody is let onto a page above that lies in a space the file does not own', () =>
    onSite(
      {
        seed: acme({
          spaces: [
            {
              key: 'DOCS',
              name: 'Docs',
              access: {
                'lee@acme.com': 'admin',
                'ana@partner.example': 'contributor',
                'ben@agency.example': 'contributor',
              },
            },
            { key: 'HR', name: 'People', access: { 'lee@acme.com': 'admin' } },
          ],
          pages: [
            { id: 1, title: 'People', space: 'HR', view: ['lee@acme.com', 'mia@acme.com'] },
            { id: 11, title: 'Closed', space: 'DOCS', parent: '1', view: ['lee@acme.com'] },
          ],
        }),
      },
      async (site) => {
        const plan = await site.plan(
          `${guests(ana, ben)}\npages: [{ page: 11, view: [ana@partner.example], ancestors: grant }]`,
        );
        assert.deepEqual(words(plan.steps), ['Let ana@partner.example view “Closed”']);
      },
    ));

  it('a sync is not taken back in a space that the file no longer owns', () =>
    onSite({}, async (site) => {
      await site.sync('spaces: { DOCS: {}, LAB: { manage: strict } }\nguests: []');
      const record = lastSync(history(site.journal.entries));
      assert.ok(record);
      const planner = undoPlanner(record);
      const ours = await site.plan('spaces: { DOCS: {}, LAB: {} }\nguests: []', { planner });
      assert.deepEqual(words(ours.steps), ['Give Kai the space LAB back as it was']);
      const others = await site.plan('spaces: { DOCS: {} }\nguests: []', { planner });
      assert.deepEqual(words(others.steps), []);
    }));

  it('a page that somebody has restricted since the plan was made is left as it is', () => {
    const afterHuman: typeof fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.pathname === '/wiki/rest/api/content/10/restriction') {
        await restrict(url.origin, '10');
      }
      return fetch(input, init);
    };
    return onSite({ fetch: afterHuman }, async (site) => {
      const applied = await site.sync(
        `${guests(ana, ben)}\npages: [{ page: 10, view: [ana@partner.example, group:docs-team] }]`,
      );
      assert.deepEqual(outcomesOf(applied), [
        'failed close view 10',
        'skipped allow view 10 ana@partner.example',
      ]);
      assert.deepEqual(pageIn(site.sandbox, '10').view, ['lee@acme.com']);
    });
  });

  it('a plan for another site has another fingerprint', async () => {
    const prints: string[] = [];
    for (const port of [1, 2]) {
      await onSite({}, async (site) => {
        prints.push(`${(await site.plan(guests(ana))).fingerprint} ${port}`.split(' ')[0] ?? '');
      });
    }
    assert.notEqual(prints[0], prints[1]);
  });

  it('no guest is changed while it cannot be checked who is one', () =>
    onSite({}, async (site) => {
      const at = '2026-05-31T12:00:00.000Z';
      const accountId = accountIdOf('ben@agency.example');
      site.journal.entries.push({ at, kind: 'invited', email: 'ben@agency.example', accountId });
      site.sandbox.addFaults([{ path: 'users-bulk', times: 1, status: 403 }]);
      const plan = await site.plan(
        guests('{ email: ben@agency.example, space: DOCS, access: revoked }'),
      );
      assert.deepEqual(words(plan.steps), []);
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['notChecked'],
      );
    }));

  it('a page that could not be read is not called absent', () =>
    onSite({}, async (site) => {
      site.sandbox.addFaults([{ path: 'content/search', times: 1, status: 403 }]);
      const plan = await site.plan(`${strict}\npages: [{ page: 11, view: [group:docs-team] }]`);
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['pageUnread'],
      );
    }));

  it('nothing from the site steers a terminal or writes a line of its own', () =>
    onSite(
      {
        seed: acme({
          pages: [{ id: 11, title: 'A\u001b[2K\r\nPaid seats: +0.\u202e', space: 'DOCS' }],
        }),
      },
      async (site) => {
        const plan = await site.plan(
          `${guests(ana, ben)}\npages: [{ page: 11, view: [group:docs-team] }]`,
        );
        const text = plan.blocked.map((one) => say(one.sentence)).join();
        assert.match(text, /^“A .*Paid seats/);
        assert.doesNotMatch(text, /\p{Cc}|\u202e/u);
      },
    ));

  it('an address is the same however its domain and accents are written', () =>
    onSite(
      {
        seed: acme({
          people: [
            { email: 'lee@acme.com', name: 'Lee', siteAdmin: true },
            { email: 'mia@acme.com', name: 'Mia' },
            { email: 'sam@acme.com', name: 'Sam' },
            { email: 'ana@partner.example', name: 'Ana', roles: ['guest'] },
            { email: 'ben@agency.example', name: 'Ben', roles: ['guest'] },
            { email: 'kai@lab.example', name: 'Kai', roles: ['guest'] },
            { email: 'jo@xn--mnchen-3ya.example', name: 'Jo', roles: ['guest'] },
          ],
          spaces: [
            {
              key: 'DOCS',
              name: 'Docs',
              access: {
                'lee@acme.com': 'admin',
                'jo@xn--mnchen-3ya.example': 'contributor',
                'group:docs-team': 'viewer',
              },
            },
            { key: 'LAB', name: 'Lab', access: { 'lee@acme.com': 'admin' } },
            { key: 'HR', name: 'People', access: { 'mia@acme.com': 'admin' } },
          ],
        }),
      },
      async (site) => {
        const plan = await site.plan(guests("{ email: 'jo@münchen.example', space: DOCS }"));
        assert.deepEqual(words(plan.steps), []);
      },
    ));

  it('mail is not sent again to somebody whom the file gives no access', () =>
    onSite({}, async (site) => {
      await site.sync(guests(ana, ben, dana));
      const body = guests(ana, ben, '{ email: dana@new.example, space: DOCS, access: revoked }');
      await assert.rejects(
        site.resend(body, 'dana@new.example', 1e9),
        /gives dana@new.example no access/,
      );
    }));
});

const authorization = `Basic ${Buffer.from('lee@acme.com:canary-secret-of-lee').toString('base64')}`;

/** A human restricts a page to Lee by hand. */
async function restrict(origin: string, page: string): Promise<void> {
  const entry = `/wiki/rest/api/content/${page}/restriction/byOperation/read/user`;
  const query = `accountId=${encodeURIComponent(accountIdOf('lee@acme.com'))}`;
  await fetch(`${origin}${entry}?${query}`, { method: 'PUT', headers: { authorization } });
}

/** A human of another team moves a guest, by hand, to a space that no file owns. */
async function moveToHr(origin: string, accountId: string): Promise<void> {
  const headers = { authorization, 'content-type': 'application/json' };
  const spaces = (await (
    await fetch(`${origin}/wiki/api/v2/spaces?keys=DOCS`, { headers })
  ).json()) as { results: { id: string }[] };
  const list = (await (
    await fetch(
      `${origin}/wiki/api/v2/spaces/${spaces.results[0]?.id ?? ''}/permissions?limit=250`,
      { headers },
    )
  ).json()) as {
    results: {
      id: string;
      principal: { id: string };
      operation: { key: string; targetType: string };
    }[];
  };
  const read = list.results.find(
    ({ principal, operation }) =>
      principal.id === accountId && operation.key === 'read' && operation.targetType === 'space',
  );
  await fetch(`${origin}/wiki/rest/api/space/DOCS/permission/${read?.id ?? ''}`, {
    method: 'DELETE',
    headers,
  });
}
