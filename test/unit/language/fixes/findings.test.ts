import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/document/edit';
import { parse } from '../../../../src/document/parse';
import { say } from '../../../../src/document/sentence';
import { fixesForFinding } from '../../../../src/language/fixes/finding';
import type { Known } from '../../../../src/language/known';
import type { FindingCode } from '../../../../src/sync/finding';
import { read, textOf, today, type Site } from '../../access/readings';
import { lists, rankOf, type Rank } from './ask';

/** What the site shows of a file, and one of the fixes. */
type Row = readonly [
  code: FindingCode,
  before: string,
  site: Site,
  rank: Rank,
  title: string,
  after: string,
];

const people = { 'a@b.example': 'guest active', 'eve@b.example': 'guest active' } as const;
const spaces = { DOCS: { 'a@b.example': 'viewer' } } as const;
const guests = 'guests:\n- { email: a@b.example, space: DOCS, role: viewer }\n';

const rows: readonly Row[] = [
  [
    'unlistedGuest',
    guests,
    { people, spaces: { ...spaces, LAB: { 'eve@b.example': 'viewer' } } },
    'offered',
    'Add `eve@b.example` to this file',
    `${guests}- { email: eve@b.example, name: Name of eve@b.example, space: LAB, role: viewer }\n`,
  ],
  [
    'unlistedGuest',
    guests,
    { people, spaces: { ...spaces, LAB: { 'eve@b.example': 'viewer' } } },
    'offered',
    'Plan to take the access of `eve@b.example` away',
    `${guests}- { email: eve@b.example, name: Name of eve@b.example, space: LAB, access: revoked }\n`,
  ],
  [
    'unknownRole',
    'guests:\n- email: a@b.example\n  space: DOCS\n  role: Viewers\n',
    { people, spaces },
    'preferred',
    'Change the role to `viewer`',
    'guests:\n- email: a@b.example\n  space: DOCS\n  role: viewer\n',
  ],
  [
    'titleChanged',
    'pages:\n- page: 7\n  title: Old\n',
    { pages: { 7: [] } },
    'preferred',
    'Change the title to “Title of 7”',
    'pages:\n- page: 7\n  title: Title of 7\n',
  ],
  [
    'pageMissing',
    'pages:\n- { page: 8, title: Partner guide }\n',
    {},
    'preferred',
    'Change to `77`',
    'pages:\n- { page: 77, title: Partner guide }\n',
  ],
  [
    'pageMissing',
    'pages:\n- page: 8\n',
    {},
    'offered',
    'Remove this page from the file',
    'pages: []\n',
  ],
  [
    'guestOutsidePageSpace',
    'guests:\n- { email: a@b.example, space: LAB }\npages:\n- page: 7\n  view: [a@b.example, group:staff]\n',
    { people, pages: { 7: [] } },
    'preferred',
    'Take `a@b.example` off `view`',
    'guests:\n- { email: a@b.example, space: LAB }\npages:\n- page: 7\n  view: [group:staff]\n',
  ],
  [
    'guestOutsidePageSpace',
    'guests:\n- { email: a@b.example, space: LAB }\npages:\n- page: 7\n  view: [a@b.example, group:staff]\n',
    { people, pages: { 7: [] } },
    'offered',
    'Move `a@b.example` to `DOCS`',
    'guests:\n- { email: a@b.example, space: DOCS }\npages:\n- page: 7\n  view: [a@b.example, group:staff]\n',
  ],
  [
    'noStaff',
    `${guests}pages:\n- page: 7\n  view: [a@b.example]\n`,
    { people, spaces, pages: { 7: [] } },
    'offered',
    'Add the group `docs-team` to `view`',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:docs-team]\n`,
  ],
  [
    'noStaff',
    `${guests}pages:\n- page: 7\n  view: [a@b.example]\n- { page: 1, view: [group:stafff] }\n`,
    { people, spaces, pages: { 7: [], 1: [] } },
    'offered',
    'Add the group `docs-team` to `view`',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:docs-team]\n- { page: 1, view: [group:stafff] }\n`,
  ],
  [
    'unknownGroup',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:doc-team]\n`,
    { people, spaces, pages: { 7: [] } },
    'preferred',
    'Change to `group:docs-team`',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:docs-team]\n`,
  ],
  [
    'blockedByAncestor',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:staff]\n`,
    { people, spaces, pages: { 7: ['a@b.example'], 1: ['eve@b.example'] }, above: { 7: ['1'] } },
    'preferred',
    'Add `ancestors: grant`',
    `${guests}pages:\n- page: 7\n  view: [a@b.example, group:staff]\n  ancestors: grant\n`,
  ],
  [
    'viewRestricted',
    `${guests.replace('viewer', 'contributor')}pages:\n- page: 7\n  edit: [a@b.example, group:staff]\n`,
    { people, spaces, pages: { 7: ['eve@b.example'] } },
    'preferred',
    'Add a `view` list of those on `edit`',
    `${guests.replace('viewer', 'contributor')}pages:\n- page: 7\n  view: [a@b.example, group:staff]\n  edit: [a@b.example, group:staff]\n`,
  ],
];

function answer([code, before, site, , title]: Row): Row | readonly string[] {
  const text = textOf(before);
  const { document } = parse(text, today);
  const reading = read(document, site);
  const finding = [...reading.plan.blocked, ...reading.plan.notices].find(
    (one) => one.code === code,
  );
  assert.ok(finding, `There is no ${code}`);
  const fixes = fixesForFinding(text, finding, { document, today, lists, reading });
  const fix = fixes.find((one) => say(one.title) === title);
  if (!fix) return fixes.map((one) => say(one.title));
  const after = applyEdits(text, fix.edits).slice(textOf('').length);
  return [code, before, site, rankOf(fix), title, after];
}

describe('the fixes of what the site shows', () => {
  for (const row of rows) {
    const [code, before, , , title] = row;
    it(`${code}: ${title}, in ${JSON.stringify(before)}`, () => {
      assert.deepEqual(answer(row), row);
    });
  }

  it('unlistedGuest: finds the address of somebody who hides it among the guests of the site', () => {
    const text = textOf(guests);
    const { document } = parse(text, today);
    const site = {
      people,
      spaces: { LAB: { 'eve@b.example': 'viewer' } },
      hidden: true,
    } as const;
    const reading = read(document, site);
    const finding = reading.plan.notices.find(({ code }) => code === 'unlistedGuest');
    assert.ok(finding);
    const titles = (known: Partial<Known>) =>
      fixesForFinding(text, finding, { document, today, lists, reading, ...known }).map((one) =>
        say(one.title),
      );
    const { live } = read(document, { people });
    const value = [...live.people.values()];
    assert.deepEqual(titles({}), []);
    assert.deepEqual(titles({ lists: { ...lists, guests: { state: 'found', value } } }), [
      'Add `eve@b.example` to this file',
      'Plan to take the access of `eve@b.example` away',
    ]);
  });
});
