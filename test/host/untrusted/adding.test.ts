import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, write } from '../editor';
import { as } from '../person';

describe('in Restricted Mode, too,', () => {
  afterEach(closeAll);

  it('a guest can be added, for that changes the file alone', async () => {
    await write('version: 1\nsite: https://acme.atlassian.net\nspaces: { DOCS: {} }\nguests: []\n');
    const acts = ['ana@partner.example', 'viewer', 'No end', ''];
    await as({ acts }, () => vscode.commands.executeCommand('confluenceGuests.addGuest'));
    assert.match(
      vscode.window.activeTextEditor?.document.getText() ?? '',
      /- email: ana@partner.example/,
    );
  });
});
