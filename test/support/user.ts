import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from './project';

export type Severity = 'error' | 'warning' | 'info';

/** Chooses a command by its exact title in the Command Palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, `>${title}`, title);
}

/** Opens a file of the workspace through Quick Open and waits for its editor to have the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

async function pick(page: Page, typed: string, label: string): Promise<void> {
  const widget = await ask(page, typed);
  await widget
    .locator('.monaco-list-row')
    .filter({ has: exactly(page, label) })
    .first()
    .click();
  await widget.waitFor({ state: 'hidden' });
}

/** What is typed before the Command Palette has its list would be lost. */
async function ask(page: Page, typed: string): Promise<Locator> {
  const widget = page.locator('.quick-input-widget');
  await page.keyboard.press('F1');
  await widget.locator('.monaco-list-row').first().waitFor();
  await widget.locator('input[type="text"]').fill(typed);
  return widget;
}

function exactly(page: Page, label: string): Locator {
  return page.locator('.label-name').getByText(label, { exact: true });
}

/** Types where the cursor is, as fingers do: the editor may complete and indent. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
}

/** Moves the cursor to a place of the active editor, both counted from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  const widget = await ask(page, `:${line}:${column}`);
  await widget
    .locator('.monaco-list-row')
    .filter({ hasText: `${line}` })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
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

/** The notifications on the screen that contain this text. */
export function notification(page: Page, text: string): Locator {
  return page.locator('.notification-list-item').filter({ hasText: text });
}

/** Saves a picture of the window below `out/screenshots` and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(projectRoot, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}
