import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/deadline';
import { completionsAt, hoverAt, lensesIn } from '../ask';
import { closeAll, diagnosticsIn, ownFile, rowsOf, trees, write } from '../editor';
import { as } from '../person';
import { startListener } from '../site';

const commands = [
  'signIn',
  'checkAccess',
  'refresh',
  'preview',
  'sync',
  'undo',
  'resend',
  'openSandbox',
  'renewCredentials',
  'copyHandoff',
];

describe('in Restricted Mode', () => {
  afterEach(closeAll);

  it('the workspace is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('the file is checked and listed all the same', async () => {
    const { guests } = await trees();
    await write('version: 1\nsite: https://acme.atlassian.net\nspaces: {}\nguest: []\n');
    await eventually(async () => {
      assert.deepEqual(await diagnosticsIn(ownFile()), ['Error unknownKey@guest']);
    });
    await closeAll();
    await eventually(async () => {
      assert.deepEqual(await rowsOf(guests), ['Ana Díaz: not checked']);
    });
  });

  it('a file of another name is checked and explained, and its site is not asked', async () => {
    const listener = await startListener();
    const uri = vscode.Uri.joinPath(ownFile(), '..', 'docs.guests.yaml');
    const names = (value: readonly string[] | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('confluenceGuests', ownFile())
        .update('fileNames', value, vscode.ConfigurationTarget.Workspace);
    const text = `version: 1\nsite: ${listener.origin}\nspaces: { DOCS: }\nguest: []\n`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      await names(['*.guests.yaml']);
      await eventually(async () => {
        assert.deepEqual(await diagnosticsIn(uri), ['Error unknownKey@guest']);
      });
      const document = await vscode.workspace.openTextDocument(uri);
      const mark = { document, position: document.positionAt(text.indexOf('DOCS')) };
      assert.match(await hoverAt(mark), /Owned by this file/);
      await completionsAt({ document, position: document.positionAt(text.length) });
      await lensesIn(mark);
      assert.deepEqual(listener.requests, []);
    } finally {
      await names(undefined);
      await vscode.workspace.fs.delete(uri);
      await listener.close();
    }
  });

  it('the history is shown, for it is kept on this computer', async () => {
    await write('version: 1\nsite: https://acme.atlassian.net\nspaces: {}\n');
    const history = vscode.commands.executeCommand('confluenceGuests.history');
    assert.deepEqual(await as({}, () => history), []);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(),
      'Nothing has been synced yet.',
    );
  });

  it('everything that would talk to a site is refused, and nothing is sent', async () => {
    const listener = await startListener();
    try {
      await write(`version: 1\nsite: ${listener.origin}\nspaces: {}\nguests: []\n`);
      for (const command of commands) {
        const shown = await as({}, () =>
          vscode.commands.executeCommand(`confluenceGuests.${command}`),
        );
        assert.equal(shown.length, 1, command);
        assert.match(shown[0] ?? '', /^In Restricted Mode nothing is read from Confluence/);
      }
      assert.deepEqual(listener.requests, []);
    } finally {
      await listener.close();
    }
  });
});
