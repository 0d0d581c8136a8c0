import assert from 'node:assert/strict';
import { goTo, openFile, runCommand } from '../support/palette';
import { picture, screenshot } from '../support/picture';
import { notification, seesRow, squiggles, type } from '../support/user';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('a person shares pages with guests', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'media/sandbox' });
  });

  after(async () => {
    await workbench.close();
  });

  const seesGuest = (row: string): Promise<void> => seesRow(workbench.page, 'Guests', row);
  const seesPage = (row: string): Promise<void> => seesRow(workbench.page, 'Shared Pages', row);

  it('sees the guests of the file, not checked yet', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Show Confluence Guests');
    await seesGuest('Ana Díaz, not checked');
    await seesGuest('Ben Fox, revoked, not checked');
    await seesPage('Launch plan, not checked');
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
    await seesGuest('Ana Díaz, active');
    await seesGuest('Cho Min-ji, to become viewer');
    await seesGuest('Dana Ruiz, to invite to DOCS');
    await seesGuest('Zoe Marsh, not in the file, to remove');
    await seesPage('Launch plan, open, to restrict');
    await screenshot(page, 'trees');
  });

  it('reads in the plan what a sync would change', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Preview Sync');
    await page.locator('.view-line').getByText('Invitations', { exact: true }).waitFor();
    await page.setViewportSize({ width: 1180, height: 720 });
    await picture(page, 'screenshot');
  });

  it('syncs, confirms once, and the trees show the new state', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await screenshot(page, 'modal');
    assert.match(await dialog.innerText(), /Paid seats: \+0/);
    await dialog.getByRole('button', { name: 'Sync', exact: true }).click();
    await notification(page, 'Sync: ');
    await seesGuest('Cho Min-ji, active');
    await seesGuest('Dana Ruiz, active');
    await seesGuest('Ben Fox, has no access');
    await seesPage('Launch plan, as in the file');
    await screenshot(page, 'synced');
  });

  it('has nothing more to change the second time', async () => {
    const { page } = workbench;
    await runCommand(page, 'Confluence: Sync Guests');
    await notification(page, 'Nothing to change: 127.0.0.1:4873 is as collaborators.yaml says.');
  });
});
