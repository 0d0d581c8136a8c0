import assert from 'node:assert/strict';
import { driftIn } from '../../../src/sync/drift';
import { history } from '../../../src/sync/history';
import { lastSync, undoPlanner } from '../../../src/sync/undo';
import { onSite, words, type TestSite } from '../../support/site';

const body = `spaces: { DOCS: }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: dana@new.example, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
`;
const contributor = body.replace('role: viewer', 'role: contributor');

const { signal } = new AbortController();

type Happens = (site: TestSite) => Promise<unknown>;

function accountOf({ sandbox }: TestSite, email: string): string {
  const person = sandbox.state().people.find((one) => one.email === email);
  assert.ok(person);
  return person.accountId;
}

const takeOff =
  (email: string): Happens =>
  async (site) => {
    const id = accountOf(site, email);
    await site.connected.writer.removeFromRestriction('10', 'view', { kind: 'user', id }, signal);
  };

const openPage: Happens = async (site) => {
  const { writer } = site.connected;
  const [group] = site.sandbox.state().groups;
  assert.ok(group);
  await takeOff('ana@partner.example')(site);
  await writer.removeFromRestriction('10', 'view', { kind: 'group', id: group.id }, signal);
  await takeOff('lee@acme.com')(site);
};

const giveMore: Happens = (site) => {
  const ana = accountOf(site, 'ana@partner.example');
  const permission = { key: 'create', target: 'comment' };
  return site.connected.writer.addSpacePermission('DOCS', ana, permission, signal);
};

const revoke: Happens = async (site) =>
  site.connected.writer.organization?.revokeGuestRole(accountOf(site, 'dana@new.example'), signal);

const undo: Happens = async (site) => {
  const record = lastSync(history(site.journal.entries));
  assert.ok(record);
  const planner = undoPlanner(record);
  await site.apply(body, await site.plan(body, { planner }), { planner, undoes: record.sync });
};

const nothing: Happens = () => Promise.resolve();

/** What happens after a sync, the file then, and what is missed. */
const events: readonly (readonly [
  name: string,
  happens: Happens,
  file: string,
  drift: readonly string[],
])[] = [
  ['nothing has happened', nothing, body, []],
  [
    'somebody has taken a guest off a page',
    takeOff('ana@partner.example'),
    body,
    ['Let ana@partner.example view “Open”'],
  ],
  [
    'somebody has given a guest more',
    giveMore,
    body,
    ['Make ana@partner.example viewer in space DOCS'],
  ],
  [
    'somebody has taken a guest’s role, said once for all that it entails',
    revoke,
    body,
    ['Invite dana@new.example as a guest; Atlassian mails the invitation'],
  ],
  [
    'somebody has opened a page, said once for all on its list',
    openPage,
    body,
    [
      'Restrict viewing “Open” to docs-team, Lee and the guests listed: everybody else in space DOCS loses sight of it and of the pages below it',
    ],
  ],
  ['the file wants another role since', nothing, contributor, []],
  [
    'the file wants somebody else on a page since',
    nothing,
    body.replace('view: [', 'view: [dana@new.example, '),
    [],
  ],
  [
    'a later sync has changed it, and the file has been changed back',
    (site) => site.sync(contributor),
    body,
    [],
  ],
  ['the sync has been taken back', undo, body, []],
];

describe('what the site no longer shows as a sync left it', () => {
  for (const [name, happens, file, expected] of events)
    it(`when ${name}`, () =>
      onSite({}, async (site) => {
        site.sandbox.setSwitches({ acceptInvites: 'atOnce' });
        await site.sync(body);
        await happens(site);
        const drift = driftIn(await site.plan(file), history(site.journal.entries));
        assert.deepEqual(words(drift.map(({ step }) => step)), expected);
      }));

  it('is not known when no journal tells of a sync', () =>
    onSite({}, async (site) => {
      await site.sync(body);
      await takeOff('ana@partner.example')(site);
      assert.deepEqual(driftIn(await site.plan(body), []), []);
    }));
});
