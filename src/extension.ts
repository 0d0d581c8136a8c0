import * as vscode from 'vscode';
import { registerChecking, type Checking } from './editor/checking';
import { registerAccount } from './editor/account';
import { createConnect, editorRuntime } from './editor/connect';
import { registerCommand } from './editor/command';
import { registerContexts } from './editor/contexts';
import { Credentials } from './editor/credentials';
import { registerDiagnostics } from './editor/diagnostics';
import { registerEditing } from './editor/editing';
import { registerExpiryNotices } from './editor/expiryNotices';
import { Files } from './editor/files';
import { registerHandoff } from './editor/handoff';
import { registerHistory } from './editor/history';
import { registerImportGuests } from './editor/importGuests';
import { registerItemActions } from './editor/itemActions';
import { registerPreview } from './editor/preview';
import { Readings } from './editor/readings';
import { Reports } from './editor/reports';
import { registerResend } from './editor/resend';
import { registerSandbox } from './editor/sandbox';
import { registerSignOut } from './editor/signOut';
import { SiteListsCache } from './editor/siteLists';
import { registerSync } from './editor/sync';
import { Tree } from './editor/tree';

/** Called once by VS Code, when a workspace has a `collaborators.yaml` or a view or command is used. */
export function activate(
  context: vscode.ExtensionContext,
): { guests: Tree; pages: Tree } & Omit<Checking, 'all'> {
  const { extensionUri: extension, globalStorageUri: storage, subscriptions } = context;
  const log = vscode.window.createOutputChannel('Confluence Guests', { log: true });
  const files = new Files(log);
  const readings = new Readings();
  const reports = new Reports();
  const credentials = new Credentials(context.secrets, context.globalState, log);
  const runtime = editorRuntime(log);
  const journals = vscode.Uri.joinPath(storage, 'journals').fsPath;
  const connect = createConnect(credentials, journals, runtime);
  const lists = new SiteListsCache(credentials, runtime, log);
  const guests = new Tree('guests', files, readings);
  const pages = new Tree('pages', files, readings);
  const checking = registerChecking({
    ...{ files, readings, documents: reports, credentials, connect, runtime, guests },
    ...{ extension, journals, log },
  });
  const { status, decorations } = checking;
  subscriptions.push(
    ...[log, files, readings, reports, credentials, lists, guests, pages, checking.all],
    registerDiagnostics(files),
    registerEditing(files, readings, lists, credentials, log),
    registerContexts(files, credentials),
    registerAccount(files, credentials, runtime, log),
    registerExpiryNotices(files, credentials, context.globalState),
    registerSignOut(credentials, readings, log),
    registerPreview(files, readings, reports, connect, log),
    registerSync(files, readings, reports, connect, log),
    registerHandoff(files, readings, reports, connect, log),
    registerHistory(files, reports, journals, log),
    registerResend(files, readings, connect, log),
    registerSandbox(files, credentials, { extension, storage }, log),
    registerImportGuests(files, credentials, runtime, reports, log),
    registerItemActions(files, log),
    registerCommand('confluenceGuests.showLog', log, () => {
      log.show();
    }),
  );
  return { guests, pages, status, decorations };
}
