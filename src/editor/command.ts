import * as vscode from 'vscode';
import { isConfluenceError, type ConfluenceError, type ErrorKind } from '../sync/error';
import { fail, warn, type Show } from './message';
import { setContext } from './contexts';
import { checkAccess, renew, signIn } from './next';
import { isRefusal, Refusal, type Action } from './refusal';

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
  if (isRefusal(error)) {
    const actions = error.action ? [error.action] : [];
    await offer(warn, error.message, ...actions);
  } else if (isConfluenceError(error)) {
    log.warn(error.message);
    setContext('refused', mayNot(error.kind));
    await offer(fail, error.message, ...waysOut(error, showLog));
  } else {
    logDefect(error, log);
    await offer(
      fail,
      vscode.l10n.t('This is a defect of Confluence Guests: please report it with the log.'),
      showLog,
    );
  }
}

export function logDefect(defect: unknown, log: vscode.LogOutputChannel): void {
  log.error(defect instanceof Error ? defect : String(defect));
}

/** Whether the site has answered that this person may not. */
function mayNot(kind: ErrorKind): boolean {
  return kind === 'auth' || kind === 'scope' || kind === 'forbidden' || kind === 'quota';
}

function waysOut({ kind, details }: ConfluenceError, showLog: Action): readonly Action[] {
  // What is refused now was accepted once, or it would not have been kept.
  if (details.code === 'tokenRefused') return [renew({ secret: 'token' }), checkAccess()];
  if (details.code === 'keyRefused') return [renew({ secret: 'key' }), checkAccess()];
  switch (kind) {
    case 'scope':
      return [renew({}), checkAccess()];
    case 'auth':
      return [signIn(), checkAccess()];
    case 'forbidden':
    case 'quota':
      return [checkAccess()];
    default:
      return [showLog];
  }
}

/** A message with buttons, each of which runs a command. */
export async function offer(
  show: Show,
  message: string,
  ...actions: readonly Action[]
): Promise<void> {
  const chosen = await show(message, ...actions.map(({ title }) => title));
  const action = actions.find(({ title }) => title === chosen);
  if (action) await run(action);
}

/** Does what a button stands for. */
export async function run({ command, arguments: given = [] }: Action): Promise<void> {
  await vscode.commands.executeCommand(command, ...given);
}
