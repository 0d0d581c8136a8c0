import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { as } from '../person';

describe('creating a file in a window without a folder', () => {
  it('asks for a folder first', async () => {
    const create = () => vscode.commands.executeCommand('confluenceGuests.createFile');
    assert.deepEqual(await as({}, create), ['Open the folder in which the file shall lie first.']);
  });
});
