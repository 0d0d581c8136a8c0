import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hoverAt } from '../../../src/language/hover';
import type { Known } from '../../../src/language/known';
import { edit } from '../../fuzz/edits';
import { randomFrom } from '../../fuzz/random';
import { sample } from '../../support/samples';
import { body, head, knownOf, lineText, site } from './known';

const whole = head + body;

/** What is said at a cursor `|` in a part of the text, below what it is about. */
function hover(part: string, known: Known, text = whole): readonly string[] {
  const at = text.indexOf(part.replace('|', ''));
  assert.notEqual(at, -1, part);
  const found = hoverAt(text, at + part.indexOf('|'), known);
  return found ? [text.slice(found.span.start, found.span.end), ...found.lines.map(lineText)] : [];
}

const signedOut = knownOf(whole);
const signedIn = knownOf(whole, site);
const notRead = 'The site was not read: preview the sync to compare the file with it.';
const changed = 'This was changed after the site was read: preview the sync to compare it.';
const read = 'read 2026-06-01T10:00:00.000Z';

describe('a hover over a guest', () => {
  const ana = [
    'ana@partner.example',
    '# Ana',
    'State: not checked',
    'Address: ana@partner.example',
    'Space: DOCS',
    'Role: viewer',
    'Last day: 2026-06-13, 12 days left',
    'Pages: “Plan” (view by team reviewers)',
    'Teams: reviewers',
    'Reason: Launch',
    'Owner: lee@acme.com',
    notRead,
  ];
  for (const part of ['email: |ana', 'email: ana@partner.exam|ple', 'name: A|na'])
    it(`says what the file says at ${part}`, () => {
      assert.deepEqual(hover(part, signedOut).slice(1), ana.slice(1));
    });
  it('says the same of a member of a team', () => {
    assert.deepEqual(hover('reviewers: [ana|@', signedOut), ana);
  });
  it('adds how it stands on the site, and when that was read', () => {
    assert.deepEqual(hover('email: a|na', signedIn), [
      ...ana.slice(0, 2),
      'State: active',
      'Address: ana@partner.example',
      'Space: Space DOCS (DOCS)',
      'Role: viewer',
      'Last day: 2026-06-13, 12 days left',
      'Pages: “Title of 7” (view by team reviewers)',
      ...ana.slice(8, 11),
      'Name on the site: Name of ana@partner.example',
      'Rights in DOCS: view',
      read,
    ]);
  });
  it('no longer speaks of the site once the entry has changed', () => {
    const text = whole.replace('role: viewer', 'role: contributor');
    const lines = hover('email: a|na', knownOf(text, site, whole), text);
    assert.equal(lines[2], 'State: not checked');
    assert.equal(lines.at(-1), changed);
  });
  it('still speaks of the site when another entry has changed', () => {
    const text = whole.replace('cho@client.example, space: DOCS', 'cho@client.example, space: LAB');
    assert.equal(hover('email: a|na', knownOf(text, site, whole), text).at(-1), read);
  });
  const ways: readonly (readonly [edit: string, words: string])[] = [
    ['ana@partner.example', 'view by team reviewers, edit'],
    ['team:reviewers', 'view and edit by team reviewers'],
  ];
  for (const [edit, words] of ways)
    it(`says that the page lets the guest ${words}`, () => {
      const text = whole.replace('edit: [', `edit: [${edit}, `);
      const lines = hover('email: |ana', knownOf(text), text);
      assert.ok(lines.includes(`Pages: “Plan” (${words})`), lines.join('\n'));
    });
  it('says what a team may do besides the guest', () => {
    const text = whole.replace('[team:reviewers, ', '[ana@partner.example, ');
    const both = text.replace('edit: [', 'edit: [team:reviewers, ');
    const lines = hover('email: |ana', knownOf(both), both);
    assert.ok(lines.includes('Pages: “Plan” (view, edit by team reviewers)'), lines.join('\n'));
    const edit = both.replace('[ana@partner.example, group', '[group');
    assert.ok(
      hover('email: |ana', knownOf(edit), edit).includes('Pages: “Plan” (edit by team reviewers)'),
    );
  });
  it('counts no days that are left of an access that was revoked', () => {
    const text = whole.replace('role: viewer', 'access: revoked');
    assert.ok(hover('email: |ana', knownOf(text), text).includes('Last day: 2026-06-13'));
    assert.equal(hover('expires: 20|26', knownOf(text), text)[1], '# expires');
  });
  it('says who the owner is once the site has told', () => {
    const { reading } = signedIn;
    assert.ok(reading);
    const lee = { accountId: 'l', email: 'lee@acme.com', name: 'Lee', kind: 'user' } as const;
    const people = new Map(reading.live.people).set('l', { ...lee, state: 'active' });
    const looked = { state: 'found', value: 'l' } as const;
    const addresses = new Map(reading.live.addresses).set('lee@acme.com', looked);
    const live = { ...reading.live, people, addresses };
    const known = { ...signedIn, reading: { ...reading, live } };
    assert.deepEqual(hover('owner: l|ee', known).slice(1, 3), [
      '# Lee',
      'Staff, by account ID or address.',
    ]);
    assert.equal(hover('owner: l|ee', signedOut)[1], '# owner');
  });
  it('says when the file does not have the guest', () => {
    const text = whole.replace('[ana@partner.example]', '[eve@partner.example]');
    assert.deepEqual(hover('[eve|@', knownOf(text), text), [
      'eve@partner.example',
      '# eve@partner.example',
      'No entry under `guests:` that could be understood has this address.',
    ]);
  });
});

