import * as vscode from 'vscode';
import type { ReadPhase } from '../sync/read';
import { unlinked } from './unlinked';

/** Shows work in a notification that can be cancelled; the signal is then aborted with a cancellation. */
export async function withProgress<T>(
  title: string,
  work: (report: Report, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: unlinked(title), cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const listening = token.onCancellationRequested(() => {
        abort.abort(new vscode.CancellationError());
      });
      try {
        return await work((report) => {
          progress.report({ ...report, message: unlinked(report.message) });
        }, abort.signal);
      } finally {
        listening.dispose();
      }
    },
  );
}

/** `increment` is in percent of the whole. */
export type Report = (report: { readonly message: string; readonly increment?: number }) => void;

export function phaseWords(phase: ReadPhase): string {
  switch (phase) {
    case 'account':
      return vscode.l10n.t('reading your account');
    case 'spaces':
      return vscode.l10n.t('reading spaces and pages');
    case 'people':
      return vscode.l10n.t('reading guests and staff');
    case 'pages':
      return vscode.l10n.t('reading pages');
  }
}
