import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './deadline';

const focusedEditor = '.editor-group-container.active .monaco-editor.focused';

/** Chooses a command by its exact title in the Command Palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, `>${title}`, title);
}

/** Opens a file of the workspace through Quick Open and waits for its editor to have the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(focusedEditor).waitFor();
}

/** Whatever takes the focus closes the Command Palette, which is then opened again. */
const patience = { timeout: 5_000 };

async function pick(page: Page, typed: string, label: string): Promise<void> {
  await eventually(async () => {
    const widget = await ask(page, typed);
    await widget
      .locator('.monaco-list-row')
      .filter({ has: exactly(page, label) })
      .first()
      .click(patience);
  });
  await leave(page, typed);
}

/** What is typed before the Command Palette has its list would be lost. */
async function ask(page: Page, typed: string): Promise<Locator> {
  const widget = page.locator('.quick-input-widget');
  await page.keyboard.press('F1');
  await widget.locator('.monaco-list-row').first().waitFor(patience);
  await inputIn(widget).fill(typed, patience);
  return widget;
}

/** Waits until the Command Palette is gone; what was chosen there may have opened another list. */
async function leave(page: Page, typed: string): Promise<void> {
  const input = inputIn(page.locator('.quick-input-widget'));
  await eventually(async () => {
    const isOpen = (await input.isVisible()) && (await input.inputValue()) === typed;
    assert.ok(!isOpen, `The Command Palette still asks for ${typed}`);
  });
}

function inputIn(widget: Locator): Locator {
  return widget.locator('.quick-input-box input');
}

/** The label of a row of a list. */
export function exactly(page: Page, label: string): Locator {
  return page.locator('.label-name').getByText(label, { exact: true });
}

/** Moves the cursor to a place of the active editor, both counted from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  const typed = `:${line}:${column}`;
  await eventually(async () => {
    const widget = await ask(page, typed);
    const place = widget.locator('.monaco-list-row').filter({ hasText: `${line}` });
    await place.first().waitFor(patience);
    await page.keyboard.press('Enter');
  });
  await leave(page, typed);
  await page.locator(focusedEditor).waitFor();
}

/** Enters a line in the input at the top of the window, once it has this title. */
export async function enter(page: Page, title: string, text: string): Promise<void> {
  const input = await asked(page, title);
  await inputIn(input).fill(text);
  await page.keyboard.press('Enter');
}

/** Chooses rows of the list at the top of the window, once it has this title. */
export async function choose(page: Page, title: string, ...labels: string[]): Promise<void> {
  const list = await asked(page, title);
  for (const label of labels) {
    await list
      .locator('.monaco-list-row')
      .filter({ has: exactly(page, label) })
      .click();
  }
}

async function asked(page: Page, title: string): Promise<Locator> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
  return widget;
}
