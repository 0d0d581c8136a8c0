import assert from 'node:assert/strict';
import { say } from '../../../src/document/sentence';
import { pendingSteps } from '../../../src/sync/step';
import {
  accessIn,
  acme,
  memoryJournal,
  onSite,
  outcomesOf,
  pageIn,
  rolesOf,
  words,
} from '../../support/site';

const spaces = 'spaces: { DOCS: { manage: strict }, LAB: { manage: additive } }';
const ana = '{ email: ana@partner.example, space: DOCS }';
const ben = '{ email: ben@agency.example, space: DOCS }';
const dana = '{ email: dana@new.example, space: DOCS }';
const eli = '{ email: eli@new.example, space: DOCS, role: viewer }';

const guests = (...entries: string[]): string => `${spaces}\nguests: [${entries.join(', ')}]`;

const everything = `${guests(
  '{ email: ana@partner.example, space: DOCS, role: viewer }',
  '{ email: ben@agency.example, space: DOCS, access: revoked }',
  '{ email: kai@lab.example, space: DOCS }',
  dana,
  eli,
)}
pages:
  - { page: 10, view: [ana@partner.example, dana@new.example, group:docs-team] }
  - { page: 11, view: [kai@lab.example], edit: [kai@lab.example, user:mia@acme.com] }`;

