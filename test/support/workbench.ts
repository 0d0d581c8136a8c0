import type { Page } from 'playwright-core';
import { windowAddress } from './address';
import { launchBrowser } from './browser';
import { copyFolder } from './cleanup';
import { searchStorage } from './pageStorage';
import { search } from './search';
import { startServer, type Server, type Settings } from './server';
import { newest, type Version } from './vscode';

export interface Workbench {
  readonly page: Page;
  /** The fresh copy of the workspace that is open. */
  readonly folder: string;
  readonly server: Server;
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions {
  /** A folder, from the project's root; it is copied. */
  readonly workspace: string;
  readonly version?: Version;
  /** The user's settings; `workbench.colorTheme` chooses a dark or a light picture. */
  readonly settings?: Settings;
}

/** Opens VS Code with this extension on a page of its own browser and waits until it is there. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { workspace, version = newest, settings = {} } = options;
  const folder = copyFolder(workspace);
  const server = await startServer({ version, trust: true, settings });
  const browser = await launchBrowser();
  const close = async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map(searchStorage));
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => {
      search('output', 'the console of a window', message.text());
    });
    await page.goto(windowAddress(server.port, folder));
    await page
      .locator('.monaco-workbench[class*="vscode-theme-"] .statusbar-item')
      .first()
      .waitFor();
    await page.getByRole('treeitem').first().waitFor();
    return { page, folder, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}
