import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HostRun } from '../host/runs';
import { windowAddress } from './address';
import { copyFolder, temporaryFolder } from './cleanup';
import { before } from './deadline';
import { searchStorage } from './pageStorage';
import { projectRoot } from './project';
import { collect, type Results } from './results';
import { search } from './search';
import { startServer } from './server';

/** Runs host tests in the extension host of a real VS Code, with its window on a page of `browser`. */
export async function runHost(
  browser: Browser,
  run: HostRun,
  { grep, limitMs }: { readonly grep: string | undefined; readonly limitMs: number },
): Promise<Results> {
  const started = performance.now();
  const folder = run.workspace === undefined ? undefined : copyFolder(run.workspace);
  const file = path.join(temporaryFolder(), 'results');
  const server = await startServer({
    version: run.version,
    trust: run.trust,
    env: { HOST_TESTS: run.tests, HOST_RESULTS: file, HOST_GREP: grep },
  });
  const page = await browser.newPage();
  const log: string[] = [];
  try {
    const window = await watchTests(page, log);
    await page.goto(windowAddress(server.port, folder, testEntry));
    const end = await before(
      limitMs,
      Promise.race([window.ended, server.ended.then((how) => `The server ${how}.`)]),
    );
    if (!page.isClosed()) await searchStorage(page);
    return collect(`host: ${run.name} in VS Code ${run.version}`, started, file, () =>
      [end, ...log.slice(-15), server.tail()].join('\n'),
    );
  } finally {
    await page.close();
    await server.close();
  }
}

const testEntry = path.join(projectRoot, 'out', 'test', 'host', 'index.js');

/** VS Code looks on its page for two functions: one takes the console's lines, one the exit code. */
async function watchTests(page: Page, log: string[]): Promise<{ ended: Promise<string> }> {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  page.once('crash', () => {
    end('The window crashed.');
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    search('output', 'the console of a window', args.join(' '));
    const [line = ''] = args.join(' ').split('\n');
    log.push(`${type} ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    end(`The window ended with exit code ${code}.`);
  });
  return { ended };
}
