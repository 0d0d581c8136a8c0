import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/deadline';
import { rowsOf, trees } from '../editor';
import { as } from '../person';

const preview = (): Thenable<unknown> => vscode.commands.executeCommand('confluenceGuests.preview');

describe('a workspace of several folders', () => {
  it('has a root for each file, with its own guests below', async () => {
    const { guests } = await trees();
    await eventually(async () => {
      assert.deepEqual(await rowsOf(guests), [
        'docs/collaborators.yaml: acme.atlassian.net · not checked',
        'lab/collaborators.yaml: lab.atlassian.net · not checked',
      ]);
    });
    const [, lab] = (await guests.getChildren()) ?? [];
    assert.deepEqual(await rowsOf(guests, lab), ['kai@lab.example: not checked']);
  });

  it('lets the person pick the file that a command is about', async () => {
    assert.deepEqual(await as({ choices: ['lab/collaborators.yaml'] }, preview), [
      'You are not signed in to lab.atlassian.net.',
    ]);
  });

  it('takes the file in the active editor without asking', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'collaborators.yaml'));
    assert.deepEqual(await as({}, preview), ['You are not signed in to acme.atlassian.net.']);
  });
});
