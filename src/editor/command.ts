import * as vscode from 'vscode';
import { isConfluenceError } from '../sync/error';
import { Refusal, type Action } from './refusal';

/**
 * Registers a command. Whatever its work throws ends here: a cancellation in silence, a failure that
 * was foreseen with its sentence and a way out, a defect with its stack in the log.
 */
export function registerCommand(
  id: `confluenceGuests.${string}`,
  log: vscode.LogOutputChannel,
  work: (argument: unknown) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument: unknown) => {
    try {
      await work(argument);
    } catch (error) {
      void showFailure(error, log);
    }
  });
}

/** Like {@link registerCommand}, for what talks to a site or uses credentials: refused without trust. */
export function registerTrustedCommand(
  id: `confluenceGuests.${string}`,
  log: vscode.LogOutputChannel,
  work: (argument: unknown) => unknown,
): vscode.Disposable {
  return registerCommand(id, log, (argument) => {
    if (vscode.workspace.isTrusted) return work(argument);
    throw new Refusal(
      vscode.l10n.t(
        'In Restricted Mode nothing is read from Confluence or changed there: trust this workspace first.',
      ),
      {
        title: vscode.l10n.t('Manage Workspace Trust'),
        command: 'workbench.trust.manage',
      },
    );
  });
}

/** An aborted signal whose reason this is ends a command in silence. */
export function isCancellation(error: unknown): boolean {
  return error instanceof vscode.CancellationError;
}

export async function showFailure(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  if (isCancellation(error)) return;
  const showLog = { title: vscode.l10n.t('Show Log'), command: 'confluenceGuests.showLog' };
  if (error instanceof Refusal) {
    await offer(vscode.window.showWarningMessage, error.message, error.action);
  } else if (isConfluenceError(error)) {
    log.warn(error.message);
    const isAboutSignIn = error.kind === 'auth' || error.kind === 'scope';
    await offer(
      vscode.window.showErrorMessage,
      error.message,
      isAboutSignIn
        ? { title: vscode.l10n.t('Sign In'), command: 'confluenceGuests.signIn' }
        : showLog,
    );
  } else {
    logDefect(error, log);
    await offer(
      vscode.window.showErrorMessage,
      vscode.l10n.t('This is a defect of Confluence Guests: please report it with the log.'),
      showLog,
    );
  }
}

export function logDefect(defect: unknown, log: vscode.LogOutputChannel): void {
  log.error(defect instanceof Error ? defect : String(defect));
}

type Show = (message: string, ...items: string[]) => Thenable<string | undefined>;

/** A message with at most one button, which runs a command. */
export async function offer(show: Show, message: string, action?: Action): Promise<void> {
  const chosen = await show(message, ...(action ? [action.title] : []));
  if (action && chosen === action.title) {
    await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  }
}