describe('a hover over a page', () => {
  const plan = [
    '7',
    '# Plan',
    'Page: 7',
    'State: not checked',
    'May view by the file: ana@partner.example, group staff, cho@client.example',
    'May edit by the file: cho@client.example, group staff',
    notRead,
  ];
  it('says what the file decides', () => {
    assert.deepEqual(hover('page: |7', signedOut), plan);
    assert.deepEqual(hover('title: Pl|an', signedOut).slice(1), plan.slice(1));
  });
  it('adds who may view and edit now, and which page above is in the way', () => {
    assert.deepEqual(hover('page: 7|', signedIn), [
      '7',
      '# Title of 7',
      'Page: 7',
      'Space: Space DOCS (DOCS)',
      'Below: Title of 1 › Title of 2',
      'State: as in the file',
      ...plan.slice(4, 6),
      'May view on the site: ana@partner.example, staff, Lee',
      'May edit on the site: staff, Lee',
      'Restricted by pages above: “Title of 2”',
      read,
    ]);
  });
  it('compares nothing once its lists have changed, and tells what was read with its time', () => {
    const text = whole.replace('view: [team:reviewers, ', 'view: [');
    const lines = hover('page: 7|', knownOf(text, site, whole), text);
    assert.equal(lines[5], 'State: not checked');
    assert.deepEqual(lines.slice(-2), [changed, read]);
  });
  it('leaves out guests without access and people who are no guests of the file', () => {
    const text = whole
      .replace('space: DOCS }', 'space: DOCS, access: revoked }')
      .replace('group:staff]', 'group:staff, eve@old.example]');
    assert.deepEqual(hover('page: 7|', knownOf(text), text).slice(4, 6), [
      'May view by the file: ana@partner.example, group staff',
      'May edit by the file: group staff',
    ]);
    const later = { ...signedOut, today: '2026-06-14' };
    assert.equal(
      hover('page: 7|', later)[4],
      'May view by the file: group staff, cho@client.example',
    );
  });
  it('takes its title from its address where nothing else tells it', () => {
    const address = 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/7/New+page';
    const text = whole.replace('page: 7\n    title: Plan', `page: ${address}`);
    assert.equal(hover('page: ht|', knownOf(text), text)[1], '# New page');
  });
  it('says of a list that is absent that it is not decided', () => {
    const text = whole.replace(/ {4}edit:.*\n/, '');
    assert.ok(hover('page: 7|', knownOf(text), text).includes('May edit by the file: not decided'));
  });
  it('never takes what could not be read for nobody', () => {
    const { reading } = signedIn;
    assert.ok(reading);
    const why = 'the people could not be read';
    const live = { ...reading.live, people: new Map(), peopleUnread: why };
    const lines = hover('page: 7|', { ...signedIn, reading: { ...reading, live } });
    assert.ok(
      lines.includes(
        `May view on the site: staff, 3 of whom nothing was read, guests not checked: ${why}`,
      ),
      lines.join('\n'),
    );
  });
});

