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
    await seesRow('Guests', 'Cho Min-ji, to become viewer in DOCS');
    await seesRow('Guests', 'Dana Ruiz, to invite to DOCS as contributor');
    await seesRow('Guests', 'Zoe Marsh, not in the file, to remove');
    await seesRow('Shared Pages', 'Launch plan, open today, to restrict');
    await page.keyboard.press('Escape');
    await screenshot(page, 'trees');
  });

  it('syncs: reads the plan, confirms once, and the trees show the new state', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const picture = await screenshot(page, 'sync');
    assert.match(await dialog.innerText(), /Paid seats: \+0/);
    await dialog.getByRole('button', { name: 'Sync', exact: true }).click();
    await notification(page, 'Sync: ').first().waitFor();
    await seesRow('Guests', 'Cho Min-ji, active');
    await seesRow('Guests', 'Dana Ruiz, active');
    await seesRow('Guests', 'Ben Fox, access taken away');
    await seesRow('Shared Pages', 'Launch plan, as in the file');
    await screenshot(page, 'synced');
    if (process.env['UPDATE_SCREENSHOTS'] === '1') {
      await copyFile(picture, path.join(projectRoot, 'media', 'screenshot.png'));
    }
  });

  it('has nothing more to change the second time', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    await notification(page, 'Nothing to change').waitFor();
  });
});

/** An element of the page, as far as it is asked here; Node's types know no DOM. */
interface Labelled {
  getAttribute(name: string): string | null;
}
