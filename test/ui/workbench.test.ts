import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/deadline';
import { goTo, openFile, runCommand } from '../support/palette';
import { screenshot } from '../support/picture';
import { treeItems, type } from '../support/user';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/host/workspaces/basic' });
  });

  after(async () => {
    await workbench.close();
  });

  it('shows the workspace in its Explorer', async () => {
    const names = await treeItems(workbench.page, 'basic').allInnerTexts();
    assert.deepEqual(
      names.map((name) => name.trim()),
      ['collaborators.yaml'],
    );
  });

  it('saves what is typed into a file', async () => {
    const { page, folder } = workbench;
    await openFile(page, 'collaborators.yaml');
    await goTo(page, 1, 11);
    await type(page, ' # typed');
    await runCommand(page, 'File: Save');
    await eventually(async () => {
      const text = await readFile(path.join(folder, 'collaborators.yaml'), 'utf8');
      assert.match(text, /^version: 1 # typed\n/);
    });
    await screenshot(page, 'workbench');
  });

  it('runs a command by its title', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });
});
