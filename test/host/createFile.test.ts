import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';
import { closeAll, ownFile, rowsOf, trees } from './editor';
import { as } from './person';

const run = (command: string): Thenable<unknown> =>
  vscode.commands.executeCommand(`confluenceGuests.${command}`);

const shownFile = (): string | undefined => vscode.window.activeTextEditor?.document.uri.toString();

describe('creating a file where there is one', () => {
  afterEach(closeAll);

  it('opens that', async () => {
    assert.deepEqual(await as({}, () => run('createFile')), []);
    assert.equal(shownFile(), ownFile().toString());
  });
});

describe('a command that needs a file where there is none', () => {
  const callFiles = (names: readonly string[] | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('confluenceGuests', ownFile())
      .update('fileNames', names, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await callFiles(['nothing.yaml']);
    const { guests } = await trees();
    await eventually(async () => {
      assert.deepEqual(await rowsOf(guests), []);
    });
  });

  after(async () => {
    await callFiles(undefined);
    await closeAll();
  });

  const nothing = vscode.Uri.joinPath(ownFile(), '..', 'nothing.yaml');

  afterEach(async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(nothing);
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const command of ['addGuest', 'sharePage'])
    it(`offers to create one, by the name that the settings give it: ${command}`, async () => {
      const acts = ['acme.atlassian.net', 'DOCS'];
      const shown = await as({ choices: ['Create collaborators.yaml'], acts }, async () => {
        await run(command);
        await eventually(() => {
          assert.equal(shownFile(), nothing.toString());
        });
      });
      assert.equal(
        shown[0],
        'There is no collaborators.yaml here: create one, or open the folder that has it.',
      );
    });
});
