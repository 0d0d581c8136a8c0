import * as vscode from 'vscode';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';

/**
 * Keeps what the manifest's `when` clauses ask for: how many files there are, where they lie, and
 * whether their sites are signed in to.
 */
export function registerContexts(files: Files, credentials: Credentials): vscode.Disposable {
  const update = (): void => {
    const all = files.all();
    const origins = new Set(credentials.origins());
    const signedIn = all.every(({ document: { site } }) => !site || origins.has(site.origin));
    setContext('files', all.length);
    setContext('paths', all.flatMap(pathsOf));
    setContext('signedIn', signedIn && origins.size > 0);
  };
  void files.ready.then(update);
  return vscode.Disposable.from(files.onDidChange(update), credentials.onDidChange(update));
}

/** What `resourcePath` may be for it: a window on another computer knows its path alone. */
function pathsOf({ uri }: GuestFile): readonly string[] {
  return [uri.fsPath, uri.path];
}

/** `name` as the manifest has it behind `confluenceGuests.` */
export function setContext(name: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `confluenceGuests.${name}`, value);
}
