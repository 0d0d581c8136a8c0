import assert from 'node:assert/strict';
import { guestActions } from '../../../src/access/actions';
import { guestDetails, pageDetails } from '../../../src/access/detail';
import { guestRows, type GuestRow } from '../../../src/access/guestRows';
import { say, sentence } from '../../../src/document/sentence';
import { emptyMemory, remember } from '../../../src/sync/journal';
import { makePlan } from '../../../src/sync/plan';
import type { Step } from '../../../src/sync/step';
import { file, read, today, type Site } from './readings';

const said = ({ state, words }: GuestRow): string => `${state}: ${say(words)}`;

function entry(more = ''): string {
  return `guests: [{ email: ana@partner.example, space: DOCS${more} }]`;
}

const active: Site = {
  people: { 'ana@partner.example': 'guest active' },
  spaces: { DOCS: { 'ana@partner.example': 'contributor' } },
};

describe('the row of a guest', () => {
  const offline: readonly (readonly [entry: string, row: string])[] = [
    [entry(), 'notChecked: not checked'],
    [entry(', expires: 2026-06-01'), 'expiring: expires today'],
    [entry(', expires: 2026-06-02'), 'expiring: expires tomorrow'],
    [entry(', expires: 2026-06-15'), 'expiring: expires in 14 days'],
    [entry(', expires: 2026-06-16'), 'notChecked: not checked'],
    [entry(', expires: 2026-05-31'), 'notChecked: expired on 2026-05-31, not checked'],
    [entry(', access: revoked'), 'notChecked: revoked, not checked'],
    [entry(', access: revoked, expires: 2026-05-31'), 'notChecked: revoked, not checked'],
  ];
  for (const [body, row] of offline) {
    it(`says without the site “${row}” for ${body}`, () => {
      assert.deepEqual(guestRows(file(body), undefined, today).map(said), [row]);
    });
  }

  const online: readonly (readonly [site: string, entry: string, site: Site, row: string])[] = [
    ['does not know her', entry(), {}, 'toInvite: to invite to DOCS'],
    [
      'cannot be asked about her',
      entry(),
      { organization: false },
      'waitingForAdmin: waiting for the organization admin',
    ],
    [
      'lists her, and nobody can take her role',
      entry(', access: revoked'),
      { ...active, organization: false },
      'toRemove: revoked, to remove',
    ],
    ['lists her', entry(), active, 'active: active'],
    ['lists her', entry(', expires: 2026-06-04'), active, 'expiring: expires in 3 days'],
    ['lists her', entry(', access: revoked'), active, 'toRemove: revoked, to remove'],
    ['lists her with more rights', entry(', role: viewer'), active, 'toChange: to become viewer'],
    [
      'lists her without the space',
      entry(),
      { ...active, spaces: {} },
      'toChange: to let into DOCS',
    ],
    [
      'lists her in another space',
      entry(),
      { ...active, spaces: { LAB: { 'ana@partner.example': 'viewer' } } },
      'toChange: to move from LAB to DOCS',
    ],
    [
      'waits for her',
      entry(),
      { people: { 'ana@partner.example': 'guest waiting' } },
      'waiting: waiting for the invitation to be accepted',
    ],
    ['no longer lists her', entry(', access: revoked'), {}, 'removed: has no access'],
    ['no longer lists her', entry(', expires: 2026-05-31'), {}, 'removed: has no access'],
    [
      'cannot be asked about her',
      entry(', access: revoked'),
      { organization: false },
      'trouble: ana@partner.example could not be looked up: no key',
    ],
    [
      'calls her a user',
      entry(),
      { people: { 'ana@partner.example': 'user active' } },
      'trouble: ana@partner.example already is a Confluence user and takes a paid seat, so nothing is changed: remove the entry, or have the User role taken away first',
    ],
  ];
  for (const [when, body, site, row] of online) {
    it(`says “${row.slice(0, 60)}” when the site ${when}`, () => {
      const document = file(body);
      assert.deepEqual(guestRows(document, read(document, site), today).map(said), [row]);
    });
  }

  it('is said to be able to accept an invitation that nobody can withdraw', () => {
    const document = file(entry(', access: revoked'));
    const { live } = read(document);
    const at = '2026-05-01T10:00:00.000Z';
    const memory = remember([{ at, kind: 'invited', email: 'ana@partner.example' }]);
    const plan = makePlan(document, live, memory, today);
    const [row] = guestRows(document, { document, live, plan, outcomes: [] }, today);
    assert.equal(row && said(row), 'trouble: the invitation can still be accepted');
    assert.ok(row && !guestActions(row, true).includes('canResend'));
  });

  it('stands with its former space as the site has it, however it stands with the new one', () => {
    const document = file(
      [
        'guests:',
        '  - { email: ana@partner.example, space: DOCS }',
        '  - { email: ana@partner.example, space: LAB, access: revoked }',
      ].join('\n'),
    );
    const former = { ...active, spaces: { LAB: { 'ana@partner.example': 'viewer' as const } } };
    const rows = [active, former].map((site) =>
      guestRows(document, read(document, site), today).map(said),
    );
    assert.deepEqual(rows, [
      ['active: active', 'removed: has no access'],
      ['toChange: to move from LAB to DOCS', 'toRemove: revoked, to remove'],
    ]);
  });

  it('is not called active without a look into its space', () => {
    const document = file(entry(', expires: 2026-06-04'));
    const reading = read(document, active);
    const unread = { state: 'unread', why: 'a fault' } as const;
    const live = { ...reading.live, spaces: new Map([['DOCS', unread]]) };
    const plan = makePlan(document, live, emptyMemory, today);
    const [row] = guestRows(document, { ...reading, live, plan }, today);
    assert.equal(row && said(row), 'notChecked: not checked');
  });

  it('is not checked again once its entry was changed after the reading', () => {
    const reading = read(file(entry()), active);
    const [row] = guestRows(file(entry(', role: viewer')), reading, today);
    assert.equal(row?.state, 'notChecked');
  });

  it('stays checked when only other lines were changed', () => {
    const reading = read(file(entry()), active);
    const [row] = guestRows(file(`# moved\n\n${entry()}`), reading, today);
    assert.equal(row?.state, 'active');
  });

  it('keeps the reason of a step that failed', () => {
    const document = file(entry());
    const reading = read(document);
    const [step] = reading.plan.steps as [Step];
    const outcomes = [{ step, state: 'failed', reason: sentence('No free place') }] as const;
    const [row] = guestRows(document, { ...reading, outcomes }, today);
    assert.equal(row && said(row), 'trouble: No free place');
  });

  it('has the same id after a change of everything but the address and the space', () => {
    const ids = [entry(), entry(', name: Ana, role: viewer')].map(
      (body) => guestRows(file(body), undefined, today)[0]?.id,
    );
    assert.equal(ids[0], ids[1]);
  });
});

