import * as vscode from 'vscode';
import { registerCommand } from './command';
import { Refusal } from './refusal';
import { isReport } from './reports';

/** Copy Report: the whole text of the plan, result or report in the active editor, to send it to somebody. */
export function registerCopyReport(log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand('confluenceGuests.copyReport', log, async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isReport(document.uri)) {
      throw new Refusal(vscode.l10n.t('Open the report that you want to copy first.'), {
        title: vscode.l10n.t('Check Access'),
        command: 'confluenceGuests.checkAccess',
      });
    }
    await vscode.env.clipboard.writeText(document.getText());
    vscode.window.setStatusBarMessage(vscode.l10n.t('Report copied'), 5000);
  });
}
