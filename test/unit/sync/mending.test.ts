import assert from 'node:assert/strict';
import { say } from '../../../src/document/sentence';
import type { SeedInput } from '../../../src/sandbox/server';
import { accountIdOf } from '../../../src/sandbox/stableId';
import type { Restriction } from '../../../src/sync/model';
import { changePage } from '../../../src/sync/pageChange';
import type { Run } from '../../../src/sync/run';
import type { EntryStep } from '../../../src/sync/step';
import { accessIn, acme, onSite, outcomesOf, pageIn, words } from '../../support/site';

const strict = 'spaces: { DOCS: { manage: strict }, LAB: {} }';
const ana = '{ email: ana@partner.example, space: DOCS }';
const ben = '{ email: ben@agency.example, space: DOCS }';
const dana = '{ email: dana@new.example, space: DOCS }';
const guests = (...entries: string[]): string => `${strict}\nguests: [${entries.join(', ')}]`;

describe('a grant', () => {
  const companions = acme({
    switches: { companionGrants: 'contributor', acceptInvites: 'atOnce' },
  });

  it('takes what another grant has brought along for done', () =>
    onSite({ seed: companions }, async (site) => {
      assert.deepEqual(outcomesOf(await site.sync(guests(ana, ben, dana))), [
        'done invite dana@new.example',
        'done grant dana@new.example DOCS',
      ]);
    }));

  it('that fails gives the old space back without companions', () =>
    onSite({ seed: companions }, async (site) => {
      const before = accessIn(site.sandbox, 'LAB', 'kai@lab.example');
      site.sandbox.addFaults([
        { method: 'POST', path: 'space/DOCS/permission', times: 1, status: 403 },
      ]);
      await site.sync(guests(ana, ben, '{ email: kai@lab.example, space: DOCS }'));
      assert.deepEqual(accessIn(site.sandbox, 'LAB', 'kai@lab.example'), before);
    }));

  it('that fails half-way does not give the old space back as a second one', () =>
    onSite({ seed: acme({ switches: { guestSpaces: 'many' } }) }, async (site) => {
      site.sandbox.addFaults([
        { method: 'POST', path: 'space/DOCS/permission', times: 1, after: 1, status: 403 },
      ]);
      await site.sync(guests(ana, ben, '{ email: kai@lab.example, space: DOCS }'));
      assert.deepEqual(accessIn(site.sandbox, 'DOCS', 'kai@lab.example'), ['read/space']);
      assert.equal(accessIn(site.sandbox, 'LAB', 'kai@lab.example'), undefined);
    }));
});

describe('a page', () => {
  const withStaff = (view: readonly string[], edit: readonly string[]) =>
    acme({
      people: [
        ...acme().people,
        { email: 'old@acme.com', name: 'Old', state: 'deactivated' },
        { email: 'eve@lab.example', name: 'Eve', roles: ['guest'], state: 'deactivated' },
      ],
      pages: [
        { id: 1, title: 'Home', space: 'DOCS' },
        { id: 10, title: 'Page', space: 'DOCS', parent: '1', view: [...view], edit: [...edit] },
      ],
    });

  it('that guests alone edit is left as it is until staff are named', () =>
    onSite({ seed: withStaff([], ['ben@agency.example']) }, async (site) => {
      const page = (edit: string): string =>
        `${guests(ana, ben)}\npages: [{ page: 10, edit: [${edit}] }]`;
      const plan = await site.plan(page('ana@partner.example'));
      assert.deepEqual(words(plan.steps), []);
      assert.match(plan.blocked.map((one) => say(one.sentence)).join(), /guests alone/);
      assert.deepEqual(words((await site.plan(page('user:mia@acme.com'))).steps), [
        'Let mia@acme.com edit “Page”',
        'Take ben@agency.example off the editors of “Page”',
      ]);
    }));

  it('is closed without the deactivated accounts, which the site would refuse', () =>
    onSite({ seed: withStaff([], ['lee@acme.com', 'old@acme.com']) }, async (site) => {
      const body = `${guests(ana, ben)}\npages: [{ page: 10, view: [group:docs-team] }]`;
      assert.deepEqual(outcomesOf(await site.sync(body)), ['done close view 10']);
      assert.deepEqual(pageIn(site.sandbox, '10').view, ['group:docs-team', 'lee@acme.com']);
    }));

  it('keeps the guests it lists while nobody knows who may use the space', () =>
    onSite({ seed: withStaff(['lee@acme.com', 'ben@agency.example'], []) }, async (site) => {
      site.sandbox.addFaults([{ path: '/permissions$', times: 1, status: 403 }]);
      const plan = await site.plan(
        `${guests(ana, ben)}\npages: [{ page: 10, view: [ben@agency.example] }]`,
      );
      assert.deepEqual(words(plan.steps), []);
    }));
});

