import assert from 'node:assert/strict';
import { lineOf } from '../../../../src/access/check/line';
import { no, yes, type Places, type Report } from '../../../../src/access/check/report';
import type { SiteFacts, SiteProblem } from '../../../../src/access/problems/problem';
import { siteProblems } from '../../../../src/access/problems/siteProblems';
import { say, sentence } from '../../../../src/document/sentence';
import type { FailureCode } from '../../../../src/sync/error';
import { file, read, textOf, type Site } from '../readings';

interface Situation {
  readonly body: string;
  readonly site?: Site;
  /** The lines of the access report that say no, by id; all others that matter say yes. */
  readonly denied?: readonly string[];
  readonly places?: Partial<Places>;
}

const readAt = '2026-06-01T10:00:00.000Z';
const reportAt = '2026-06-01T09:55:00.000Z';

function factsOf({ body, site, denied, places }: Situation): SiteFacts {
  const document = file(body);
  const report = (denied ?? places) ? reportOf(denied ?? [], places ?? {}) : undefined;
  return { document, reading: read(document, site), report, drift: [] };
}

const lines = [
  ['plan'],
  ['organizationAdmin'],
  ['readSpace', 'DOCS'],
  ['assignGuests', 'DOCS'],
  ['restrictPage', '10'],
] as const;

function reportOf(denied: readonly string[], places: Partial<Places>): Report {
  return {
    readAt: reportAt,
    origin: 'https://acme.atlassian.net',
    lines: lines.map(([topic, name]) => {
      const id = name === undefined ? topic : `${topic}:${name}`;
      const finding = denied.includes(id) ? no(sentence('Not so.')) : yes(sentence('So.'));
      return lineOf(topic, finding, name === undefined ? {} : { name });
    }),
    places: { seats: undefined, guests: undefined, capacity: undefined, ...places },
    questions: [],
  };
}

/** As `code@text of the file: sentence`. */
function told(problems: readonly SiteProblem[], body: string): readonly string[] {
  return problems.map(({ code, span, sentence: words }) => {
    const [line = ''] = textOf(body).slice(span.start, span.end).split('\n');
    return `${code}@${line}: ${say(words)}`;
  });
}

const ana = 'guests: [{ email: ana@x.example, space: DOCS }]\n';
const three = `guests:
  - { email: ana@x.example, space: DOCS }
  - { email: ben@x.example, space: DOCS }
  - { email: cho@x.example, space: LAB }
`;
const inside: Site = {
  people: { 'ana@x.example': 'guest active' },
  spaces: { DOCS: { 'ana@x.example': 'contributor' } },
};
const sharing = (more: string): string => `${ana}pages: [{ page: 10, ${more} }]\n`;

