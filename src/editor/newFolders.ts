import * as vscode from 'vscode';

/** From the first of a burst of creations to the search, in milliseconds. */
const pause = 500;

/** With more than this at once, one search of the whole workspace costs less. */
const most = 20;

/**
 * Searches folders that have appeared: a folder that is moved is reported without what is in it, and
 * on Linux the watcher looks into a new folder too late for what is put there at once
 * (https://github.com/parcel-bundler/watcher/issues/97 and 243). A burst is searched together.
 */
export function watchNewFolders(
  glob: string,
  search: (place: vscode.GlobPattern) => Promise<void>,
): vscode.Disposable {
  let created: vscode.Uri[] = [];
  let timer: NodeJS.Timeout | undefined;
  const searchBurst = async (): Promise<void> => {
    const burst = created;
    created = [];
    for (const place of await placesIn(burst, glob)) await search(place);
    timer = undefined;
    if (created.length > 0) searchSoon();
  };
  const searchSoon = (): void => {
    timer ??= setTimeout(() => void searchBurst(), pause);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => {
      if (created.length > most || /\/(node_modules|\.git)(\/|$)/.test(uri.path)) return;
      if (created.some((folder) => isBelow(uri, folder))) return;
      created.push(uri);
      searchSoon();
    }),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
}

/** Whether it lies in the folder, or in a folder there. */
export function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.toString().startsWith(`${folder.toString()}/`);
}

async function placesIn(
  created: readonly vscode.Uri[],
  glob: string,
): Promise<readonly vscode.GlobPattern[]> {
  if (created.length > most) return [glob];
  const areFolders = await Promise.all(created.map(isFolder));
  return created
    .filter((_uri, index) => areFolders[index])
    .map((folder) => new vscode.RelativePattern(folder, glob));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    // It is gone again.
    return false;
  }
}
