import assert from 'node:assert/strict';
import { guestActions } from '../../../src/access/actions';
import { guestDetails } from '../../../src/access/detail';
import { guestRows, type GuestRow } from '../../../src/access/guestRows';
import { say, sentence } from '../../../src/document/sentence';
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
    [entry(', expires: 2026-05-31'), 'toRemove: expired on 2026-05-31, to remove'],
    [entry(', access: revoked'), 'toRemove: revoked, to remove'],
    [entry(', access: revoked, expires: 2026-05-31'), 'toRemove: revoked, to remove'],
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
    ['no longer lists her', entry(', access: revoked'), {}, 'removed: access taken away'],
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
    const below = guestDetails(guest, document, read(document, { pages: { 2: [] } }));
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
