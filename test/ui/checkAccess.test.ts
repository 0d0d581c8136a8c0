import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { readSeed, startSandbox, type Sandbox, type SeedInput } from '../../src/sandbox/server';
import { accountIdOf } from '../../src/sandbox/stableId';
import { adminOf } from '../support/admin';
import { eventually } from '../support/deadline';
import { choose, enter, openFile, runCommand } from '../support/palette';
import { picture, pointAway } from '../support/picture';
import { projectRoot } from '../support/project';
import { search } from '../support/search';
import { pageIn } from '../support/site';
import { hideNotifications, notification, seesReport, seesRow } from '../support/user';
import { openWorkbench, type Workbench } from '../support/workbench';

const newcomers = ['dana@partner.example', 'eli@client.example', 'fay@lab.example'];

/**
 * The sample site, where everybody shows their address. Lee administers the site and not the
 * organization, in which the newcomers are already. Guests get the space DOCS by themselves.
 */
function seed(): SeedInput {
  const file = path.join(projectRoot, 'media', 'sandbox', 'site.yaml');
  const { people, site, ...rest } = readSeed(readFileSync(file, 'utf8'));
  const strangers = newcomers.map((email) => ({ email, name: email, roles: [] }));
  return {
    ...rest,
    site: { ...site, defaultGuestSpace: 'DOCS' },
    people: [...people, ...strangers].map((person) => ({ ...person, emailVisible: true })),
    tokens: [{ email: 'lee@acme.com', token: 'canary-secret-of-lee' }],
    adminKeys: [{ key: 'canary-secret-key-of-acme' }],
  };
}

describe('a site admin who sees no Users under Directory', () => {
  let workbench: Workbench;
  let site: Sandbox;
  let editor: Locator;
  const { signal } = new AbortController();

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sandbox',
      settings: { 'editor.scrollbar.vertical': 'hidden' },
    });
    site = await startSandbox({ seed: seed(), port: 4873 });
    const { page } = workbench;
    editor = page.locator('.part.editor');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // The trees stay beside the editor, which is as wide as in the other pictures.
    await page.setViewportSize({ width: 1300, height: 592 });
    await openFile(page, 'collaborators.yaml');
    await runCommand(page, 'View: Show Confluence Guests');
  });

  after(async () => {
    await workbench.close();
    await site.close();
  });

  const seesGuest = (row: string): Promise<void> => seesRow(workbench.page, 'Guests', row);

  it('signs in with an API token alone', async () => {
    const { page } = workbench;
    const title = 'Sign In to 127.0.0.1:4873';
    await runCommand(page, 'Confluence: Sign In');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Continue' }).click();
    await enter(page, `${title} (1/3)`, 'lee@acme.com');
    await enter(page, `${title} (2/3)`, 'canary-secret-of-lee');
    await choose(page, `${title} (3/3)`, 'In a year');
    await choose(page, 'Organization Admin Key for 127.0.0.1:4873 (1/3)', 'Go on without');
    await notification(page, 'Signed in to 127.0.0.1:4873 as Lee Park.');
  });

  it('reads why nobody can be invited, who can change it, and what the Directory is about', async () => {
    const { page } = workbench;
    await hideNotifications(page);
    await runCommand(page, 'Confluence: Check Access');
    await seesReport(page, 'Access', '✗ no Inviting guests: There is no organization admin key');
    await seesReport(page, 'Access', '→ an organization admin: Create an API key without scopes');
    await pointAway(page);
    await picture(editor, 'checkAccess');
    await page.keyboard.press('ControlOrMeta+End');
    await seesReport(page, 'Access', 'Why do I see no Users under Directory?');
  });

  it('syncs what a site admin can, and the rest waits for the organization admin', async () => {
    const { page } = workbench;
    await openFile(page, 'collaborators.yaml');
    await runCommand(page, 'Confluence: Sync Guests');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Waiting for the organization admin: 4\n/);
    await dialog.getByRole('button', { name: 'Sync', exact: true }).click();
    await notification(page, 'Sync: 9 done.');
    assert.ok(pageIn(site, '123457').view.includes('ana@partner.example'));
    await seesGuest('Cho Min-ji, active');
    await seesGuest('Dana Ruiz, waiting for the organization admin');
  });

  it('sends the organization admin a message that says what to do', async () => {
    const { page } = workbench;
    const done = await notification(page, 'Sync: 9 done.');
    await done.getByRole('button', { name: 'Copy Message to Admin' }).click();
    await seesReport(page, 'Message to Admin', 'invite as guests');
    const message = await eventually(async () => {
      const copied = String(await page.evaluate('navigator.clipboard.readText()'));
      assert.match(copied, /^Guests of Confluence on 127\.0\.0\.1:4873/);
      return copied;
    });
    search('text', 'the message', message);
    for (const email of newcomers) assert.ok(message.includes(`- ${email}`), message);
    assert.match(message, /choose the role Guest and nothing else/);
    await hideNotifications(page);
    await pointAway(page);
    await picture(editor, 'handoff');
  });

  it('sees the steps gone once the organization admin has done them', async () => {
    const { page } = workbench;
    const admin = adminOf(site, seed().organization.id);
    await admin.inviteGuests(newcomers, true, signal);
    await admin.revokeGuestRole(accountIdOf('ben@agency.example'), signal);
    await openFile(page, 'collaborators.yaml');
    await runCommand(page, 'Confluence: Refresh');
    await seesGuest('Dana Ruiz, active');
    await seesGuest('Eli Stone, to become viewer');
    await runCommand(page, 'Confluence: Copy Message to Organization Admin');
    await notification(page, 'Nothing in collaborators.yaml takes anybody else.');
  });
});
