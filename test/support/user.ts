import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './deadline';
import { exactly, runCommand } from './palette';

export type Severity = 'error' | 'warning' | 'info';

/** Types where the cursor is, as fingers do: the editor may complete and indent. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
}

/** The suggestion with this label that Enter takes. */
export function suggestion(page: Page, label: string): Locator {
  const row = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  return row.filter({ has: exactly(page, label) });
}

/** The squiggles in view in the active editor. */
export function squiggles(page: Page, severity: Severity): Locator {
  return page.locator(`.editor-group-container.active .squiggly-${severity}`);
}

/** The rows in view of the tree with this title, as a screen reader names them. */
export function treeItems(page: Page, view: string): Locator {
  const title = page.locator('.pane-header').getByText(view, { exact: true });
  return page.locator('.pane').filter({ has: title }).getByRole('treeitem');
}

/** Waits until a tree has a row that a screen reader reads as this. */
export async function seesRow(page: Page, view: string, row: string): Promise<void> {
  await eventually(async () => {
    const shown = await treeItems(page, view).evaluateAll((items) =>
      items.map((item) => (item as unknown as Labelled).getAttribute('aria-label') ?? ''),
    );
    assert.ok(shown.includes(row), `no row “${row}” among ${shown.join(' | ')}`);
  });
}

/** An element of the page, as far as it is asked here; Node's types know no DOM. */
interface Labelled {
  getAttribute(name: string): string | null;
}

/**
 * The notification that contains this text. Under test VS Code shows them only in its list, which
 * closes when a progress that was alone in it ends.
 */
export async function notification(page: Page, text: string): Promise<Locator> {
  const item = page.locator('.notification-list-item').filter({ hasText: text });
  await eventually(async () => {
    await runCommand(page, 'Notifications: Show Notifications');
    await item.waitFor({ timeout: 3_000 });
  });
  return item;
}

export async function hideNotifications(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.notifications-center').waitFor({ state: 'hidden' });
}

/** Waits for an editor of the extension whose title begins like this, and for words in it. */
export async function seesReport(page: Page, title: string, words: string): Promise<void> {
  await page.locator(`.tab.active[data-resource-name^="${title}"]`).waitFor();
  await page.locator('.view-line').filter({ hasText: words }).first().waitFor();
}
