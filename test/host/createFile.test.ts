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

  for (const command of ['addGuest', 'sharePage'])
    it(`offers to create one: ${command}`, async () => {
      const shown = await as({ choices: ['Create collaborators.yaml'] }, () => run(command));
      assert.deepEqual(shown, [
        'There is no collaborators.yaml here: create one, or open the folder that has it.',
      ]);
      await eventually(() => {
        assert.equal(shownFile(), ownFile().toString());
      });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
});
