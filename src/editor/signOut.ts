import * as vscode from 'vscode';
import { offer, registerCommand } from './command';
import type { Credentials } from './credentials';
import { inform } from './message';
import { signIn } from './next';
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
      void offer(inform, vscode.l10n.t('You are not signed in anywhere.'), signIn());
      return;
    }
    const picked = await vscode.window.showQuickPick(
      origins.map((origin) => ({ label: new URL(origin).host, origin })),
      { placeHolder: vscode.l10n.t('Which site do you want to sign out of?') },
    );
    if (!picked) return;
    await credentials.forget(picked.origin);
    readings.forgetSite(picked.origin);
    void offer(inform, vscode.l10n.t('Signed out of {site}.', { site: picked.label }), signIn());
  });
}
