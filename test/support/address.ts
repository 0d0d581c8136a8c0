import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project';

/** What VS Code opens for a folder: the .code-workspace file in it, if there is one, else the folder. */
export function openable(folder: string): string {
  const workspace = readdirSync(folder).find((name) => name.endsWith('.code-workspace'));
  return workspace === undefined ? folder : path.join(folder, workspace);
}

/**
 * The address of a VS Code window with this extension in it, open on `folder` or, without one, on
 * nothing. With `tests` the window runs that compiled test entry at once.
 */
export function windowAddress(port: number, folder: string | undefined, tests?: string): string {
  const address = new URL(`http://127.0.0.1:${port}/`);
  if (folder === undefined) {
    address.searchParams.set('ew', 'true');
  } else {
    const target = openable(folder);
    address.searchParams.set(target === folder ? 'folder' : 'workspace', urlPath(target));
  }
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(urlPath(file))}`;
  const payload = [
    ['extensionDevelopmentPath', remote(projectRoot)],
    ['logLevel', 'confluence-guests.confluence-guests:debug'],
  ];
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

function urlPath(file: string): string {
  return path.posix.join('/', file.replaceAll(path.sep, '/'));
}
