import assert from 'node:assert/strict';
import { pageDetails } from '../../../src/access/detail';
import { pageRows, type PageRow } from '../../../src/access/pageRows';
import { say, sentence } from '../../../src/document/sentence';
import { file, read, type Site } from './readings';

const said = ({ label, state, words }: PageRow): string => `${label} ${state}: ${say(words)}`;

function sharing(view: string): string {
  return [
    'teams: { reviewers: [ana@partner.example, cho@client.example] }',
    'guests:',
    '  - { email: ana@partner.example, space: DOCS }',
    '  - { email: cho@client.example, space: DOCS }',
    `pages: [{ page: 7, title: Plan, view: ${view} }]`,
  ].join('\n');
}

function siteWith(pages: Site['pages'], cho: 'guest active' | 'guest waiting'): Site {
  return {
    people: { 'ana@partner.example': 'guest active', 'cho@client.example': cho },
    spaces: { DOCS: { 'ana@partner.example': 'contributor', 'cho@client.example': 'contributor' } },
    pages: pages ?? {},
  };
}

const ana = 'ana@partner.example';
const cho = 'cho@client.example';

describe('the row of a page', () => {
  it('is not checked without the site', () => {
    const rows = pageRows(file(sharing('[group:staff]')), undefined);
    assert.deepEqual(rows.map(said), ['Plan notChecked: not checked']);
  });

  const online: readonly (readonly [list: string, site: Site, row: string])[] = [
    [
      '[team:reviewers, group:staff]',
      siteWith({ 7: [] }, 'guest active'),
      'toRestrict: open, to restrict',
    ],
    ['[team:reviewers, group:staff]', siteWith({ 7: [ana] }, 'guest active'), 'toChange: 1 to add'],
    [
      `[${ana}, group:staff]`,
      siteWith({ 7: [ana, cho] }, 'guest active'),
      'toChange: 1 to take off',
    ],
    [
      `[${ana}, group:staff]`,
      siteWith({ 7: [cho] }, 'guest active'),
      'toChange: 1 to add, 1 to take off',
    ],
    [
      '[team:reviewers, group:staff]',
      siteWith({ 7: [ana, cho] }, 'guest active'),
      'shared: as in the file',
    ],
    [
      '[group:nobody]',
      siteWith({ 7: [ana] }, 'guest active'),
      'trouble: The site shows no group nobody: check its name',
    ],
  ];
  for (const [list, site, row] of online) {
    it(`says “${row}” for ${list}`, () => {
      const document = file(sharing(list));
      assert.deepEqual(pageRows(document, read(document, site)).map(said), [`Title of 7 ${row}`]);
    });
  }

  it('is in trouble when the site shows no such page', () => {
    const document = file(sharing('[group:staff]'));
    const [row] = pageRows(document, read(document));
    assert.equal(row?.state, 'trouble');
  });

  it('is not checked again once a team on it has changed', () => {
    const site = siteWith({ 7: [ana, cho] }, 'guest active');
    const before = file(sharing('[team:reviewers, group:staff]'));
    const after = file(
      sharing('[team:reviewers, group:staff]').replace(', cho@client.example', ''),
    );
    const [row] = pageRows(after, read(before, site));
    assert.equal(row?.state, 'notChecked');
  });

  it('keeps the reason of a step that failed', () => {
    const document = file(sharing('[team:reviewers, group:staff]'));
    const reading = read(document, siteWith({ 7: [ana] }, 'guest active'));
    const outcomes = reading.plan.steps.map((step) => ({
      step,
      state: 'failed' as const,
      reason: sentence('Not allowed'),
    }));
    const [row] = pageRows(document, { ...reading, outcomes });
    assert.equal(row && say(row.words), 'Not allowed');
  });
});

describe('below a page', () => {
  it('stands everybody once, teams expanded, with what they may do', () => {
    const document = file(
      sharing(`[team:reviewers, group:staff], edit: [${ana.toUpperCase()}, user:lee@acme.com]`),
    );
    const [page] = document.pages ?? [];
    assert.ok(page);
    assert.deepEqual(
      pageDetails(page, document).map(
        ({ kind, label, words }) => `${kind} ${label} (${words ? say(words) : ''})`,
      ),
      [
        'guest ana@partner.example (view and edit)',
        'guest cho@client.example (view)',
        'group staff (view)',
        'user lee@acme.com (edit)',
      ],
    );
  });
});
