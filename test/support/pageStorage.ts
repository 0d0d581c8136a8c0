import type { Page } from 'playwright-core';
import { search } from './search';
import { planted } from './secret';

/**
 * Search what a window of VS Code has written to the storage of its browser: settings, state and logs.
 * Secrets have no place there either: under test VS Code keeps them in memory.
 */
export async function searchStorage(page: Page): Promise<void> {
  await page.evaluate(`localStorage.setItem('planted', '${planted}')`);
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  for (const { origin, ...storage } of origins) {
    search('page', origin, JSON.stringify([cookies, storage]));
  }
}
