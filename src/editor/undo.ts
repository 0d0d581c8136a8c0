import * as vscode from 'vscode';
import { momentOf } from '../document/date';
import type { SyncPorts } from '../sync/apply';
import { offer } from './command';
import { hostOf, type GuestFile } from './file';
import { inform } from './message';
import { showHistory } from './next';
import { online } from './online';
import type { Way } from './way';

/** To how the site was before the last sync from this computer; tells the person when there was none. */
export async function wayBack(file: GuestFile, { journal }: SyncPorts): Promise<Way | undefined> {
  const { history, lastSync, undoPlanner } = online();
  const record = lastSync(history(await journal.read('history')));
  const site = hostOf(file);
  if (!record) {
    void offer(
      inform,
      vscode.l10n.t('There is no sync of {site} that could be taken back.', { site }),
      showHistory(file.uri),
    );
    return undefined;
  }
  const facts = { site, time: momentOf(record.at), name: record.by };
  return {
    planner: undoPlanner(record),
    undoes: record.sync,
    title: vscode.l10n.t('Undo of the Sync of {time} — {site}', facts),
    question: vscode.l10n.t('Take back the sync of {time} by {name} on {site}?', facts),
    go: vscode.l10n.t('Undo Sync'),
    nothing: vscode.l10n.t(
      'Nothing to take back: {site} no longer shows what the sync of {time} changed.',
      facts,
    ),
  };
}
