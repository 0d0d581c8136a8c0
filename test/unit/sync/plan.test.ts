import assert from 'node:assert/strict';
import { pendingSteps } from '../../../src/sync/step';
import { acme, fileOf, onSite, words, type SiteOptions } from '../../support/site';

const strict = 'spaces: { DOCS: { manage: strict } }';
const additive = 'spaces: { DOCS: {}, LAB: {} }';
const ana = '{ email: ana@partner.example, space: DOCS }';
const ben = '{ email: ben@agency.example, space: DOCS }';
const dana = '{ email: dana@new.example, space: DOCS }';

const guests = (spaces: string, ...entries: string[]): string =>
  `${spaces}\nguests: [${entries.join(', ')}]`;

describe('a plan', () => {
  const steps: readonly (readonly [string, string, readonly string[]])[] = [
    ['is empty when the site matches', guests(strict, ana, ben), []],
    ['leaves everybody alone without guests in the file', strict, []],
    [
      'invites an absent guest and gives the space',
      guests(strict, ana, ben, dana),
      [
        'Invite dana@new.example as a guest; Atlassian mails the invitation',
        'Give dana@new.example the space DOCS as contributor',
      ],
    ],
    [
      'compares addresses without case',
      guests(strict, '{ email: ANA@Partner.example, space: DOCS }', ben),
      [],
    ],
    [
      'removes an unlisted guest from a strict space, and not the Guest role',
      guests(strict, ana),
      ['Take the space DOCS away from Ben'],
    ],
    ['removes nobody from an additive space', guests(additive, ana), []],
    [
      'empties a strict space for an empty list',
      guests(strict),
      ['Take the space DOCS away from Ana', 'Take the space DOCS away from Ben'],
    ],
    [
      'makes a contributor a viewer',
      guests(strict, '{ email: ana@partner.example, space: DOCS, role: viewer }', ben),
      ['Make ana@partner.example viewer in space DOCS'],
    ],
    [
      'moves a guest between owned spaces as one step',
      guests(additive, ana, ben, '{ email: kai@lab.example, space: DOCS }'),
      ['Move kai@lab.example from space LAB to DOCS as contributor'],
    ],
    [
      'takes everything away from a revoked guest, the Guest role last',
      guests(strict, ana, '{ email: ben@agency.example, space: DOCS, access: revoked }'),
      [
        'Take the space DOCS away from ben@agency.example',
        'Take the Guest role away from ben@agency.example; the Atlassian account and other products stay',
      ],
    ],
    [
      'treats a guest past the last day like a revoked one',
      guests(strict, ana, '{ email: ben@agency.example, space: DOCS, expires: 2026-05-31 }'),
      [
        'Take the space DOCS away from ben@agency.example',
        'Take the Guest role away from ben@agency.example; the Atlassian account and other products stay',
      ],
    ],
    [
      'keeps a guest on the last day',
      guests(strict, ana, '{ email: ben@agency.example, space: DOCS, expires: 2026-06-01 }'),
      [],
    ],
    [
      'has nothing to do for a revoked guest who is gone',
      guests(strict, ana, ben, '{ email: gone@x.example, space: DOCS, access: revoked }'),
      [],
    ],
    [
      'restricts an open page to the caller and staff first, then lets guests in',
      `${guests(strict, ana, ben)}\npages: [{ page: 10, view: [ana@partner.example, group:docs-team] }]`,
      [
        'Restrict viewing “Open” to docs-team, Lee and the guests listed: everybody else in space DOCS loses sight of it and of the pages below it',
        'Let ana@partner.example view “Open”',
      ],
    ],
    [
      'takes the guests who are not listed off a page in a strict space and leaves staff and groups',
      `${guests(strict, ana, ben)}\npages: [{ page: 11, view: [ana@partner.example] }]`,
      [
        'Let ana@partner.example view “Closed”',
        'Take ben@agency.example off the viewers of “Closed”',
      ],
    ],
    [
      'only adds to a page in an additive space',
      `${guests(additive, ana)}\npages: [{ page: 11, view: [ana@partner.example] }]`,
      ['Let ana@partner.example view “Closed”'],
    ],
    [
      'lets whoever edits view too',
      `${guests(strict, ana, ben)}\npages: [{ page: 11, view: [ben@agency.example], edit: [ana@partner.example, group:docs-team] }]`,
      [
        'Restrict editing “Closed” to docs-team, Lee and the guests listed: everybody else in space DOCS can no longer edit it',
        'Let ana@partner.example view “Closed”',
        'Let ana@partner.example edit “Closed”',
      ],
    ],
    [
      'expands teams',
      `${guests(strict, ana, ben)}\nteams: { all: [ana@partner.example, ben@agency.example] }\npages: [{ page: 11, view: [team:all] }]`,
      ['Let ana@partner.example view “Closed”'],
    ],
    [
      'adds staff and groups that a page names',
      `${guests(strict, ana, ben)}\npages: [{ page: 11, view: [ben@agency.example, user:sam@acme.com] }]`,
      ['Let sam@acme.com view “Closed”'],
    ],
    [
      'takes a revoked guest off the pages of the file, even in an additive space',
      `${guests(additive, ana, '{ email: ben@agency.example, space: DOCS, access: revoked }')}\npages: [{ page: 11, title: Closed, view: [group:docs-team] }]`,
      [
        'Take ben@agency.example off the viewers of “Closed”',
        'Take the space DOCS away from ben@agency.example',
        'Take the Guest role away from ben@agency.example; the Atlassian account and other products stay',
      ],
    ],
  ];
  for (const [name, body, expected] of steps) {
    it(name, () =>
      onSite({}, async (site) => {
        assert.deepEqual(words((await site.plan(body)).steps), expected);
      }),
    );
  }

  it('never buys a seat', () =>
    onSite({}, async (site) => {
      assert.equal((await site.plan(guests(strict, dana))).paidSeats, 0);
    }));

  it('points each step at the line that asks for it', () =>
    onSite({}, async (site) => {
      const body = `${strict}\nguests:\n  - ${ana}\n  - ${ben}\n  - ${dana}`;
      const { start = 0, end = 0 } = (await site.plan(body)).steps[0]?.span ?? {};
      assert.equal(fileOf(site.sandbox.origin, body).slice(start, end), 'dana@new.example');
    }));
});

