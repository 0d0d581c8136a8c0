import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';
import { closeAll, ownFile } from './editor';

const misspelt = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: { mange: strict } }
`;

/** Waits until so many problems of a file are shown. */
async function problems(file: string, expected: number): Promise<void> {
  await eventually(() => {
    const { length } = vscode.languages.getDiagnostics(vscode.Uri.file(file));
    assert.equal(length, expected, file);
  });
}

function put(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, misspelt);
  return file;
}

describe('the files of a workspace', () => {
  const root = path.dirname(ownFile().fsPath);
  const made = path.join(root, 'made');

  afterEach(async () => {
    rmSync(made, { recursive: true, force: true });
    await closeAll();
  });

  for (const [what, below] of [
    ['a folder that was made a moment before', 'collaborators.yml'],
    ['folders within it', 'a/b/collaborators.yaml'],
  ] as const) {
    it(`are noticed in ${what}, and their deletion with it`, async () => {
      const file = put(path.join(made, below));
      await problems(file, 1);
      rmSync(made, { recursive: true });
      await problems(file, 0);
    });
  }

  it('are noticed when they come and go with a folder that is moved', async () => {
    const outside = path.join(tmpdir(), `moved-${process.pid}`);
    put(path.join(outside, 'collaborators.yml'));
    try {
      renameSync(outside, made);
      await problems(path.join(made, 'collaborators.yml'), 1);
      renameSync(made, outside);
      await problems(path.join(made, 'collaborators.yml'), 0);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('are forgotten with their deletion, though the editor holds their text for a while', async () => {
    const file = put(path.join(made, 'collaborators.yml'));
    const uri = vscode.Uri.file(file);
    await vscode.window.showTextDocument(uri);
    await problems(file, 1);
    await closeAll();
    rmSync(made, { recursive: true });
    await problems(file, 0);
    const held = vscode.workspace.textDocuments.map((document) => document.uri.toString());
    assert.ok(held.includes(uri.toString()));
  });

  it('are noticed among many new folders', async () => {
    for (let n = 0; n < 40; n += 1) mkdirSync(path.join(root, `made${n}`));
    try {
      await problems(put(path.join(root, 'made39', 'collaborators.yml')), 1);
    } finally {
      for (let n = 0; n < 40; n += 1) rmSync(path.join(root, `made${n}`), { recursive: true });
    }
  });

  it('are not looked for in node_modules', async () => {
    const file = put(path.join(made, 'node_modules', 'plan', 'collaborators.yml'));
    await problems(put(path.join(made, 'collaborators.yml')), 1);
    await problems(file, 0);
  });
});

describe('the setting for the names of files', () => {
  const folder = path.dirname(ownFile().fsPath);
  const other = path.join(folder, 'docs.guests.yaml');
  const usual = path.join(folder, 'more', 'collaborators.yaml');

  const call = async (names: readonly string[] | undefined): Promise<void> => {
    const { ConfigurationTarget } = vscode;
    await vscode.workspace
      .getConfiguration('confluenceGuests', ownFile())
      .update('fileNames', names, ConfigurationTarget.Workspace);
  };

  afterEach(async () => {
    await call(undefined);
    for (const file of [other, path.dirname(usual), path.join(folder, '.vscode')])
      rmSync(file, { recursive: true, force: true });
    await closeAll();
  });

  it('is followed at once, for files that are there and for new ones', async () => {
    put(other);
    put(usual);
    await problems(usual, 1);
    await call(['*.guests.yaml']);
    await problems(other, 1);
    await problems(usual, 0);
    rmSync(other);
    await problems(other, 0);
    put(other);
    await problems(other, 1);
    await call(undefined);
    await problems(usual, 1);
    await problems(other, 0);
  });

  it('counts for a file that is open too', async () => {
    const uri = vscode.Uri.file(put(other));
    await vscode.window.showTextDocument(uri);
    await call(['collaborators.yaml', 'docs.guests.yaml']);
    await problems(other, 1);
    await call(undefined);
    await problems(other, 0);
  });

  it('leaves out what is no name of a YAML file', async () => {
    put(other);
    put(usual);
    await call(['**/*.yaml', '{a,b}.yaml', 'more/collaborators.yaml', 'docs.guests.yaml']);
    await problems(other, 1);
    await problems(usual, 0);
  });
});