describe('a page whose staff somebody has taken off since the plan was made', () => {
  for (const kind of ['allow', 'disallow'] as const) {
    it(`keeps its list where the plan would ${kind} a guest`, async () => {
      const sent: string[] = [];
      const people = new Map(['ana', 'ben'].map((id) => [id, { kind: 'guest' }]));
      const run = {
        live: { caller: { accountId: 'lee' }, people },
        restrictions: new Map(),
        invited: new Map(),
        reader: {
          restrictions: () => Promise.resolve({ view: list('ben', 'ana'), edit: list('ben') }),
        },
        writer: {
          addToRestriction: () => Promise.resolve(sent.push('add')),
          removeFromRestriction: () => Promise.resolve(sent.push('remove')),
        },
      } as unknown as Run;
      const step = {
        kind,
        page: { id: '10', title: 'Page', spaceKey: 'DOCS' },
        operation: kind === 'allow' ? 'edit' : 'view',
        who: { email: undefined, accountId: 'ana', label: 'Ana' },
      } as EntryStep;
      await assert.rejects(changePage(step, run), /has changed since the plan was made/);
      assert.deepEqual(sent, []);
    });
  }
});

function list(...users: readonly string[]): Restriction {
  return { users, groups: [] };
}

describe('an invitation', () => {
  it('of which the site says nothing is not mailed again', () => {
    let silent = true;
    const lossy: typeof fetch = async (...sent) => {
      const answer = await fetch(...sent);
      if (!silent || !answer.url.endsWith('/users/invite')) return answer;
      silent = false;
      return Response.json({ data: [] });
    };
    const seed = acme({ switches: { pendingInSearch: 'absent' } });
    return onSite({ seed, fetch: lossy }, async (site) => {
      const [invite] = outcomesOf(await site.sync(guests(ana, ben, dana)));
      assert.match(invite ?? '', /^failed invite/);
      await site.sync(guests(ana, ben, dana));
      assert.deepEqual(
        site.sandbox.state().mail.map(({ email }) => email),
        ['dana@new.example'],
      );
    });
  });

  for (const inviteOfGuest of ['mailsAgain', 'error'] as const) {
    it(`comes before anything is taken from somebody who hides the address, where inviting a guest is answered as ${inviteOfGuest}`, () =>
      onSite({ seed: hidden(inviteOfGuest) }, async (site) => {
        const body = `spaces: { DOCS: { manage: strict } }\nguests: [${dana}]`;
        const outcomes = outcomesOf(await site.sync(body));
        assert.ok(outcomes.includes(`skipped leave ${accountIdOf('dana@new.example')} DOCS`));
        assert.ok(accessIn(site.sandbox, 'DOCS', 'dana@new.example'));
      }));
  }
});

/** Dana is invited and has the space, and the organization's search does not show her yet. */
function hidden(inviteOfGuest: 'mailsAgain' | 'error'): SeedInput {
  return acme({
    people: [
      ...acme().people,
      { email: 'dana@new.example', name: 'Dana', roles: ['guest'], state: 'invited' },
    ],
    spaces: [
      {
        key: 'DOCS',
        name: 'Docs',
        access: { 'lee@acme.com': 'admin', 'dana@new.example': 'contributor' },
      },
    ],
    pages: [],
    switches: { pendingInSearch: 'absent', inviteOfGuest },
  });
}