describe('a guest who is only on the site', () => {
  const site: Site = {
    people: { 'zoe@old.example': 'guest active', 'kai@lab.example': 'guest active' },
    spaces: { DOCS: { 'zoe@old.example': 'viewer' }, LAB: { 'kai@lab.example': 'viewer' } },
  };

  it('is to be removed from a strict space and left alone in an additive one', () => {
    const document = file('guests: []');
    assert.deepEqual(guestRows(document, read(document, site), today).map(said), [
      'toRemove: not in the file, to remove',
      'unlisted: not in the file, left alone',
    ]);
  });

  it('may be in the file where addresses are hidden', () => {
    const document = file('guests: [{ email: ana@partner.example, space: DOCS }]');
    const reading = read(document, { ...site, organization: false, hidden: true });
    assert.deepEqual(guestRows(document, reading, today).map(said), [
      'waitingForAdmin: waiting for the organization admin',
      'unidentified: address hidden, may be in the file, left alone',
      'unidentified: address hidden, may be in the file, left alone',
    ]);
  });

  it('is told by the entry alone once there is one', () => {
    const before = file('guests: []');
    const after = file('guests: [{ email: Zoe@old.example, space: DOCS }]');
    assert.deepEqual(guestRows(after, read(before, site), today).map(said), [
      'notChecked: not checked',
      'unlisted: not in the file, left alone',
    ]);
  });

  it('can be copied and added but not revoked, for no line of the file is about them', () => {
    const document = file('guests: []');
    const [zoe] = guestRows(document, read(document, site), today);
    assert.deepEqual(zoe && guestActions(zoe, true), [
      'canReveal',
      'canOpen',
      'canCopy',
      'canShowHistory',
      'canAdd',
    ]);
  });
});

