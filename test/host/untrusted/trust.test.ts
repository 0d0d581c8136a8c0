import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/deadline';
import { closeAll, diagnosticsIn, ownFile, rowsOf, trees, write } from '../editor';
import { as } from '../person';
import { startListener } from '../site';

const commands = ['signIn', 'refresh', 'preview', 'sync', 'undo', 'resend', 'openSandbox'];

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
