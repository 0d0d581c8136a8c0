import { mkdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from './project';

/** Moves the mouse to where nothing shows a hover. */
export async function pointAway(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
}

/**
 * Saves a picture of the window, or of the part of it where an element is, below `out/screenshots`
 * and returns its path.
 */
export async function screenshot(shown: Page | Locator, name: string): Promise<string> {
  const folder = path.join(projectRoot, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await shown.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}

/** A picture that is also shown in the README, where it is renewed when `UPDATE_SCREENSHOTS` is 1. */
export async function picture(shown: Page | Locator, name: string): Promise<void> {
  const file = await screenshot(shown, name);
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  await copyFile(file, path.join(projectRoot, 'media', `${name}.png`));
}
