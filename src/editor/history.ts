import * as vscode from 'vscode';
import { chooseFile } from './chooseFile';
import { registerCommand } from './command';
import { hostOf } from './file';
import type { Files } from './files';
import { journalOf } from './journal';
import { guestOf } from './node';
import { online } from './online';
import { Refusal } from './refusal';
import type { Reports } from './reports';
import { speak } from './speak';

/** Show Sync History: what syncs from this computer did, for a file or one guest. Asks no site. */
export function registerHistory(
  files: Files,
  reports: Reports,
  /** The folder of the journals. */
  journals: string,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.history', log, async (argument) => {
    const file = await chooseFile(files, argument);
    const { site } = file.document;
    if (!site) {
      throw new Refusal(
        vscode.l10n.t('{file} names no site, so there is no history.', { file: file.name }),
      );
    }
    const { history, historyOfGuest, historyText } = online();
    const records = history(await journalOf(journals, site.origin).read('history'));
    const who = guestOf(argument)?.email;
    if (who === undefined) {
      await reports.open(
        vscode.l10n.t('Sync History — {site}', { site: hostOf(file) }),
        historyText(records, undefined, speak),
      );
      return;
    }
    const own = historyOfGuest(records, who);
    await reports.open(
      vscode.l10n.t('Sync History of {who} — {site}', { who, site: hostOf(file) }),
      own.length === 0
        ? vscode.l10n.t('No sync has changed anything for {who} yet.', { who })
        : historyText(own, undefined, speak),
    );
  });
}