const situations: readonly (readonly [
  name: string,
  situation: Situation,
  expected: readonly string[],
])[] = [
  ['a site that is as the file says', { body: ana, site: inside, denied: [] }, []],
  [
    'fewer free guests used than four fifths',
    { body: ana, site: inside, places: { seats: 2, guests: 7 } },
    [],
  ],
  [
    'four fifths of the free guests used',
    { body: ana, site: inside, places: { seats: 2, guests: 8 } },
    ['quotaNear@https://acme.atlassian.net: 8 of 10 free guests are used, 5 for each paid seat'],
  ],
  [
    'four fifths with those whom the file invites',
    { body: three, places: { seats: 2, guests: 5 } },
    [
      'quotaNear@https://acme.atlassian.net: 5 of 10 free guests are used, 5 for each paid seat, and the invitations of this file make it 8',
    ],
  ],
  [
    'more to invite than free guests, of whom the first still fits',
    { body: three, places: { seats: 2, guests: 9 } },
    [
      'quotaExceeded@ben@x.example: ben@x.example does not fit: 9 of 10 free guests are used, 5 for each paid seat, and the invitations above take the rest; remove guests who are done, or pay for more seats',
      'quotaExceeded@cho@x.example: cho@x.example does not fit: 9 of 10 free guests are used, 5 for each paid seat, and the invitations above take the rest; remove guests who are done, or pay for more seats',
    ],
  ],
  [
    'another number of free guests for each seat',
    { body: `limits: { guestsPerPaidUser: 3 }\n${ana}`, places: { seats: 1, guests: 3 } },
    [
      'quotaExceeded@ana@x.example: ana@x.example does not fit: 3 of 3 free guests are used, 3 for each paid seat; remove guests who are done, or pay for more seats',
    ],
  ],
  [
    'a site with room for one more',
    { body: three, places: { seats: 10, guests: 5, capacity: 16 } },
    [
      'siteLimit@ben@x.example: ben@x.example does not fit: the site has 15 of 16 users and guests, and the invitations above take the rest; remove people who are done, or pay for more users',
      'siteLimit@cho@x.example: cho@x.example does not fit: the site has 15 of 16 users and guests, and the invitations above take the rest; remove people who are done, or pay for more users',
    ],
  ],
  ['places that could not be counted', { body: three, places: { seats: 1 } }, []],
  [
    'a plan without guests, which is told once',
    {
      body: sharing('view: [group:staff]'),
      denied: ['plan', 'assignGuests:DOCS', 'restrictPage:10'],
      places: { seats: 1, guests: 5 },
      site: { ...inside, pages: { 10: ['ana@x.example'] } },
    },
    ['planWithoutGuests@https://acme.atlassian.net: Not so.'],
  ],
  [
    'a key that is not of an organization admin',
    { body: ana, site: inside, denied: ['organizationAdmin'] },
    ['notOrganizationAdmin@https://acme.atlassian.net: Not so.'],
  ],
  [
    'a space that somebody else administers',
    { body: ana, site: inside, denied: ['assignGuests:DOCS'] },
    ['notSpaceAdmin@DOCS: Not so.'],
  ],
  [
    'a space that cannot be seen, which the plan tells',
    { body: ana, site: inside, denied: ['readSpace:DOCS', 'assignGuests:DOCS'] },
    [],
  ],
  ['a space without guests', { body: '', denied: ['assignGuests:DOCS'] }, []],
  [
    'a page that the account cannot restrict',
    {
      body: sharing('view: [ana@x.example, group:staff]'),
      site: { ...inside, pages: { 10: ['ana@x.example'] } },
      denied: ['restrictPage:10'],
    },
    ['cannotRestrictPage@10: Not so.'],
  ],
  [
    'a page that is not there, which the plan tells',
    { body: sharing('view: [group:staff]'), site: inside, denied: ['restrictPage:10'] },
    ['pageMissing@10: Page 10 is not there or not visible to you: check its id, or ask for access'],
  ],
  [
    'somebody to invite without an organization admin',
    { body: ana, site: { people: { 'ana@x.example': 'none active' }, organization: false } },
    [
      'noOrganization@ana@x.example: ana@x.example must be invited by an organization admin; if that is done and Confluence hides the address, write the `account` id',
    ],
  ],
  [
    'a guest who is a paid user',
    { body: ana, site: { people: { 'ana@x.example': 'user active' } } },
    [
      'paidUser@ana@x.example: ana@x.example already is a Confluence user and takes a paid seat, so nothing is changed: remove the entry, or have the User role taken away first',
    ],
  ],
  [
    'a former user',
    { body: ana, site: { people: { 'ana@x.example': 'none inactive' } } },
    [
      'deactivated@ana@x.example: The Atlassian account of ana@x.example is deactivated or suspended: an organization admin must restore it first',
    ],
  ],
  [
    'a guest who has another space',
    {
      body: ana,
      site: { ...inside, spaces: { LAB: { 'ana@x.example': 'contributor' } } },
    },
    [
      'otherSpace@ana@x.example: ana@x.example has space LAB already, and a guest has one space: a sync moves them to DOCS',
    ],
  ],
  [
    'a guest whom nobody listed',
    { body: 'guests: []\n', site: { ...inside, spaces: { LAB: { 'ana@x.example': 'viewer' } } } },
    [
      'unlistedGuest@LAB: ana@x.example has space LAB and is not in the file; the space is `additive`, so nothing is changed',
    ],
  ],
  [
    'a role that the site does not have',
    { body: ana.replace('DOCS }', 'DOCS, role: boss }'), site: inside },
    [
      'unknownRole@{ email: ana@x.example, space: DOCS, role: boss }: This site has no role “boss” that a guest could get this way: write one of viewer, contributor',
    ],
  ],
  [
    'a page in another space than its guest',
    {
      body: sharing('view: [ana@x.example, group:staff]').replace('DOCS', 'LAB'),
      site: {
        people: { 'ana@x.example': 'guest active' },
        spaces: { LAB: { 'ana@x.example': 'contributor' } },
        pages: { 10: ['ben@x.example'] },
      },
    },
    [
      'guestOutsidePageSpace@ana@x.example: ana@x.example cannot see “Title of 10”, which is in space DOCS: a guest has one space, and theirs is LAB',
    ],
  ],
  [
    'a page of another title',
    {
      body: sharing('title: Plan, view: [ana@x.example, group:staff]'),
      site: { ...inside, pages: { 10: ['ana@x.example'] } },
    },
    [
      'titleChanged@10: Page 10 is called “Title of 10” on the site, not “Plan”: check that it is the page you mean',
    ],
  ],
  [
    'a home page to restrict',
    {
      body: sharing('view: [ana@x.example, group:staff]'),
      site: { ...inside, pages: { 10: [] }, home: '10' },
    },
    [
      'restrictsHome@10: “Title of 10” is the home page of space DOCS and is left open, for restricting it hides every page below it: restrict those instead',
    ],
  ],
  [
    'a restricted page above',
    {
      body: sharing('view: [ana@x.example, group:staff]'),
      site: {
        ...inside,
        pages: { 10: ['ana@x.example'], 1: ['ben@x.example'] },
        above: { 10: ['1'] },
      },
    },
    [
      'blockedByAncestor@10: The page above, “Title of 1”, is restricted too and does not list ana@x.example, who will not see “Title of 10” until it does: add `ancestors: grant` to let them onto it',
    ],
  ],
];