describe('a hover over a space', () => {
  it('says how the file manages it and counts its guests', () => {
    assert.deepEqual(hover('space: DO|CS', signedIn), [
      'DOCS',
      '# Space DOCS',
      'Space: DOCS',
      'Site: acme.atlassian.net',
      'Owned by this file, strict: it lists every guest of the space, and a sync removes the others.',
      'Guests: 1 expiring soon, 1 active',
      read,
    ]);
  });
  it('says the same under `spaces:`', () => {
    assert.deepEqual(hover('{ DO|CS', signedIn), hover('space: DO|CS', signedIn));
    assert.equal(
      hover('L|AB: {}', signedOut)[4],
      'Owned by this file, additive: a sync adds its guests and leaves the others alone.',
    );
  });
  it('counts those whom only the site knows', () => {
    const text = `${head}guests: []\n`;
    const lines = hover('{ DO|CS', knownOf(text, site), text);
    assert.ok(lines.includes('Guests: 2 to remove'), lines.join('\n'));
  });
  it('says that its guests could not be checked rather than that there is none', () => {
    const { reading } = signedIn;
    assert.ok(reading);
    const spaces = new Map([['LAB', { state: 'unread' as const, why: 'a fault' }]]);
    const known = { ...signedIn, reading: { ...reading, live: { ...reading.live, spaces } } };
    assert.ok(
      hover('L|AB: {}', known).includes('Its guests on the site could not be checked: a fault'),
    );
  });
  it('says of a space that the file does not have that it is none of it', () => {
    const text = whole.replace('space: DOCS }', 'space: HR }');
    assert.ok(
      hover('space: H|R', knownOf(text, site, whole), text).includes(
        'No entry under `spaces:` that could be understood has this key.',
      ),
    );
  });
});

describe('a hover', () => {
  const lines: readonly (readonly [part: string, known: Known, ...lines: string[]])[] = [
    ['team:rev|', signedOut, 'team:reviewers', '# reviewers', 'Members: ana@partner.example'],
    ['revi|ewers: [', signedOut, 'reviewers', '# reviewers', 'Members: ana@partner.example'],
    ['group:st|', signedOut, 'The site was not asked for it.', 'Pages: “Plan” (view and edit)'],
    ['group:st|', signedIn, '# staff', 'A group of the site.', read],
    ['role: view|er', signedOut, '# viewer', 'Sees the space and changes nothing.'],
    ['role: view|er', signedIn, 'Rights: view', read],
    ['expires: 20|26', signedOut, '# 2026-06-13', '12 days left'],
    ['exp|ires: ', signedOut, '# expires', 'The last day of access.', '> expires: 2027-03-31'],
    ['reason: Lau|nch', signedOut, '# reason', 'Why the guest has access.'],
    ['vers|ion', signedOut, '# version', '> version: 1'],
  ];
  for (const [part, known, ...expected] of lines)
    it(`says “${expected[0] ?? ''}” at ${part}${known === signedIn ? ' when signed in' : ''}`, () => {
      const found = hover(part, known);
      for (const line of expected) assert.ok(found.includes(line), found.join('\n'));
    });
  for (const part of ['\n|  - email', 'teams: {| ', ' |- page'])
    it(`says nothing at ${JSON.stringify(part)}`, () => {
      assert.deepEqual(hover(part, signedIn), []);
    });
});

