import assert from 'node:assert/strict';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import { complete } from '../../../src/language/completion';
import type { Known } from '../../../src/language/known';
import { read, today } from '../access/readings';
import { completionsAt, lists } from './completing';
import { body, head, knownOf, lineText, site } from './known';

const file = head + body;
const top = 'organization internalDomains limits teams';
const guestKeys = 'email space name account role access expires reason owner';
const pageKeys = 'page title view edit ancestors tree';

/** The labels that are offered below the head of a file, without the snippets, with spaces between them. */
function offered(marked: string, known?: Partial<Known>): string {
  return completionsAt(head + marked, known)
    .filter(({ kind }) => kind !== 'snippet')
    .map(({ label }) => label)
    .join(' ');
}

const keyRows: readonly (readonly [marked: string, labels: string])[] = [
  ['|', `${top} guests pages`],
  ['guests: []\n|', `${top} pages`],
  ['pa|', 'pages'],
  ['guests:\n  - |', guestKeys],
  ['guests:\n  |', guestKeys],
  ['guests:\n  - email: a@b.example\n    |', guestKeys.slice('email '.length)],
  ['guests:\n  - email: a@b.example\n    sp|', 'space'],
  ['guests:\n  - email: a@b.example\n    expi|res: 2027-01-01', 'expires'],
  ['guests:\n  - { email: a@b.example, | }', guestKeys.slice('email '.length)],
  ['guests:\n  - { email: a@b.example, sp|', 'space'],
  ['guests:\n  - { "email": a@b.example, "sp|" }', 'space'],
  ['guests:\n  - reason: a|', ''],
  ['pages:\n  - |', pageKeys],
  ['pages:\n  - page: 7\n    view: []\n    |', 'title edit ancestors tree'],
  ['limits:\n  |', 'guestsPerPaidUser spacesPerGuest removals'],
  ['limits: |', 'guestsPerPaidUser spacesPerGuest removals'],
  ['limits: { removals: 1, | }', 'guestsPerPaidUser spacesPerGuest'],
  ['spaces:\n  DOCS:\n    |', 'manage'],
  ['spaces:\n  DOCS: { manage: strict, | }', ''],
  ['guests:\n  email: a\n  |', ''],
  ['guests:\n  - email:\n      |', ''],
  ['nothing:\n  |', ''],
  ['constructor:\n  |', ''],
  ['pages:\n  - view:\n      - x: |', ''],
  ['# |', ''],
];

const valueRows: readonly (readonly [marked: string, labels: string])[] = [
  ['version: |', '1'],
  ['organization: |', ''],
  ['limits: { removals: | }', '25% 10% 50%'],
  ['spaces: { X: { manage: | } }', 'additive strict'],
  ['guests:\n  - space: |', 'DOCS LAB'],
  ['guests:\n  - space: L|', 'LAB'],
  ['guests:\n  - role: |', 'contributor viewer'],
  ['guests:\n  - role: "v|', 'viewer'],
  ['guests:\n  - access: |', 'revoked granted'],
  ['guests:\n  - expires: |', '+30 days +90 days end of quarter end of year'],
  ['guests:\n  - expires: 2026-07|', '+30 days'],
  ['guests:\n  - email: |', ''],
  ['pages:\n  - ancestors: |', 'grant'],
  ['pages:\n  - tree: |', 'true false'],
];

/** Below the head and the body of a file. */
const listRows: readonly (readonly [marked: string, labels: string])[] = [
  [
    '  - page: 8\n    view: [|]',
    'team:reviewers group:staff ana@partner.example cho@client.example user:lee@acme.com',
  ],
  ['  - page: 8\n    edit: [|]', 'group:staff cho@client.example user:lee@acme.com'],
  [
    '  - page: 8\n    view: [group:staff, Cho@client.example, |]',
    'team:reviewers ana@partner.example user:lee@acme.com',
  ],
  ['  - page: 8\n    view: [team:reviewers, use|', 'user:lee@acme.com'],
  ['  - page: 8\n    view: [reviewers|', 'team:reviewers'],
  ['  - page: 8\n    view:\n      - team:|', 'team:reviewers'],
  ['  - page: 8\n    view:\n      - group:staff\n      - team:r|\n      - a', 'team:reviewers'],
  ['  - page: 8\n    view: gro|', 'group:staff'],
  ['  - page: 8\n    view:\n      gro|', 'group:staff'],
  ['  - page: 8\n    tree: |\n    view: [x]', 'true false'],
];

/** A file with the cursor at the end of its guests. */
function inGuests(marked: string): string {
  return head + body.replace('pages:', `${marked}pages:`);
}