describe('a sync', () => {
  for (const mode of ['PRE_ROLES', 'ROLES'] as const) {
    it(`makes the site match in ${mode}, and a second one changes nothing`, () =>
      onSite(
        { seed: acme({ site: { name: 'Acme', mode }, switches: { acceptInvites: 'atOnce' } }) },
        async (site) => {
          const seats = site.sandbox.state().seats;
          const applied = await site.sync(everything);
          assert.ok(
            outcomesOf(applied).every((line) => line.startsWith('done')),
            outcomesOf(applied).join('\n'),
          );
          assert.deepEqual(words((await site.plan(everything)).steps), []);
          const changes = site.sandbox.state().changes.length;
          assert.deepEqual(outcomesOf(await site.sync(everything)), []);
          assert.equal(site.sandbox.state().changes.length, changes);
          assert.equal(site.sandbox.state().seats, seats);
          assert.deepEqual(rolesOf(site.sandbox, 'ben@agency.example'), []);
          assert.deepEqual(pageIn(site.sandbox, '10').view, [
            'ana@partner.example',
            'dana@new.example',
            'group:docs-team',
            'lee@acme.com',
          ]);
        },
      ));
  }

  it('leaves nothing but the right to view to a viewer, whatever grants bring along', () =>
    onSite(
      { seed: acme({ switches: { companionGrants: 'contributor', acceptInvites: 'atOnce' } }) },
      async (site) => {
        await site.sync(guests(ana, ben, eli));
        assert.deepEqual(accessIn(site.sandbox, 'DOCS', 'eli@new.example'), ['read/space']);
      },
    ));

  it('does for a waiting guest what can be done, and the rest after acceptance', () =>
    onSite({ seed: acme({ switches: { pendingSpace: 'refused' } }) }, async (site) => {
      const body = guests(ana, ben, dana);
      assert.deepEqual(outcomesOf(await site.sync(body)), [
        'done invite dana@new.example',
        'waiting grant dana@new.example DOCS',
      ]);
      assert.deepEqual(pendingSteps(await site.plan(body)), []);
      site.sandbox.accept('dana@new.example');
      const applied = await site.sync(body);
      assert.deepEqual(outcomesOf(applied), ['done grant dana@new.example DOCS']);
      assert.equal(site.sandbox.state().mail.length, 1);
    }));

  for (const pendingInSearch of ['active', 'notInvited', 'inactive', 'absent'] as const) {
    for (const pendingInBulk of ['unknown', 'active', 'absent'] as const) {
      it(`invites nobody twice where the search shows a waiting guest as ${pendingInSearch} and Confluence as ${pendingInBulk}`, () =>
        onSite({ seed: acme({ switches: { pendingInSearch, pendingInBulk } }) }, async (site) => {
          const body = guests(ana, ben, dana, eli);
          await site.sync(body);
          const { steps } = await site.plan(body);
          assert.ok(steps.every(({ kind }) => kind !== 'invite'));
          await site.sync(body);
          await site.sync(body);
          assert.deepEqual(
            site.sandbox.state().mail.map(({ email }) => email),
            ['dana@new.example', 'eli@new.example'],
          );
          site.sandbox.accept('dana@new.example');
          site.sandbox.accept('eli@new.example');
          await site.sync(body);
          assert.deepEqual((await site.plan(body)).steps, []);
          assert.equal(site.sandbox.state().mail.length, 2);
        }));
    }
  }

  it('mails nobody again when the answer to the invitation was lost', () =>
    onSite({}, async (site) => {
      const body = guests(ana, ben, dana);
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, drop: 'after' }]);
      const lost = await site.sync(body);
      assert.match(outcomesOf(lost)[0] ?? '', /^failed invite/);
      site.sandbox.accept('dana@new.example');
      const applied = await site.sync(body);
      assert.deepEqual(outcomesOf(applied), ['done grant dana@new.example DOCS']);
      assert.equal(site.sandbox.state().mail.length, 1);
    }));

  it('mails nobody again after a lost answer where the site hides those who have not accepted', () =>
    onSite({ seed: acme({ switches: { pendingInSearch: 'absent' } }) }, async (site) => {
      const body = guests(ana, ben, dana);
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, drop: 'after' }]);
      await site.sync(body);
      assert.equal(outcomesOf(await site.sync(body))[0], 'done invite dana@new.example');
      assert.equal(site.sandbox.state().mail.length, 1);
    }));

  it('invites again after a refusal, which sent no mail', () =>
    onSite({}, async (site) => {
      const body = guests(ana, ben, dana);
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, status: 403 }]);
      assert.match(outcomesOf(await site.sync(body))[0] ?? '', /^failed invite/);
      assert.equal(outcomesOf(await site.sync(body))[0], 'done invite dana@new.example');
      assert.equal(site.sandbox.state().mail.length, 1);
    }));

  it('gives a moved guest the old space back when the new one refuses', () =>
    onSite({}, async (site) => {
      const body = guests(ana, ben, '{ email: kai@lab.example, space: DOCS }');
      site.sandbox.addFaults([
        { method: 'POST', path: 'space/DOCS/permission', times: 1, status: 403 },
      ]);
      const applied = await site.sync(body);
      assert.equal(applied.state, 'applied');
      assert.match(
        say(applied.outcomes[0]?.reason ?? { template: '', facts: {} }),
        /they keep space LAB/,
      );
      assert.deepEqual(accessIn(site.sandbox, 'LAB', 'kai@lab.example'), ['read/space']);
    }));

  it('moves a new guest out of the default guest space', () =>
    onSite(
      {
        seed: acme({
          site: { name: 'Acme', defaultGuestSpace: 'LAB' },
          switches: { acceptInvites: 'atOnce' },
        }),
      },
      async (site) => {
        await site.sync(guests(ana, ben, dana));
        assert.equal(accessIn(site.sandbox, 'LAB', 'dana@new.example'), undefined);
        assert.deepEqual((await site.plan(guests(ana, ben, dana))).steps, []);
      },
    ));

  it('goes on after a failed step, and skips only what depends on it', () =>
    onSite({ seed: acme({ switches: { acceptInvites: 'atOnce' } }) }, async (site) => {
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, status: 403 }]);
      const applied = await site.sync(
        `${guests('{ email: ana@partner.example, space: DOCS, role: viewer }', ben, dana)}\npages: [{ page: 11, view: [dana@new.example, ana@partner.example, ben@agency.example] }]`,
      );
      assert.deepEqual(outcomesOf(applied), [
        'failed invite dana@new.example',
        'skipped grant dana@new.example DOCS',
        'done changeRole ana@partner.example DOCS',
        'skipped allow view 11 dana@new.example',
        'done allow view 11 ana@partner.example',
      ]);
    }));

  it('lets no guest onto an open page that could not be restricted', () =>
    onSite({}, async (site) => {
      site.sandbox.addFaults([
        { method: 'POST', path: 'content/10/restriction', times: 1, status: 403 },
      ]);
      const applied = await site.sync(
        `${guests(ana, ben)}\npages: [{ page: 10, view: [ana@partner.example, group:docs-team] }]`,
      );
      assert.deepEqual(outcomesOf(applied), [
        'failed close view 10',
        'skipped allow view 10 ana@partner.example',
      ]);
      assert.deepEqual(pageIn(site.sandbox, '10').view, []);
    }));

  it('finishes a revocation that was cut off between the space and the role', () =>
    onSite({}, async (site) => {
      const body = guests(ana, '{ email: ben@agency.example, space: DOCS, access: revoked }');
      site.sandbox.addFaults([{ path: 'roles/revoke', times: 1, drop: 'before' }]);
      assert.deepEqual(outcomesOf(await site.sync(body)), [
        'done leave ben@agency.example DOCS',
        'failed revoke ben@agency.example',
      ]);
      assert.deepEqual(outcomesOf(await site.sync(body)), ['done revoke ben@agency.example']);
    }));

  it('says when the site accepts a change and does not show it', () =>
    onSite(
      { seed: acme({ switches: { roleMethod: 'groupDirect', revokeOfGroupRole: 'ignored' } }) },
      async (site) => {
        const body = guests(ana, '{ email: ben@agency.example, space: DOCS, access: revoked }');
        const applied = await site.sync(body);
        assert.equal(outcomesOf(applied)[0], 'done leave ben@agency.example DOCS');
        assert.match(outcomesOf(applied)[1] ?? '', /^unconfirmed revoke/);
      },
    ));

  it('never touches a guest of a space that the file does not own', () =>
    onSite({}, async (site) => {
      await site.sync('spaces: { DOCS: { manage: strict } }\nguests: []');
      assert.deepEqual(accessIn(site.sandbox, 'LAB', 'kai@lab.example'), ['read/space']);
      assert.deepEqual(rolesOf(site.sandbox, 'ana@partner.example'), ['guest']);
    }));
});

