import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../../support/deadline';
import { rowsOf, trees } from '../editor';
import { as } from '../person';
import { goBack, type Act } from '../quickInput';

const [first] = vscode.workspace.workspaceFolders ?? [];
const folder = path.join(first?.uri.fsPath ?? '', '..', 'fresh');
const file = vscode.Uri.file(path.join(folder, 'collaborators.yaml'));

const create = (acts: readonly Act[]): Promise<readonly string[]> =>
  as({ acts }, () => vscode.commands.executeCommand('confluenceGuests.createFile'));

async function rootsAre(count: number): Promise<void> {
  const { guests } = await trees();
  await eventually(async () => {
    assert.equal((await rowsOf(guests)).length, count);
  });
}

describe('creating a file', () => {
  before(() => {
    mkdirSync(folder);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.file(folder) }));
  });

  after(async () => {
    // Unlike a file that is deleted elsewhere, it is not kept open then.
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(file);
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    rmSync(folder, { recursive: true });
    await rootsAre(2);
  });

  it('opens the one of a folder that has one', async () => {
    const shown = await create(['lab']);
    assert.match(shown[0] ?? '', /^Create collaborators\.yaml \(1\/3\): In which folder\?$/);
    assert.match(
      vscode.window.activeTextEditor?.document.uri.path ?? '',
      /lab\/collaborators.yaml$/,
    );
  });

  it('writes nothing when the person leaves', async () => {
    await create(['fresh', 'acme.atlassian.net']);
    await assert.rejects(async () => vscode.workspace.fs.stat(file));
  });

  it('writes one for the site and its spaces, without a problem, and selects what to fill in', async () => {
    await create([
      ...['fresh', 'acme.atlassian.net', goBack],
      ...['Another site…', 'https://new.atlassian.net/wiki/home', 'DOCS LAB'],
    ]);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), file.toString());
    assert.equal(editor.document.getText(editor.selection), '[]');
    assert.match(editor.document.getText(), /^site: https:\/\/new.atlassian.net$/m);
    await rootsAre(3);
    assert.deepEqual(vscode.languages.getDiagnostics(file), []);
  });
});
