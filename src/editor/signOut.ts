import * as vscode from 'vscode';
import { registerCommand } from './command';
import type { Credentials } from './credentials';
import type { Readings } from './readings';

/** Sign Out: forgets the credentials of one site and what it said. */
export function registerSignOut(
  credentials: Credentials,
  readings: Readings,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.signOut', log, async () => {
    const origins = credentials.origins();
    if (origins.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in anywhere.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(
      origins.map((origin) => ({ label: new URL(origin).host, origin })),
      { placeHolder: vscode.l10n.t('Which site do you want to sign out of?') },
    );
    if (!picked) return;
    await credentials.forget(picked.origin);
    readings.forgetSite(picked.origin);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Signed out of {site}.', { site: picked.label }),
    );
  });
}