describe('what the site says about a file', () => {
  for (const [name, situation, expected] of situations)
    it(`of ${name}`, () => {
      assert.deepEqual(told(siteProblems(factsOf(situation)), situation.body), expected);
    });

  it('carries the time when it was read, from the site or from the report', () => {
    const facts = factsOf({
      body: three,
      site: { people: { 'cho@x.example': 'user active' } },
      denied: ['assignGuests:DOCS'],
    });
    const times = siteProblems(facts).map((problem) => [problem.code, problem.readAt]);
    assert.deepEqual(times, [
      ['notSpaceAdmin', reportAt],
      ['paidUser', readAt],
    ]);
  });

  it('is nothing without a reading, and of a report alone what needs none', () => {
    const facts = factsOf({
      body: three,
      site: { people: { 'cho@x.example': 'user active' } },
      denied: ['assignGuests:DOCS', 'restrictPage:10'],
      places: { seats: 1, guests: 9 },
    });
    const codes = (some: Partial<SiteFacts>): readonly string[] =>
      siteProblems({ ...facts, ...some }).map(({ code }) => code);
    assert.deepEqual(codes({ reading: undefined, report: undefined }), []);
    assert.deepEqual(codes({ reading: undefined }), ['quotaNear', 'notSpaceAdmin']);
  });

  it('leads to the page above where the file lists it', () => {
    const body = `${ana}pages:
  - { page: 1, view: [group:staff] }
  - { page: 10, view: [ana@x.example, group:staff] }
`;
    const pages = { 10: ['ana@x.example'], 1: ['ben@x.example'] };
    const facts = factsOf({ body, site: { ...inside, pages, above: { 10: ['1'] } } });
    const [problem] = siteProblems(facts);
    assert.equal(problem?.code, 'blockedByAncestor');
    assert.deepEqual(
      problem.related.map(({ span, sentence: words }) => [
        textOf(body).slice(span.start, span.end),
        say(words),
      ]),
      [['1', '“Title of 1” is restricted']],
    );
  });
});

describe('a step that a sync could not do', () => {
  const failures: readonly (readonly [FailureCode | undefined, string])[] = [
    [undefined, 'failed'],
    ['tooManyRequests', 'failed'],
    ['secondSpace', 'otherSpace'],
    ['userAndGuest', 'paidUser'],
    ['notSpaceAdmin', 'notSpaceAdmin'],
    ['notRestricting', 'cannotRestrictPage'],
  ];
  const facts = factsOf({ body: ana });
  const problemsOf = (code: FailureCode | undefined): readonly SiteProblem[] => {
    const { reading } = facts;
    const [step] = reading?.plan.steps ?? [];
    assert.ok(reading && step);
    const reason = sentence('No.');
    const outcome = { step, state: 'failed', reason, ...(code && { code }) } as const;
    return siteProblems({ ...facts, reading: { ...reading, outcomes: [outcome] } });
  };
  for (const [code, expected] of failures)
    it(`for ${code ?? 'some reason'} is ${expected}`, () => {
      const [problem] = problemsOf(code);
      assert.equal(problem?.code, expected);
      assert.match(say(problem.step ?? sentence('')), /^Invite ana@x\.example/);
      assert.equal(say(problem.sentence), 'No.');
    });
});
