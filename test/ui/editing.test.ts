import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../support/deadline';
import { choose, enter, goTo, openFile, runCommand } from '../support/palette';
import { picture, pointAway } from '../support/picture';
import { squiggles, suggestion, type } from '../support/user';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('a person edits the file', () => {
  let workbench: Workbench;
  let file: string;
  let original: string;
  let editor: Locator;

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sandbox',
      settings: {
        'editor.scrollbar.horizontal': 'hidden',
        'editor.scrollbar.vertical': 'hidden',
        'editor.stickyScroll.enabled': false,
      },
    });
    const { page, folder } = workbench;
    file = path.join(folder, 'collaborators.yaml');
    original = await readFile(file, 'utf8');
    editor = page.locator('.part.editor');
    await page.setViewportSize({ width: 1000, height: 520 });
    await runCommand(page, 'View: Close Primary Side Bar');
  });

  beforeEach(async () => {
    const { page } = workbench;
    await writeFile(file, original);
    await openFile(page, 'collaborators.yaml');
    await page.locator('.codelens-decoration').first().waitFor({ state: 'attached' });
  });

  afterEach(async () => {
    const { page } = workbench;
    for (let open = 0; open < 3; open += 1) await page.keyboard.press('Escape');
    await runCommand(page, 'View: Revert and Close Editor');
    await page.locator('.tab').waitFor({ state: 'hidden' });
  });

  after(async () => {
    await workbench.close();
  });

  const goBehind = async (words: string): Promise<void> => {
    const before = original.slice(0, original.indexOf(words) + words.length).split('\n');
    await goTo(workbench.page, before.length, (before.at(-1)?.length ?? 0) + 1);
  };

  const lens = (words: string): Locator =>
    workbench.page.locator('.codelens-decoration').filter({ hasText: words }).first();

  /** What is said of a suggestion is shown beside the list, once somebody has asked for it. */
  const readsDetails = async (words: string): Promise<void> => {
    const { page } = workbench;
    const details = page.locator('.suggest-details').getByText(words);
    await eventually(async () => {
      try {
        await details.waitFor({ timeout: 2_000 });
      } catch (error) {
        await page.keyboard.press('Control+Space');
        throw error;
      }
    });
  };

  const savesAs = async (pattern: RegExp): Promise<void> => {
    const { page } = workbench;
    await page.locator('.tab.active.dirty').waitFor();
    await runCommand(page, 'File: Save');
    await eventually(async () => {
      assert.match(await readFile(file, 'utf8'), pattern);
    });
  };

  it('is offered what may come next', async () => {
    const { page } = workbench;
    await goBehind('fay@lab.example, name: Fay Moreau, space: LAB }');
    await type(page, '\n- email: gus@agency.example\n  space: ');
    await suggestion(page, 'DOCS').waitFor();
    await readsDetails('Owned by this file, strict');
    await page.keyboard.press('Enter');
    await type(page, '\nrole: v');
    await suggestion(page, 'viewer').waitFor();
    await page.keyboard.press('Enter');
    await savesAs(/\n {2}- email: gus@agency\.example\n {4}space: DOCS\n {4}role: viewer\n/);
  });

  it('reads what it means before taking it', async () => {
    const { page } = workbench;
    await goBehind('edit: [ana@partner.example, group:docs-team');
    await type(page, ', ');
    await suggestion(page, 'group:legal').waitFor();
    await readsDetails('Pages:');
    await pointAway(page);
    await lens('3 guests to view').waitFor();
    await picture(editor, 'completion');
    await type(page, 'dana');
    await suggestion(page, 'dana@partner.example').waitFor();
    await page.keyboard.press('Enter');
    await savesAs(/\n {4}edit: \[ana@partner\.example, group:docs-team, dana@partner\.example\]\n/);
  });

  it('repairs a mistake from the menu at the light bulb', async () => {
    const { page } = workbench;
    await goBehind('view: [team:reviewers, group:docs-team');
    await type(page, ', hal@agency.example');
    await squiggles(page, 'error').first().waitFor();
    const repair = page.locator('.action-widget .action.focused');
    await eventually(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await repair.waitFor({ timeout: 3_000 });
    });
    assert.equal(await repair.innerText(), 'Add “hal@agency.example” as a guest of “DOCS”');
    await pointAway(page);
    await lens('2 guests to view').waitFor();
    await picture(editor, 'quickFix');
    await page.keyboard.press('Enter');
    await squiggles(page, 'error').first().waitFor({ state: 'hidden' });
    await savesAs(/\n {2}- \{ email: hal@agency\.example, space: DOCS \}\n/);
  });

  it('adds a guest without writing a line', async () => {
    const { page } = workbench;
    const title = 'Add Guest to collaborators.yaml';
    await runCommand(page, 'Confluence: Add Guest…');
    await enter(page, `${title} (1/6)`, 'Gus Hale <gus@agency.example>');
    await choose(page, `${title} (2/6)`, 'DOCS');
    await choose(page, `${title} (3/6)`, 'viewer');
    await choose(page, `${title} (4/6)`, 'Partner API guide', 'Launch plan');
    await page.locator('.quick-input-count').getByText('2 Selected').waitFor();
    await pointAway(page);
    await picture(editor, 'addGuest');
    await page.keyboard.press('Enter');
    await choose(page, `${title} (5/6)`, 'In 30 days');
    await enter(page, `${title} (6/6)`, 'API launch review');
    await savesAs(
      /\n {2}- \{ email: gus@agency\.example, name: Gus Hale, space: DOCS, role: viewer, expires: [\d-]{10}, reason: API launch review \}\n[^]*\n {4}view: \[.*gus@agency\.example\]\n {4}edit[^]*\n {4}view: \[team:reviewers, group:docs-team, gus@agency\.example\]\n/,
    );
  });
});
