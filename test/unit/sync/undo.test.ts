import assert from 'node:assert/strict';
import { history } from '../../../src/sync/history';
import { readEntries, writeEntry } from '../../../src/sync/journalText';
import { lastSync, undoPlanner } from '../../../src/sync/undo';
import type { Applied } from '../../../src/sync/apply';
import { acme, onSite, outcomesOf, pageIn, words, type TestSite } from '../../support/site';

const before = `spaces: { DOCS: { manage: strict }, LAB: {} }
guests:
  - { email: ana@partner.example, space: DOCS }
  - { email: ben@agency.example, space: DOCS }
  - { email: kai@lab.example, space: LAB, role: viewer }
`;
const after = `spaces: { DOCS: { manage: strict }, LAB: {} }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: kai@lab.example, space: DOCS }
  - { email: dana@new.example, space: LAB }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
  - { page: 11, view: [kai@lab.example, user:sam@acme.com] }
  - { page: 20, edit: [dana@new.example, group:docs-team] }
`;

/** Take the last sync back, by way of the journal's text, as another session would. */
async function undo(site: TestSite): Promise<Applied> {
  const text = site.journal.entries.map(writeEntry).join('');
  const record = lastSync(history(readEntries(text, 'journal', 'history')));
  assert.ok(record, 'there is a sync to take back');
  const planner = undoPlanner(record);
  const plan = await site.plan(after, { planner });
  return site.apply(after, plan, { planner, undoes: record.sync });
}

function withoutPeople(site: TestSite): unknown {
  const { spaces, pages } = site.sandbox.state();
  return { spaces, pages };
}

for (const mode of ['PRE_ROLES', 'ROLES'] as const) {
  const seed = acme({ site: { name: 'Acme', mode }, switches: { acceptInvites: 'atOnce' } });

  describe(`taking a sync back in ${mode}`, () => {
    it('leaves spaces and restrictions as they were before it', () =>
      onSite({ seed }, async (site) => {
        const start = withoutPeople(site);
        await site.sync(after);
        assert.notDeepEqual(withoutPeople(site), start);
        const undone = await undo(site);
        assert.ok(
          outcomesOf(undone).every((line) => line.startsWith('done')),
          outcomesOf(undone).join('\n'),
        );
        assert.deepEqual(withoutPeople(site), start);
      }));

    it('takes the Guest role back from those it invited, and says that mail cannot be called back', () =>
      onSite({ seed }, async (site) => {
        await site.sync(after);
        const record = lastSync(history(site.journal.entries));
        assert.ok(record);
        const plan = await site.plan(after, { planner: undoPlanner(record) });
        assert.ok(
          words(plan.steps).some((line) => line.startsWith('Take the Guest role away from dana')),
        );
        assert.deepEqual(
          plan.notices.map(({ code }) => code),
          ['cannotUndo'],
        );
      }));
  });
}

describe('taking a sync back', () => {
  const seed = acme({ switches: { acceptInvites: 'atOnce' } });

  it('happens once', () =>
    onSite({ seed }, async (site) => {
      await site.sync(after);
      await undo(site);
      assert.equal(lastSync(history(site.journal.entries)), undefined);
    }));

  it('leaves a page restricted on which somebody else has been put since', () =>
    onSite({ seed }, async (site) => {
      await site.sync(after);
      await site.sync(
        after.replace(
          '[ana@partner.example, group:docs-team]',
          '[ana@partner.example, user:sam@acme.com, group:docs-team]',
        ),
      );
      const [first] = history(site.journal.entries);
      assert.ok(first);
      const plan = await site.plan(after, { planner: undoPlanner(first) });
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['cannotUndo'],
      );
      assert.ok(pageIn(site.sandbox, '10').view.includes('sam@acme.com'));
    }));

  it('has nothing to do when nothing was synced', () =>
    onSite({ seed }, async (site) => {
      await site.sync(before);
      assert.equal(lastSync(history(site.journal.entries)), undefined);
    }));
});

describe('the history', () => {
  it('tells who did what, when and with which outcome', () =>
    onSite({}, async (site) => {
      site.sandbox.addFaults([{ path: 'users/invite', times: 1, status: 403 }]);
      await site.sync(after);
      const [record] = history(site.journal.entries);
      assert.deepEqual(
        [record?.by, record?.steps[0]?.text, record?.steps[0]?.state],
        ['Lee', 'Invite dana@new.example as a guest; Atlassian mails the invitation', 'failed'],
      );
      assert.match(record?.steps[0]?.reason ?? '', /organization/);
    }));

  it('keeps what was true before every change of a restriction', () =>
    onSite({}, async (site) => {
      await site.sync(after);
      const [record] = history(site.journal.entries);
      const close = record?.steps.find(({ step }) => step.kind === 'close');
      assert.ok(close?.step.kind === 'close');
      assert.deepEqual(close.step.before, { users: [], groups: [] });
    }));
});
