import * as vscode from 'vscode';
import type { Credentials } from './credentials';
import type { Files } from './files';

/** Keeps what the manifest's `when` clauses ask for: how many files there are, and whether their sites are signed in to. */
export function registerContexts(files: Files, credentials: Credentials): vscode.Disposable {
  const update = (): void => {
    const all = files.all();
    const origins = new Set(credentials.origins());
    const signedIn = all.every(({ document: { site } }) => !site || origins.has(site.origin));
    set('files', all.length);
    set('signedIn', signedIn && origins.size > 0);
  };
  void files.ready.then(update);
  return vscode.Disposable.from(files.onDidChange(update), credentials.onDidChange(update));
}

function set(name: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `confluenceGuests.${name}`, value);
}