describe('what is offered', () => {
  for (const [marked, labels] of [...keyRows, ...valueRows])
    it(`at ${JSON.stringify(marked)} is ${labels === '' ? 'nothing' : labels}`, () => {
      assert.equal(offered(marked), labels);
    });

  for (const [marked, labels] of listRows)
    it(`on a list at ${JSON.stringify(marked)} is ${labels}`, () => {
      assert.equal(offered(body + marked), labels);
    });

  it('below the dash of a guest without a space are its other keys, and then another guest', () => {
    const labels = completionsAt(`${head}guests:\n  - email: x\n  |`).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['space', 'name']);
    assert.deepEqual(labels.slice(-2), ['email', 'guest']);
    assert.equal(new Set(labels).size, labels.length);
  });

  it('on a list leaves out teams of whom somebody has no access any more', () => {
    const expired = body.replace('expires: 2026-06-13', 'expires: 2020-01-01');
    assert.ok(!offered(`${expired}  - page: 8\n    view: [|]`).includes('team:'));
  });

  it('below the dash of a page with its id alone are its other keys, and then another page', () => {
    const labels = completionsAt(`${head}pages:\n  - page: 12\n  |`).map(({ label }) => label);
    assert.deepEqual(labels, ['title', 'view', 'edit', 'ancestors', 'tree', 'page', 'page']);
  });

  it('for a key is nothing where it would be a mistake', () => {
    assert.deepEqual(completionsAt('  site: https://acme.atlassian.net\n|'), []);
    assert.deepEqual(completionsAt(`${head}guests:\n\tem|`), []);
  });

  it('of many is a hundred, and others come with what is typed', () => {
    const guests = Array.from(
      { length: 150 },
      (_, n) => `- { email: g${n}@x.example, space: A }\n`,
    );
    const many = `spaces: { A: }\nguests:\n${guests.join('')}pages:\n- view: [g`;
    const offeredAt = (text: string) => complete(text, text.length, knownOf(text));
    const first = offeredAt(many);
    assert.equal(first.items.length, 100);
    assert.ok(first.isIncomplete);
    const second = offeredAt(`${many}149`);
    assert.deepEqual(
      second.items.map(({ label }) => label),
      ['g149@x.example'],
    );
    assert.ok(!second.isIncomplete);
  });

  it('for the owner of a guest are those who answer for others, and an address of the staff', () => {
    const owners = (written: string) =>
      completionsAt(
        inGuests(`  - owner: ${written}|\n`).replace(
          'teams:',
          'internalDomains: [acme.com, acme.example]\nteams:',
        ),
      ).map(({ label }) => label);
    assert.deepEqual(owners(''), ['lee@acme.com']);
    assert.deepEqual(owners('kim@'), ['kim@acme.com', 'kim@acme.example']);
    assert.deepEqual(owners('lee@acme'), ['lee@acme.com', 'lee@acme.example']);
  });

  it('for the reason are those given before', () => {
    assert.deepEqual(
      completionsAt(inGuests('  - reason: |\n')).map(({ label }) => label),
      ['Launch'],
    );
  });

  it('for a team are guests who are not in it', () => {
    const team = (members: string) =>
      completionsAt((head + body).replace('[ana@partner.example]', members)).map(
        ({ label }) => label,
      );
    assert.deepEqual(team('[|]'), ['ana@partner.example', 'cho@client.example']);
    assert.deepEqual(team('[ANA@partner.example, |]'), ['cho@client.example']);
  });

  it('for internal domains are those of the owners', () => {
    assert.equal(offered(`${body}internalDomains: [|]`), 'acme.com');
    assert.equal(offered(`${body}internalDomains: |`), 'acme.com');
    const page = 'pages: [{ page: 8, view: [user:kim@acme.example, user:712020:abc] }]\n';
    assert.equal(offered(`${page}internalDomains: [|]`), 'acme.example');
  });

  it('leaves out guests whose access is taken away or past', () => {
    const text = body.replace('role: viewer', 'access: revoked').replace('[cho@', '[|, cho@');
    assert.doesNotMatch(offered(text), / ana@/);
    assert.match(offered(`${body}  - page: 8\n    view: [|]`), / ana@/);
    assert.doesNotMatch(
      offered(`${body}  - page: 8\n    view: [|]`, { today: '2026-06-14' }),
      / ana@/,
    );
  });

  it('on a list leaves out what is half typed there, and what others name stays', () => {
    const views = (item: string, other: string) =>
      offered(
        `pages:\n  - page: 8\n    view: [${item}, x@y.example]\n  - page: 9\n    view: [${other}]`,
      );
    assert.equal(views('group:st|', 'group:staff'), 'group:staff');
    assert.equal(views('group:st|', 'group:st'), 'group:st');
    assert.equal(views('group:st|', 'a@b.example'), '');
    assert.equal(views('user:le|', 'a@b.example'), '');
    assert.equal(views('gr|', 'a@b.example'), 'group:');
  });

  it('for the site are those that somebody is signed in to', () => {
    const sites = ['https://acme.atlassian.net', 'https://beta.atlassian.net'];
    assert.deepEqual(
      completionsAt('version: 1\nsite: |', { sites }).map(({ insert }) => insert),
      sites,
    );
    assert.deepEqual(completionsAt('version: 1\nsite: |'), []);
  });

  it('on a list leaves out guests of other spaces than the page', () => {
    const guests =
      'guests: [{ email: a@b.example, space: LAB }, { email: c@d.example, space: DOCS }]\n';
    const page = (id: string) => `${guests}pages:\n  - page: ${id}\n    view: [|]`;
    assert.equal(offered(page('7')), 'group: a@b.example c@d.example user:');
    assert.match(offered(page('7'), { lists }), / c@d.example user:$/);
    const address = 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/3/Guide';
    assert.equal(offered(page(address)), 'group: c@d.example user:');
    const both = page(address).replace('}]', '}, { email: a@b.example, space: DOCS }]');
    assert.equal(offered(both), 'group: a@b.example c@d.example user:');
  });
});

