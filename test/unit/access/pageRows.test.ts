import assert from 'node:assert/strict';
import { pageDetails } from '../../../src/access/detail';
import { pageRows, type PageRow } from '../../../src/access/pageRows';
import { say, sentence } from '../../../src/document/sentence';
import { parse } from '../../../src/document/parse';
import { file, read, textOf, today, type Site } from './readings';

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

function siteWith(
  pages: Site['pages'],
  cho: 'guest active' | 'guest waiting' | 'user active',
): Site {
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
    const rows = pageRows(file(sharing('[group:staff]')), undefined, today);
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
    [
      `[${ana}, group:staff]`,
      { ...siteWith({ 7: [ana, cho] }, 'guest active'), organization: false, hidden: true },
      'waitingForAdmin: waiting for the organization admin',
    ],
    [
      '[team:reviewers, group:staff]',
      siteWith({ 7: [ana] }, 'user active'),
      'trouble: cho@client.example already is a Confluence user and takes a paid seat, so nothing is changed: remove the entry, or have the User role taken away first',
    ],
    [
      '[team:reviewers, group:staff]',
      { ...siteWith({ 7: [ana] }, 'guest waiting'), spaces: {} },
      'waiting: waiting for guests to accept',
    ],
    [
      `[${ana}, group:staff]`,
      { ...siteWith({ 7: [ana, 'x'] }, 'guest active') },
      'uncertain: not everybody could be checked',
    ],
    ['[group:staff]', siteWith({ 7: [] }, 'guest active'), 'toRestrict: open, to restrict'],
    [
      '[group:staff], ancestors: grant',
      { ...siteWith({ 7: ['lee'] }, 'guest active'), above: { 7: ['1'] } },
      'uncertain: not everybody could be checked',
    ],
  ];
  for (const [list, site, row] of online) {
    it(`says “${row}” for ${list}`, () => {
      const document = file(sharing(list));
      assert.deepEqual(pageRows(document, read(document, site), today).map(said), [
        `Title of 7 ${row}`,
      ]);
    });
  }

  it('is not called as in the file while a guest to remove may be on it under a hidden address', () => {
    const text = sharing('[group:staff]').replaceAll('DOCS }', 'DOCS, access: revoked }');
    for (const manage of ['strict', 'additive']) {
      const { document } = parse(textOf(text).replace('strict', manage), today);
      const site = siteWith({ 7: [ana] }, 'guest active');
      const reading = read(document, { ...site, organization: false, hidden: true });
      const [row] = pageRows(document, reading, today);
      assert.equal(row && said(row), 'Title of 7 uncertain: not everybody could be checked');
    }
  });

  it('is not checked again once a guest on it has been revoked', () => {
    const before = file(sharing('[team:reviewers, group:staff]'));
    const after = file(
      sharing('[team:reviewers, group:staff]').replace('DOCS }', 'DOCS, access: revoked }'),
    );
    const reading = read(before, siteWith({ 7: [ana, cho] }, 'guest active'));
    const states = [before, after].map((document) => pageRows(document, reading, today)[0]?.state);
    assert.deepEqual(states, ['shared', 'notChecked']);
  });

  it('is in trouble when the site shows no such page', () => {
    const document = file(sharing('[group:staff]'));
    const [row] = pageRows(document, read(document), today);
    assert.equal(row?.state, 'trouble');
  });

  it('is not checked again once a team on it has changed', () => {
    const site = siteWith({ 7: [ana, cho] }, 'guest active');
    const before = file(sharing('[team:reviewers, group:staff]'));
    const after = file(
      sharing('[team:reviewers, group:staff]').replace(', cho@client.example', ''),
    );
    const [row] = pageRows(after, read(before, site), today);
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
    const [row] = pageRows(document, { ...reading, outcomes }, today);
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
      pageDetails(page, document, today).map(
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
