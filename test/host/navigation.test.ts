import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  definitionsAt,
  foldsIn,
  highlightsAt,
  linksIn,
  outlineOf,
  referencesAt,
  renameAt,
  selectionsAt,
  writeMarked,
} from './ask';
import { closeAll, trees, write } from './editor';

const text = `version: 1
site: https://acme.atlassian.net
organization: 6f1c0a2e
spaces: { DOCS: {} }
# The people who read
# along
teams:
  reviewers: [ana@partner.example]
guests:
  - email: ana@partner.example # since spring
    name: Ana Díaz
    space: DOCS
  - { email: ben@agency.example, space: DOCS }
pages:
  - page: 123456
    title: Plan
    view: [team:reviewers, group:docs-team, "Ana@partner.example"]
`;

/** The text with the mark before what stands there for the nth time. */
function mark(what: string, nth = 1): string {
  const parts = text.split(what);
  return `${parts.slice(0, nth).join(what)}|${what}${parts.slice(nth).join(what)}`;
}

describe('finding the way in a file', () => {
  before(trees);
  afterEach(closeAll);

  it('has an outline of sections, guests, teams and pages', async () => {
    const editor = await write(text);
    assert.deepEqual(await outlineOf(editor), [
      'version 1',
      'site https://acme.atlassian.net',
      'organization 6f1c0a2e',
      'spaces',
      '  DOCS additive',
      'teams',
      '  reviewers',
      '    ana@partner.example',
      'guests',
      '  ana@partner.example Ana Díaz · DOCS',
      '  ben@agency.example DOCS',
      'pages',
      '  Plan 123456',
    ]);
  });

  it('has an outline of a file that is half typed', async () => {
    const editor = await write(`${text.slice(0, text.indexOf('pages:'))}  - { email: [`);
    assert.ok((await outlineOf(editor)).includes('  ana@partner.example Ana Díaz · DOCS'));
  });

  for (const [what, nth, place] of [
    ['Ana@partner', 1, '9: ana@partner.example'],
    ['ana@partner', 1, '9: ana@partner.example'],
    ['reviewers', 2, '7: reviewers'],
    ['DOCS', 2, '3: DOCS'],
  ] as const) {
    it(`leads from ${what} to ${place}`, async () => {
      assert.deepEqual(await definitionsAt(await writeMarked(mark(what, nth))), [place]);
    });
  }

  it('finds every place that names a guest, whatever the case of the letters', async () => {
    const found = ['7: ana@partner.example', '9: ana@partner.example', '16: Ana@partner.example'];
    const place = await writeMarked(mark('ana@partner', 2));
    assert.deepEqual(await referencesAt(place), found);
    assert.deepEqual(await highlightsAt(place), found);
  });

  it('finds every place that names a team', async () => {
    const place = await writeMarked(mark('reviewers'));
    assert.deepEqual(await referencesAt(place), ['7: reviewers', '16: reviewers']);
  });

  it('renames a guest everywhere and leaves every other byte alone', async () => {
    assert.equal(
      await renameAt(await writeMarked(mark('Ana@partner')), 'ana.diaz@partner.example'),
      text.replaceAll(/ana@partner\.example/gi, 'ana.diaz@partner.example'),
    );
  });

  it('renames a team everywhere', async () => {
    assert.equal(
      await renameAt(await writeMarked(mark('reviewers')), 'readers'),
      text.replaceAll('reviewers', 'readers'),
    );
  });

  it('renames nothing else, and says why', async () => {
    const place = await writeMarked(mark('Plan'));
    await assert.rejects(renameAt(place, 'Draft'), /can be renamed/);
    assert.equal(place.document.getText(), text);
  });

  it('links the site, the organization and the pages', async () => {
    const editor = await write(text);
    assert.deepEqual([...(await linksIn(editor))].sort(), [
      '123456 → https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=123456',
      '6f1c0a2e → https://admin.atlassian.com/o/6f1c0a2e',
      'https://acme.atlassian.net → https://acme.atlassian.net/wiki',
    ]);
  });

  it('folds sections, entries and comments', async () => {
    const editor = await write(text);
    assert.deepEqual(await foldsIn(editor), ['4-5', '6-7', '8-12', '9-11', '13-16', '14-16']);
  });

  it('expands a selection from the word to its entry and beyond', async () => {
    const found = await selectionsAt(await writeMarked(mark('Díaz')));
    assert.deepEqual(found.slice(0, 3), ['Díaz', 'Ana Díaz', 'name: Ana Díaz']);
    assert.ok(found.some((each) => each.startsWith('- email: ana') && each.endsWith('DOCS')));
    assert.equal(found.at(-1), text);
  });

  it('says nothing about other YAML files', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
    const position = document.positionAt(text.indexOf('reviewers]'));
    assert.deepEqual(await definitionsAt({ document, position }), []);
    assert.deepEqual(await outlineOf({ document }), []);
  });
});