describe('what a site adds', () => {
  const rows: readonly (readonly [marked: string, labels: string])[] = [
    ['guests:\n  - role: |', 'contributor viewer Reviewer # 2'],
    ['guests:\n  - email: |', 'zoe@old.example ana@partner.example'],
    [body.replace('pages:', '  - email: |\npages:'), 'zoe@old.example'],
    ['guests:\n  - email: zoe@old.example\n    name: |', 'Zoe: "Z"'],
    ['guests:\n  - email: zoe@old.example\n    account: |', 'id of zoe@old.example'],
    ['guests:\n  - email: kim@old.example\n    name: |', ''],
    ['pages:\n  - page: |', 'Guide Plan'],
    ['pages:\n  - page: 1|', 'Guide'],
    ['pages:\n  - page: 7\n  - page: |', 'Guide'],
    ['pages:\n  - page: 10\n    title: |', 'Guide'],
    ['pages:\n  - page: 11\n    title: |', ''],
    ['pages:\n  - view: [gr|', 'group:docs-team group:Heads: all, "really"'],
  ];
  for (const [marked, labels] of rows)
    it(`at ${JSON.stringify(marked)} is ${labels === '' ? 'nothing' : labels}`, () => {
      assert.equal(offered(marked, { lists }), labels);
    });

  it('are its spaces that the file does not own', () => {
    const spaces = completionsAt('version: 1\nspaces:\n  DOCS:\n  |', { lists });
    assert.deepEqual(
      spaces.map(({ label, detail, readAt }) => [label, detail && say(detail), readAt]),
      [
        ['HR', 'People', lists.readAt],
        ['2024', 'Archive', lists.readAt],
        ['space', 'a space that this file owns', undefined],
      ],
    );
  });

  it('has its age, and the file has none', () => {
    const ages = completionsAt(`${file}  - page: 8\n    view: [gro|`, { lists });
    assert.deepEqual(
      ages.map(({ label, readAt }) => [label, readAt]),
      [
        ['group:staff', undefined],
        ['group:docs-team', lists.readAt],
        ['group:Heads: all, "really"', lists.readAt],
      ],
    );
  });

  it('is what was read for the file, where there are no lists', () => {
    const reading = read(parse(file, today).document, site);
    const titles = completionsAt(`${file}  - page: |`, { reading });
    assert.deepEqual(
      titles.map(({ label, readAt }) => [label, readAt]),
      [
        ['Title of 1', reading.live.readAt],
        ['Title of 2', reading.live.readAt],
      ],
    );
    assert.deepEqual(
      completionsAt(`${head}guests:\n  - email: |\n`, { reading }).map(({ label }) => label),
      ['ana@partner.example', 'cho@client.example'],
    );
  });

  it('is what was read for the file, where the lists say otherwise of its page', () => {
    const reading = read(parse(file, today).document, { pages: { 9: [] } });
    const guests =
      'guests: [{ email: a@b.example, space: HR }, { email: c@d.example, space: DOCS }]\n';
    const asked = (line: string, known: Partial<Known>): string =>
      offered(`${guests}pages:\n  - page: 9\n    ${line}`, known);
    assert.equal(asked('title: |', { lists }), 'Handbook: all of it');
    assert.equal(asked('title: |', { lists, reading }), 'Title of 9');
    assert.match(asked('view: [|]', { lists }), / a@b.example user:$/);
    assert.match(asked('view: [|]', { lists, reading }), /" c@d.example user:$/);
  });
});

describe('a completion', () => {
  it('says what a hover says', () => {
    const [email] = completionsAt('guests:\n  - em|');
    assert.deepEqual(email?.about?.()?.map(lineText), [
      '# email',
      'The email address of the guest.',
      '> email: ana@partner.example',
    ]);
    assert.equal(email.detail && say(email.detail), 'required');
  });

  it('is compared with what is written, quotes included', () => {
    const [viewer] = completionsAt('guests:\n  - role: "view|"');
    assert.equal(viewer?.filter, '"viewer');
  });

  it('shows nothing that turns text around or breaks the line', () => {
    const value = [{ id: 'g', name: 'a\u202Eb\nc' }];
    const known = { lists: { ...lists, groups: { state: 'found', value } as const } };
    assert.equal(offered('pages:\n  - view: [gr|', known), 'group:abc');
  });
});
