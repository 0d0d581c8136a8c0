import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/deadline';
import { projectRoot } from '../support/project';
import {
  goTo,
  notification,
  openFile,
  runCommand,
  screenshot,
  squiggles,
  treeItems,
  type,
} from '../support/user';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('a person shares pages with guests', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'media/sandbox' });
  });

  after(async () => {
    await workbench.close();
  });

  /** The rows of a tree as a screen reader reads them. */
  const rows = (view: string): Promise<readonly string[]> =>
    treeItems(workbench.page, view).evaluateAll((items) =>
      items.map((item) => (item as unknown as Labelled).getAttribute('aria-label') ?? ''),
    );

  const seesRow = (view: string, row: string): Promise<void> =>
    eventually(async () => {
      const shown = await rows(view);
      assert.ok(shown.includes(row), `no row “${row}” among ${shown.join(' | ')}`);
    });

  /** Under test VS Code shows notifications only in its list of them. */
  const sees = async (text: string): Promise<void> => {
    await runCommand(workbench.page, 'Notifications: Show Notifications');
    await notification(workbench.page, text).waitFor();
  };

  it('sees the guests of the file, not checked yet', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Show Confluence Guests');
    await seesRow('Guests', 'Ana Díaz, not checked');
    await seesRow('Guests', 'Ben Fox, revoked, to remove');
    await seesRow('Shared Pages', 'Launch plan, not checked');
  });

  it('sees a mistake underlined while typing, and no more when it is corrected', async () => {
    const { page } = workbench;
    await openFile(page, 'collaborators.yaml');
    await goTo(page, 3, 1);
    await type(page, 'x');
    await squiggles(page, 'error').first().waitFor();
    await screenshot(page, 'squiggle');
    await page.keyboard.press('Backspace');
    await squiggles(page, 'error').first().waitFor({ state: 'hidden' });
  });

  it('opens a sandbox site for the file and sees what a sync would change', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Open Sandbox Site');
    await seesRow('Guests', 'Ana Díaz, active');
    await seesRow('Guests', 'Cho Min-ji, to become viewer');
    await seesRow('Guests', 'Dana Ruiz, to invite to DOCS');
    await seesRow('Guests', 'Zoe Marsh, not in the file, to remove');
    await seesRow('Shared Pages', 'Launch plan, open, to restrict');
    await screenshot(page, 'trees');
  });

  it('reads in the plan what a sync would change', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Preview Sync');
    await page.locator('.view-line').getByText('Invitations', { exact: true }).waitFor();
    await page.setViewportSize({ width: 1180, height: 720 });
    const picture = await screenshot(page, 'plan');
    if (process.env['UPDATE_SCREENSHOTS'] === '1') {
      await copyFile(picture, path.join(projectRoot, 'media', 'screenshot.png'));
    }
  });

  it('syncs, confirms once, and the trees show the new state', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await screenshot(page, 'modal');
    assert.match(await dialog.innerText(), /Paid seats: \+0/);
    await dialog.getByRole('button', { name: 'Sync', exact: true }).click();
    await sees('Sync: ');
    await seesRow('Guests', 'Cho Min-ji, active');
    await seesRow('Guests', 'Dana Ruiz, active');
    await seesRow('Guests', 'Ben Fox, access taken away');
    await seesRow('Shared Pages', 'Launch plan, as in the file');
    await screenshot(page, 'synced');
  });

  it('has nothing more to change the second time', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    await sees('Nothing to change: 127.0.0.1:4873 is as collaborators.yaml says.');
  });
});

/** An element of the page, as far as it is asked here; Node's types know no DOM. */
interface Labelled {
  getAttribute(name: string): string | null;
}