describe('what a plan cannot do is said', () => {
  const findings: readonly (readonly [string, SiteOptions, string, readonly string[]])[] = [
    [
      'a paid user is left alone',
      {},
      guests(strict, ana, ben, '{ email: mia@acme.com, space: DOCS }'),
      ['paidUser'],
    ],
    [
      'a deactivated account is reported',
      {
        seed: acme({
          people: [
            { email: 'lee@acme.com', name: 'Lee', siteAdmin: true },
            { email: 'mia@acme.com', name: 'Mia' },
            { email: 'ana@partner.example', name: 'Ana', roles: ['guest'], state: 'deactivated' },
            { email: 'ben@agency.example', name: 'Ben', roles: ['guest'] },
            { email: 'kai@lab.example', name: 'Kai', roles: ['guest'] },
          ],
        }),
      },
      guests(strict, ana, ben),
      ['deactivated'],
    ],
    ['a space that is not there', {}, guests('spaces: { NOPE: {} }'), ['spaceMissing']],
    [
      'an absent guest without an admin key',
      { adminKey: '' },
      guests(strict, dana),
      ['noOrganization'],
    ],
    [
      'a role that the site does not have',
      {},
      guests(strict, ben, '{ email: ana@partner.example, space: DOCS, role: Reviewer }'),
      ['unknownRole'],
    ],
    [
      'a page that is not there',
      {},
      `${strict}\npages: [{ page: 999, view: [group:docs-team] }]`,
      ['pageMissing'],
    ],
    [
      'a page of another space',
      {},
      `${strict}\npages: [{ page: 20, view: [group:docs-team] }]`,
      ['pageOutsideSpaces'],
    ],
    [
      'an open page whose list names no staff stays open',
      {},
      `${guests(strict, ana, ben)}\npages: [{ page: 10, view: [ana@partner.example] }]`,
      ['noStaff'],
    ],
    [
      'a group that is not there',
      {},
      `${strict}\npages: [{ page: 11, view: [group:nobody] }]`,
      ['unknownGroup'],
    ],
    [
      'a guest on a page of a space that is not theirs',
      {},
      `${guests(additive, ana, '{ email: kai@lab.example, space: LAB, role: viewer }')}\npages: [{ page: 11, view: [kai@lab.example, ana@partner.example] }]`,
      ['guestOutsidePageSpace'],
    ],
    [
      'a site on its way from permissions to roles is only read',
      { seed: acme({ site: { name: 'Acme', mode: 'ROLES_TRANSITION' } }) },
      guests(strict, ana, ben),
      ['spaceUnread'],
    ],
    [
      'a site that does not say its mode is only read',
      { seed: acme({ switches: { roleMode: '404' } }) },
      guests(strict, ana, dana),
      ['spaceUnread'],
    ],
  ];
  for (const [name, options, body, codes] of findings) {
    it(name, () =>
      onSite(options, async (site) => {
        const plan = await site.plan(body);
        assert.deepEqual(
          plan.blocked.map(({ code }) => code),
          codes,
        );
        assert.deepEqual(
          plan.steps.filter(({ kind }) => !['invite', 'disallow', 'allow'].includes(kind)),
          [],
        );
      }),
    );
  }

  const notices: readonly (readonly [string, string, readonly string[]])[] = [
    ['an unlisted guest of an additive space', guests('spaces: { LAB: {} }'), ['unlistedGuest']],
    [
      'another title',
      `${strict}\npages: [{ page: 11, title: Wrong, view: [group:docs-team, ben@agency.example] }]\nguests: [${ana}, ${ben}]`,
      ['titleChanged'],
    ],
    [
      'a guest role that may be for a space elsewhere',
      `spaces: { DOCS: { manage: strict } }\nguests: [${ana}, ${ben}, { email: kai@lab.example, space: DOCS, access: revoked }]`,
      ['guestElsewhere'],
    ],
  ];
  for (const [name, body, codes] of notices) {
    it(`${name} is worth a notice`, () =>
      onSite({}, async (site) => {
        assert.deepEqual(
          (await site.plan(body)).notices.map(({ code }) => code),
          codes,
        );
      }));
  }

  it('a guest whom a page above shuts out is named', () =>
    onSite(
      {
        seed: acme({
          pages: [
            { id: 1, title: 'Home', space: 'DOCS' },
            { id: 5, title: 'Above', space: 'DOCS', parent: '1', view: ['lee@acme.com'] },
            { id: 11, title: 'Closed', space: 'DOCS', parent: '5', view: ['lee@acme.com'] },
          ],
        }),
      },
      async (site) => {
        const plan = await site.plan(
          `${guests(strict, ana, ben)}\npages: [{ page: 11, view: [ana@partner.example] }]`,
        );
        assert.deepEqual(
          plan.notices.map(({ code, sentence }) => [code, sentence.facts['who']]),
          [['blockedByAncestor', 'ana@partner.example']],
        );
      },
    ));

  it('nobody is taken off or shut out while the listed guests cannot be looked up', () =>
    onSite({ adminKey: '' }, async (site) => {
      const plan = await site.plan(
        `${guests(strict, ana)}\npages: [{ page: 10, view: [ana@partner.example, group:docs-team] }, { page: 11, view: [ana@partner.example] }]`,
      );
      assert.deepEqual(words(plan.steps), []);
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['noOrganization', 'notChecked'],
      );
    }));

  it('an invited guest who has not accepted is waiting, and not pending', () =>
    onSite({}, async (site) => {
      const body = guests(strict, ana, ben, dana);
      await site.sync(body);
      const plan = await site.plan(body);
      assert.deepEqual(pendingSteps(plan), []);
      assert.deepEqual(
        plan.notices.map(({ code }) => code),
        ['waiting'],
      );
    }));
});
