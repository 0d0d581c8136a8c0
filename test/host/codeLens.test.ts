import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { fileOf } from '../support/site';
import { lensesIn } from './ask';
import { closeAll, ownFile, trees, write } from './editor';
import { as } from './person';
import { signIn, signOut, startSite } from './site';

const sharing = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: dana@new.example, space: DOCS, expires: 2099-12-31 }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
`;

const text = `version: 1\nsite: https://acme.atlassian.net\n${sharing}`;

describe('the lenses', () => {
  before(trees);
  afterEach(closeAll);

  it('stand above the file, each guest and each page', async () => {
    const lenses = await lensesIn(await write(text));
    assert.deepEqual(
      lenses.map((lens) => lens.replace(/\d+ days left/, 'n days left')),
      [
        '0: Preview sync',
        '4: DOCS · 1 page',
        '5: DOCS · n days left · on no page',
        '7: 1 guest to view',
      ],
    );
  });

  it('follow the text', async () => {
    const editor = await write(text);
    await write(text.replace('[ana@partner.example, group', '[group'));
    const lenses = await lensesIn(editor);
    assert.equal(lenses[1], '4: DOCS · on no page');
    assert.equal(lenses.at(-1), '7: 0 guests to view');
  });

  it('can be switched off', async () => {
    const editor = await write(text);
    const { Global } = vscode.ConfigurationTarget;
    const settings = vscode.workspace.getConfiguration('confluenceGuests', ownFile());
    await settings.update('codeLens.enabled', false, Global);
    try {
      await eventually(async () => {
        assert.deepEqual(await lensesIn(editor), []);
      });
    } finally {
      await settings.update('codeLens.enabled', undefined, Global);
    }
    await eventually(async () => {
      assert.equal((await lensesIn(editor)).length, 4);
    });
  });

  describe('when the site was read', () => {
    let site: Sandbox;

    beforeEach(async () => {
      site = await startSite();
    });

    afterEach(async () => {
      await signOut(site.origin);
      await site.close();
    });

    it('tell how it stands there, and how much a sync would change', async () => {
      const editor = await write(fileOf(site.origin, sharing));
      await signIn();
      await as({}, () => vscode.commands.executeCommand('confluenceGuests.refresh'));
      const lenses = await lensesIn(editor);
      assert.match(lenses[0] ?? '', /^0: Preview sync: \d+ changes$/);
      assert.match(lenses[2] ?? '', /to invite/);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), '# edited\n');
      });
      assert.equal((await lensesIn(editor))[0], '0: Preview sync');
    });
  });
});
