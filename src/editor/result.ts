import * as vscode from 'vscode';
import type { Applied } from '../sync/apply';
import { plain, resultSummary, resultText } from '../sync/print';
import { logDefect } from './command';
import { hostOf, type GuestFile } from './file';
import type { Reports } from './reports';
import { speak } from './speak';

/** Says what a sync came to: in one line when all is done, else with the whole result at hand. */
export function showResult(
  applied: Applied,
  file: GuestFile,
  reports: Reports,
  log: vscode.LogOutputChannel,
): void {
  logDefects(applied, log);
  const text = resultText(applied, file, plain, speak);
  if (applied.state === 'applied' && applied.outcomes.every(({ state }) => state === 'done')) {
    void vscode.window.showInformationMessage(resultSummary(applied.outcomes, speak));
    return;
  }
  const message =
    applied.state === 'refused'
      ? applied.reasons.map(speak).join(' ')
      : resultSummary(applied.outcomes, speak);
  void offerResult(message, async () => {
    await reports.open(vscode.l10n.t('Sync Result — {site}', { site: hostOf(file) }), text);
  });
}

async function offerResult(message: string, open: () => Promise<void>): Promise<void> {
  const show = vscode.l10n.t('Show Result');
  if ((await vscode.window.showWarningMessage(message, show)) === show) await open();
}

function logDefects(applied: Applied, log: vscode.LogOutputChannel): void {
  if (applied.state === 'refused') return;
  for (const { defect } of applied.outcomes) {
    if (defect !== undefined) logDefect(defect, log);
  }
}
