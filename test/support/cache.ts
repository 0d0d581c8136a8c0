import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project';

const installing = new Map<string, Promise<string>>();

/**
 * The folder `.vscode-test/NAME`, filled by `fill` the first time. A marker written last tells a
 * whole install from one that was interrupted, which is done again.
 */
export function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const known = installing.get(name);
  if (known !== undefined) return known;
  const install = fillOnce(name, fill);
  installing.set(name, install);
  return install;
}

async function fillOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(projectRoot, '.vscode-test', name);
  const marker = path.join(folder, 'installed');
  if (existsSync(marker)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.stdout.write(`Installing ${name} into .vscode-test …\n`);
  const started = performance.now();
  await fill(folder);
  writeFileSync(marker, '');
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`Installed ${name} in ${seconds} s\n`);
  return folder;
}