describe('a hover in a file that does not parse', () => {
  const broken: readonly (readonly [text: string, part: string, line: string])[] = [
    ['guests:\n  - email: ana@partner.example\n    role: "view', 'ro|le', '# role'],
    [
      'guests:\n  - email: ana@partner.example\n    space: "DOCS\n',
      'space: "DO|CS',
      '# Space DOCS',
    ],
    ['guests: [{ email: ana@partner.example, role: viewer', 'view|er', '# viewer'],
    ['pages:\n  - view: [team:rev', 'team:r|ev', '# rev'],
    ['pages:\n  - view: [x]]\n    page: 7', 'pag|e: 7', '# page'],
    ['guests:\n\t- email: x@b.example', 'em|ail', '# email'],
  ];
  for (const [text, part, line] of broken)
    it(`says “${line}” at ${JSON.stringify(part)}`, () => {
      assert.equal(hover(part, knownOf(head + text, {}), head + text)[1], line);
    });
  const misplaced: readonly (readonly [text: string, part: string])[] = [
    ['guests:\n  - title: Ana\n    email: ana@partner.example', 'ti|tle'],
    ['guests:\n  - title: Ana\n    email: ana@partner.example', 'title: A|na'],
    ['view: [x]', 'vi|ew'],
    ['spaces:\n  X: { email: a }', 'em|ail'],
  ];
  for (const [text, part] of misplaced)
    it(`says nothing of a key that means nothing at ${JSON.stringify(part)}`, () => {
      assert.deepEqual(hover(part, knownOf(head + text), head + text), []);
    });
  const behind: readonly (readonly [text: string, before: string, at: string])[] = [
    ['guests:\n  - { email: c@b.example, space: LAB  }', 'LAB|', 'LAB  |}'],
    ['pages:\n  - { page: 7, view: [ team:t ] }', 'team:t|', 'team:t |]'],
    ['guests:\n  - role: viewer   # x', 'viewer|', 'viewer  |'],
  ];
  for (const [text, before, at] of behind)
    it(`is about the text alone, and about nothing at ${JSON.stringify(at)}`, () => {
      const known = knownOf(head + text);
      assert.equal(hover(before, known, head + text)[0], before.slice(0, -1));
      assert.deepEqual(hover(at, known, head + text), []);
    });
  it('says nothing of half a key', () => {
    const text = `${head}guests:\n  - email: ana@partner.example\n    rol`;
    assert.deepEqual(hover('    ro|l', knownOf(text), text), []);
  });
  it('knows a page by its id alone', () => {
    const text = whole.replace('title: Plan', 'title: [');
    const lines = hover('page: 7|', knownOf(text, site, whole), text);
    assert.equal(lines[1], '# Title of 7');
    assert.equal(lines.at(-1), read);
  });
});

describe('names from the file and the site in a hover', () => {
  const hostile = '[x](command:evil) <b>**$(zap) \u001b[31m\u202e';
  it('stay facts of a sentence, without what could steer a terminal or turn text around', () => {
    const text = whole.replace('name: Ana', `name: ${JSON.stringify(hostile)}`);
    const [, heading] = hover('email: |ana', knownOf(text), text);
    assert.equal(heading, '# [x](command:evil) <b>**$(zap)  [31m ');
  });
  it('stay so when they are titles of the site', () => {
    const { reading } = signedIn;
    const looked = reading?.live.pages.get('7');
    assert.ok(reading && looked?.state === 'found');
    const page = { ...looked.value, title: hostile };
    const pages = new Map(reading.live.pages).set('7', { state: 'found', value: page });
    const live = { ...reading.live, pages };
    const lines = hover('page: 7|', { ...signedIn, reading: { ...reading, live } });
    assert.equal(lines[1], '# [x](command:evil) <b>**$(zap)  [31m ');
  });
});

describe('a hover at any place of any text', () => {
  it('throws nothing and is about a stretch around the place', function () {
    this.timeout(60_000);
    const run = fc.record({ seed: fc.nat(), changes: fc.nat({ max: 4 }), at: fc.nat() });
    fc.assert(
      fc.property(run, ({ seed, changes, at }) => {
        const random = randomFrom(seed);
        let text = random.chance(50) ? sample : whole;
        for (let count = 0; count < changes; count += 1) text = edit(random, text).at(-1) ?? text;
        const offset = at % (text.length + 1);
        const known = { ...knownOf(text), reading: random.oneOf([undefined, signedIn.reading]) };
        const found = hoverAt(text, offset, known);
        if (!found) return;
        assert.ok(found.span.start <= offset && offset <= found.span.end);
        assert.ok(found.lines.length > 0);
      }),
      { seed: 20_270_101, numRuns: 500 },
    );
  });
});
