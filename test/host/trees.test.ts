import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';
import { closeAll, ownFile, rowsOf, trees, write } from './editor';
import { as } from './person';

const text = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: {} }
guests:
  - email: ana@partner.example # since spring
    name: Ana Díaz
    space: DOCS
  - { email: ben@agency.example, space: DOCS, access: revoked }
pages:
  - { page: 7, title: Plan, view: [ana@partner.example, group:docs-team] }
`;

describe('the trees', () => {
  beforeEach(async () => {
    await write(text);
  });

  afterEach(closeAll);

  it('show guests and pages in the order of the file, as not checked', async () => {
    const { guests, pages } = await trees();
    assert.deepEqual(await rowsOf(guests), [
      'Ana Díaz: not checked',
      'ben@agency.example: revoked, not checked',
    ]);
    assert.deepEqual(await rowsOf(pages), ['Plan: not checked']);
  });

  it('show below a guest what the file says, and below a page who may do what', async () => {
    const { guests, pages } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    const [plan] = (await pages.getChildren()) ?? [];
    assert.deepEqual(await rowsOf(guests, ana), [
      'ana@partner.example: undefined',
      'DOCS: space',
      'contributor: role',
      'Plan: view',
    ]);
    assert.deepEqual(await rowsOf(pages, plan), ['ana@partner.example: view', 'docs-team: view']);
  });

  it('say that they have changed when the file has', async () => {
    const { guests } = await trees();
    assert.ok(guests.onDidChangeTreeData);
    const changed = new Promise((resolve) => guests.onDidChangeTreeData?.(resolve));
    await write(text.replace('Ana Díaz', 'Ana María Díaz'));
    await changed;
    assert.equal((await rowsOf(guests))[0], 'Ana María Díaz: not checked');
  });

  it('keep the ids of their rows', async () => {
    const { guests } = await trees();
    const ids = async (): Promise<unknown> =>
      Promise.all(
        ((await guests.getChildren()) ?? []).map(async (row) => (await guests.getTreeItem(row)).id),
      );
    const before = await ids();
    await write(`# moved down\n\n${text}`);
    assert.deepEqual(await ids(), before);
  });

  it('say above the rows how many errors keep entries from having one', async () => {
    const { guests, pages } = await trees();
    await write(
      text.replace('ben@agency.example', 'ben.agency.example').replace('page: 7', 'page: plan'),
    );
    assert.deepEqual(await rowsOf(guests), [
      '2 errors in the file: what has an error is not listed',
      'Ana Díaz: not checked',
    ]);
    assert.deepEqual(await rowsOf(pages), [
      '2 errors in the file: what has an error is not listed',
    ]);
    const [errors] = (await guests.getChildren()) ?? [];
    const { command } = await guests.getTreeItem(errors);
    assert.equal(command?.command, 'workbench.actions.view.problems');
  });

  it('lead to the line with a click', async () => {
    const { guests } = await trees();
    const [, ben] = (await guests.getChildren()) ?? [];
    const { command } = await guests.getTreeItem(ben);
    assert.ok(command);
    await vscode.commands.executeCommand(
      command.command,
      ...((command.arguments ?? []) as unknown[]),
    );
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 7);
  });

  it('revoke by an edit of the file that keeps its comments and is not saved', async () => {
    const { guests } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    await vscode.commands.executeCommand('confluenceGuests.revokeAccess', ana);
    const document = await vscode.workspace.openTextDocument(ownFile());
    assert.equal(
      document.getText(),
      text.replace('    space: DOCS\n', '    space: DOCS\n    access: revoked\n'),
    );
    assert.equal(document.isDirty, true);
    assert.equal((await rowsOf(guests))[0], 'Ana Díaz: revoked, not checked');
  });

  it('do not revoke in silence what cannot be revoked', async () => {
    const marked = text.replace('email: ana', 'email: &ana ana');
    await write(marked);
    const { guests } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    const revoke = (): Promise<readonly string[]> =>
      as({}, () => vscode.commands.executeCommand('confluenceGuests.revokeAccess', ana));
    assert.match((await revoke())[0] ?? '', /^The entry of Ana Díaz was not changed/);
    const document = await vscode.workspace.openTextDocument(ownFile());
    assert.equal(document.getText(), marked);
    await write(text.replace('    space: DOCS\n', '    space: DOCS\n    access: revoked\n'));
    assert.deepEqual(await revoke(), ['Nothing to write: collaborators.yaml says so already.']);
    await write(text.replace('ana@partner.example #', 'anna@partner.example #'));
    assert.deepEqual(await revoke(), ['This guest is no longer in the file as it was.']);
  });

  it('have a root for each file when there are several', async () => {
    const { guests } = await trees();
    const uri = vscode.Uri.joinPath(ownFile(), '..', 'team', 'collaborators.yml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      await eventually(async () => {
        assert.deepEqual(await rowsOf(guests), [
          'collaborators.yaml: acme.atlassian.net · not checked',
          'team/collaborators.yml: acme.atlassian.net · not checked',
        ]);
      });
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    }
    await eventually(async () => {
      assert.equal((await rowsOf(guests)).length, 2);
      assert.equal((await rowsOf(guests))[0], 'Ana Díaz: not checked');
    });
  });
});
