import * as vscode from 'vscode';
import { noFile, readAll } from './chooseFile';
import { registerTrustedCommand } from './command';
import type { Credentials } from './credentials';
import { hasErrors, type GuestFile } from './file';
import type { Files } from './files';
import type { ReadQuietly } from './readQuietly';
import { Refusal } from './refusal';

/** Refresh: reads the site again for every file whose site is signed in to. */
export function registerRefresh(
  files: Files,
  credentials: Credentials,
  readQuietly: ReadQuietly,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.refresh', log, async () => {
    const readable: GuestFile[] = [];
    for (const file of await readAll(files)) {
      const { site } = file.document;
      if (site && !hasErrors(file) && (await credentials.get(site.origin))) readable.push(file);
    }
    if (readable.length === 0) throw nothingToRead(files);
    await vscode.window.withProgress(
      { location: { viewId: 'confluenceGuests.guests' } },
      async () => {
        for (const file of readable) await readQuietly(file, new AbortController().signal);
      },
    );
  });
}

function nothingToRead(files: Files): Refusal {
  if (files.all().length === 0) return noFile();
  return files.all().every(hasErrors)
    ? new Refusal(
        vscode.l10n.t(
          'There is no collaborators.yaml without errors, so there is no site to read.',
        ),
        { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
      )
    : new Refusal(vscode.l10n.t('You are not signed in to the site of any file.'), {
        title: vscode.l10n.t('Sign In'),
        command: 'confluenceGuests.signIn',
      });
}
