import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { acme, fileOf } from '../support/site';
import { act, actionsAt, writeMarked } from './ask';
import { closeAll, diagnosticsIn, ownFile, trees } from './editor';
import { as } from './person';
import { signIn, signOut, startSite } from './site';

const good = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: {} }
guests: # who they are
  - email: ana@partner.example # since spring
    space: DOCS
  - { email: ben@agency.example, space: DOCS }
pages:
  - { page: 7, view: [ana@partner.example, ben@agency.example, group:docs-team] }
`;

const ana = '  - email: ana@partner.example # since spring\n    space: DOCS\n';

interface Case {
  readonly name: string;
  /** With the mark in the problem. */
  readonly text: string;
  /** Of the fix that is chosen. */
  readonly title: RegExp;
  readonly result: string;
}

const cases: readonly Case[] = [
  {
    name: 'change an unknown key to the nearest one',
    text: good.replace(ana, ana.replace('space', '|spce')),
    title: /^Change to “space”$/,
    result: good,
  },
  {
    name: 'merge two entries of one guest',
    text: good.replace(
      '  - { email: ben',
      '  - { email: |ana@partner.example, space: DOCS }\n  - { email: ben',
    ),
    title: /^Merge into the first entry$/,
    result: good,
  },
  {
    name: 'add a guest who is on a page alone',
    text: good.replace('group:docs', '|cho@client.example, group:docs'),
    title: /^Add “cho@client\.example” /,
    result: good
      .replace('group:docs', 'cho@client.example, group:docs')
      .replace('pages:', '  - { email: cho@client.example, space: DOCS }\npages:'),
  },
  {
    name: 'mark access that has expired as revoked',
    text: good.replace(ana, `${ana}    expires: |2020-01-31\n`),
    title: /^Mark the access as revoked$/,
    result: good.replace(ana, `${ana}    access: revoked\n    expires: 2020-01-31\n`),
  },
  {
    name: 'add a space that the file does not own yet',
    text: good.replace(ana, ana.replace('DOCS', '|LAB')),
    title: /^Add the space “LAB” to this file$/,
    result: good.replace(ana, ana.replace('DOCS', 'LAB')).replace('DOCS: {} }', 'DOCS: {}, LAB: }'),
  },
];

describe('quick fixes', () => {
  before(trees);
  afterEach(closeAll);

  for (const { name, text, title, result } of cases) {
    it(`${name}, and leave everything else as it is`, async () => {
      assert.equal(await act(await writeMarked(text), title), result);
    });
  }

  it('extend access that has expired', async () => {
    const mark = await writeMarked(good.replace(ana, `${ana}    expires: |2020-01-31\n`));
    const text = await act(mark, /^Extend by 30 days, until /);
    assert.match(text, /\n {4}expires: 20[3-9]\d|2\d{3}-\d{2}-\d{2}\n/);
    await eventually(async () => {
      assert.deepEqual(await diagnosticsIn(ownFile()), []);
    });
  });

  it('have one that most people would choose', async () => {
    const mark = await writeMarked(good.replace(ana, ana.replace('space', '|spce')));
    const actions = await eventually(async () => {
      const offered = await actionsAt(mark);
      assert.notEqual(offered.length, 0);
      return offered;
    });
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
  });

  it('are offered once for all problems of one slip', async () => {
    const mark = await writeMarked(good.replace('  - { email: ben', ' |- { email: ben'));
    const titles = await eventually(async () => {
      const offered = await actionsAt(mark);
      assert.notEqual(offered.length, 0);
      return offered.map(({ title }) => title);
    });
    assert.deepEqual(titles, ['Indent it like the lines above']);
  });

  it('are not offered where there is no problem', async () => {
    const mark = await writeMarked(good.replace('DOCS', '|DOCS').replace('- { page', '- { pge'));
    await eventually(async () => {
      assert.ok((await diagnosticsIn(ownFile())).includes('Error unknownKey@pge'));
    });
    assert.deepEqual(await actionsAt(mark), []);
  });

  it('repair at once all that is safe', async () => {
    const broken = good.replace('space: DOCS', 'spce: DOCS').replace('group:docs', 'group: docs');
    const mark = await writeMarked(`|${broken}`);
    assert.equal(await act(mark, /^Fix all/, vscode.CodeActionKind.SourceFixAll), good);
  });

  it('sort the guests by address, with their comments', async () => {
    const ben = '  - { email: ben@agency.example, space: DOCS }\n';
    const mark = await writeMarked(`|${good.replace(ana + ben, ben + ana)}`);
    assert.equal(await act(mark, /^Sort guests/, vscode.CodeActionKind.Source), good);
  });

  describe('when the site was read', () => {
    let site: Sandbox;

    beforeEach(async () => {
      const people = acme().people.map((person) => ({ ...person, emailVisible: true }));
      site = await startSite(acme({ people }));
    });

    afterEach(async () => {
      await signOut(site.origin);
      await site.close();
    });

    it('take the title that the site has', async () => {
      const text = (title: string): string =>
        fileOf(
          site.origin,
          `spaces: { DOCS: }\npages:\n  - page: 10\n    title: ${title}\n    view: [group:docs-team]\n`,
        );
      const mark = await writeMarked(text('Opened').replace('page: 10', 'page: |10'));
      await signIn();
      await as({}, () => vscode.commands.executeCommand('confluenceGuests.refresh'));
      assert.equal(await act(mark, /^Change the title to “Open”$/), text('Open'));
    });

    it('add a guest whom only the site has', async () => {
      const text = fileOf(site.origin, 'spaces: { |DOCS: }\nguests: []\n');
      const mark = await writeMarked(text);
      await signIn();
      await as({}, () => vscode.commands.executeCommand('confluenceGuests.refresh'));
      const written = await act(mark, /^Add “ana@partner\.example” to this file$/);
      assert.match(written, /guests:[^]*email: ana@partner\.example/);
    });
  });
});
