import * as vscode from 'vscode';
import { unlinked } from './unlinked';

/** Messages may quote the file and the site; only their buttons do something. */
export type Show = (text: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

export const inform: Show = (text, ...buttons) =>
  vscode.window.showInformationMessage(unlinked(text), ...buttons);

export const warn: Show = (text, ...buttons) =>
  vscode.window.showWarningMessage(unlinked(text), ...buttons);

export const fail: Show = (text, ...buttons) =>
  vscode.window.showErrorMessage(unlinked(text), ...buttons);

/** Asks before something is done; throws a cancellation unless the person presses the one button. */
export async function confirm(question: string, detail: string, yes: string): Promise<void> {
  const options = { modal: true, detail };
  const chosen = await vscode.window.showWarningMessage(unlinked(question), options, yes);
  if (chosen !== yes) throw new vscode.CancellationError();
}