describe('a reviewed plan', () => {
  it('is refused when the site has changed beneath it, and says what differs', () =>
    onSite({}, async (site) => {
      const plan = await site.plan(guests(ana));
      await site.sync(guests(ana, '{ email: ben@agency.example, space: DOCS, role: viewer }'));
      const before = site.sandbox.state().changes.length;
      const applied = await site.apply(guests(ana), plan);
      assert.equal(applied.state, 'refused');
      assert.match(applied.reasons.map(say).join(), /leave .* DOCS/);
      assert.equal(site.sandbox.state().changes.length, before);
    }));

  it('has the same fingerprint when nothing has changed', () =>
    onSite({}, async (site) => {
      const body = guests(ana, dana);
      assert.equal((await site.plan(body)).fingerprint, (await site.plan(body)).fingerprint);
    }));

  for (const [allowRemovals, state] of [
    [undefined, 'refused'],
    [1, 'refused'],
    [3, 'refused'],
    [2, 'applied'],
  ] as const) {
    it(`that removes 2 guests above the limit is ${state} when a person allows ${String(allowRemovals)}`, () =>
      onSite({ limits: '{ removals: 1 }' }, async (site) => {
        const applied = await site.sync(guests(), { allowRemovals });
        assert.equal(applied.state, state);
        assert.equal(site.sandbox.state().changes.length, state === 'applied' ? 2 : 0);
      }));
  }

  it('does nothing any more once it is cancelled, and reports what was not tried', () =>
    onSite({}, async (site) => {
      const cancel = new AbortController();
      const applied = await site.sync(guests(), {
        signal: cancel.signal,
        onOutcome: () => {
          cancel.abort();
        },
      });
      assert.deepEqual(
        outcomesOf(applied).map((line) => line.split(' ')[0]),
        ['done', 'skipped'],
      );
      assert.equal(site.sandbox.state().changes.length, 1);
    }));
});

describe('the journal', () => {
  it('of another machine is not needed where the site shows whom it has invited', () =>
    onSite({}, async (site) => {
      const body = guests(ana, ben, dana);
      await site.sync(body);
      site.journal.entries.length = 0;
      await site.sync(body);
      assert.equal(site.sandbox.state().mail.length, 1);
    }));

  it('keeps somebody from being invited again of whom the site shows nothing', () =>
    onSite({}, async (site) => {
      const at = '2026-05-31T12:00:00.000Z';
      site.journal.entries.push({ at, kind: 'invited', email: 'dana@new.example' });
      const plan = await site.plan(guests(ana, ben, dana));
      assert.deepEqual(plan.steps, []);
      assert.deepEqual(
        plan.notices.map(({ code }) => code),
        ['waiting', 'unidentifiedGuest'],
      );
    }));

  it('holds the intent before the request leaves', () => {
    const journal = memoryJournal();
    return onSite({ journal }, async (site) => {
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, drop: 'before' }]);
      await site.sync(guests(ana, ben, dana));
      assert.deepEqual(journal.entries.map(({ kind }) => kind).slice(0, 3), [
        'began',
        'trying',
        'inviting',
      ]);
    });
  });
});
