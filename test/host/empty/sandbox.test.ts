import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rowsOf, trees } from '../editor';
import { as } from '../person';

const run = (command: string): Thenable<unknown> =>
  vscode.commands.executeCommand(`confluenceGuests.${command}`);

describe('a window without a folder', () => {
  it('says what is missing, and where to try', async () => {
    const { guests } = await trees();
    assert.deepEqual(await rowsOf(guests), []);
    for (const command of ['sync', 'refresh']) {
      assert.deepEqual(await as({}, () => run(command)), [
        'There is no collaborators.yaml here: open the folder that has it, or try a sandbox site.',
      ]);
    }
  });

  it('opens a sandbox site with a file of its own, signed in', async () => {
    const { guests } = await trees();
    const [told] = await as({}, () => run('openSandbox'));
    assert.match(told ?? '', /^A simulated site runs at 127\.0\.0\.1:\d+ until this window closes/);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.ok(told?.includes(/^site: http:\/\/(\S+)$/m.exec(text)?.[1] ?? 'no site'));
    assert.equal((await rowsOf(guests))[0], 'Ana Díaz: active');
  });

  it('opens the same site a second time', async () => {
    const first = vscode.window.activeTextEditor?.document.getText();
    await as({}, () => run('openSandbox'));
    assert.equal(vscode.window.activeTextEditor?.document.getText(), first);
  });

  it('syncs there', async () => {
    const shown = await as({ choices: ['Sync'] }, () => run('sync'));
    assert.match(shown.at(-1) ?? '', /^Sync: \d+ done\.$/);
  });
});
