import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../../support/deadline';
import { rowsOf, trees } from '../editor';
import { as } from '../person';

const docs = 'docs/collaborators.yaml: acme.atlassian.net · not checked';
const lab = 'lab/collaborators.yaml: lab.atlassian.net · not checked';

const run = (command: string): Thenable<unknown> =>
  vscode.commands.executeCommand(`confluenceGuests.${command}`);

function folderAt(index: number): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder);
  return folder;
}

async function rootsAre(...expected: readonly string[]): Promise<void> {
  const { guests } = await trees();
  await eventually(async () => {
    assert.deepEqual(await rowsOf(guests), expected);
  });
}

describe('a workspace of several folders', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has a root for each file, with its own guests below', async () => {
    await rootsAre(docs, lab);
    const { guests } = await trees();
    const [, second] = (await guests.getChildren()) ?? [];
    assert.deepEqual(await rowsOf(guests, second), ['kai@lab.example: not checked']);
  });

  for (const command of ['preview', 'sync', 'undo', 'resend']) {
    it(`lets the person pick the file that ${command} is about`, async () => {
      assert.deepEqual(await as({ choices: ['lab/collaborators.yaml'] }, () => run(command)), [
        'You are not signed in to lab.atlassian.net.',
      ]);
    });

    it(`${command} does nothing when no file is picked`, async () => {
      assert.deepEqual(await as({}, () => run(command)), []);
    });

    it(`${command} takes the file in the active editor without asking`, async () => {
      const file = vscode.Uri.joinPath(folderAt(0).uri, 'collaborators.yaml');
      await vscode.window.showTextDocument(file);
      assert.deepEqual(await as({}, () => run(command)), [
        'You are not signed in to acme.atlassian.net.',
      ]);
    });
  }

  for (const command of ['addGuest', 'sharePage']) {
    it(`lets the person pick the file that ${command} writes to`, async () => {
      const [first] = await as({ choices: ['lab/collaborators.yaml'], acts: [] }, () =>
        run(command),
      );
      assert.match(first ?? '', /lab\/collaborators\.yaml/);
      assert.deepEqual(await as({ acts: [] }, () => run(command)), []);
    });
  }

  it('imports into the picked file, from its site', async () => {
    assert.deepEqual(await as({ choices: ['lab/collaborators.yaml'] }, () => run('importGuests')), [
      'You are not signed in to lab.atlassian.net.',
    ]);
  });

  it('lets a command go by what the file says at that moment', async () => {
    const uri = vscode.Uri.joinPath(folderAt(1).uri, 'other', 'collaborators.yaml');
    const name = (site: string): void => {
      writeFileSync(uri.fsPath, `version: 1\nsite: https://${site}\nspaces: {}\n`);
    };
    mkdirSync(path.dirname(uri.fsPath));
    try {
      name('before.atlassian.net');
      await rootsAre(docs, lab, 'lab/other/collaborators.yaml: before.atlassian.net · not checked');
      name('now.atlassian.net');
      const shown = await as({}, () =>
        vscode.commands.executeCommand('confluenceGuests.preview', uri),
      );
      assert.deepEqual(shown, ['You are not signed in to now.atlassian.net.']);
    } finally {
      rmSync(path.dirname(uri.fsPath), { recursive: true });
    }
    await rootsAre(docs, lab);
  });

  it('shows the history of the site of the picked file', async () => {
    await as({ choices: ['lab/collaborators.yaml'] }, () => run('history'));
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.match(activeTab?.label ?? '', /lab\.atlassian\.net/);
  });

  it('lets the person pick the site to sign in to', async () => {
    const shown = await as({ choices: ['lab.atlassian.net'] }, () => run('signIn'));
    assert.match(shown[0] ?? '', /^Sign in to lab\.atlassian\.net\?/);
  });

  it('may call the files of each folder in its own way', async () => {
    const { uri } = folderAt(1);
    const file = path.join(uri.fsPath, 'guests.yaml');
    const call = (names: readonly string[] | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('confluenceGuests', uri)
        .update('fileNames', names, vscode.ConfigurationTarget.WorkspaceFolder);
    writeFileSync(file, 'version: 1\nsite: https://own.atlassian.net\nspaces: {}\n');
    try {
      await call(['guests.yaml']);
      await rootsAre(docs, 'lab/guests.yaml: own.atlassian.net · not checked');
      await call(undefined);
      await rootsAre(docs, lab);
    } finally {
      rmSync(file);
    }
  });

  it('takes up the file of a folder that is added, and drops it with the folder', async () => {
    const folder = path.join(folderAt(0).uri.fsPath, '..', 'third');
    const uri = vscode.Uri.file(path.join(folder, 'collaborators.yml'));
    mkdirSync(folder);
    writeFileSync(uri.fsPath, 'version: 1\nsite: https://third.atlassian.net\nspace: {}\n');
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.file(folder) }));
    await rootsAre(docs, lab, 'third/collaborators.yml: third.atlassian.net · not checked');
    assert.notEqual(vscode.languages.getDiagnostics(uri).length, 0);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await rootsAre(docs, lab);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });
});
