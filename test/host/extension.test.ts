import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there and starts', async () => {
    const extension = vscode.extensions.getExtension('confluence-guests.confluence-guests');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('finds the file of a trusted workspace', async () => {
    assert.equal(vscode.workspace.isTrusted, true);
    const files = await vscode.workspace.findFiles('**/collaborators.yaml');
    assert.equal(files.length, 1);
  });
});