describe('what can be done with a guest', () => {
  const actions: readonly (readonly [entry: string, hasSite: boolean, actions: string])[] = [
    [entry(), true, 'canReveal canOpen canCopy canShowHistory canRevoke canShare'],
    [entry(), false, 'canReveal canCopy canShowHistory canRevoke canShare'],
    [entry(', access: revoked'), true, 'canReveal canOpen canCopy canShowHistory'],
  ];
  for (const [body, hasSite, expected] of actions) {
    it(`is ${expected} for ${body} ${hasSite ? 'with' : 'without'} a site`, () => {
      const [row] = guestRows(file(body), undefined, today);
      assert.equal(row && guestActions(row, hasSite).join(' '), expected);
    });
  }
});

describe('sending an invitation again', () => {
  const waiting: Site = { people: { 'ana@partner.example': 'guest waiting' } };
  const cases: readonly (readonly [site: Site, can: boolean])[] = [
    [waiting, true],
    [active, false],
    [{}, false],
  ];
  for (const [site, can] of cases) {
    it(`is ${can ? '' : 'not '}offered where the site has ${JSON.stringify(site)}`, () => {
      const document = file(entry());
      const [row] = guestRows(document, read(document, site), today);
      assert.equal(row && guestActions(row, true).includes('canResend'), can);
    });
  }
});

describe('below a guest without access', () => {
  it('the pages stand as without effect, and the guest so below the pages', () => {
    const document = file(
      [
        entry(', access: revoked'),
        'pages: [{ page: 1, title: One, view: [ana@partner.example, group:staff] }]',
      ].join('\n'),
    );
    const [guest] = document.guests ?? [];
    const [page] = document.pages ?? [];
    assert.ok(guest && page);
    const details = [
      ...guestDetails(guest, document, undefined, today),
      ...pageDetails(page, document, today),
    ];
    assert.deepEqual(
      details.flatMap(({ kind, label, words }) =>
        words && kind !== 'space' && kind !== 'role' ? `${label}: ${say(words)}` : [],
      ),
      [
        'One: listed, without access by the file',
        'ana@partner.example: listed, without access by the file',
        'staff: view',
      ],
    );
  });
});

describe('below a guest', () => {
  it('stand the facts of the entry and the pages, through a team too', () => {
    const document = file(
      [
        'teams: { reviewers: [Ana@partner.example] }',
        entry(', expires: 2026-07-01, reason: Launch, owner: lee@acme.com'),
        'pages:',
        '  - { page: 1, title: One, view: [team:reviewers], edit: [ana@partner.example] }',
        '  - { page: 2, title: Two, edit: [ana@partner.example] }',
        '  - { page: 3, title: Three, view: [group:staff] }',
      ].join('\n'),
    );
    const [guest] = document.guests ?? [];
    assert.ok(guest);
    const below = guestDetails(guest, document, read(document, { pages: { 2: [] } }), today);
    assert.deepEqual(
      below.map(({ kind, label, words }) => `${kind} ${label} (${words ? say(words) : ''})`),
      [
        'address ana@partner.example ()',
        'space Space DOCS (space)',
        'role contributor (role)',
        'expires 2026-07-01 (last day)',
        'reason Launch (reason)',
        'owner lee@acme.com (owner)',
        'page One (view and edit)',
        'page Title of 2 (edit)',
      ],
    );
  });
});
