import * as vscode from 'vscode';
import { createConnect, editorRuntime } from './editor/connect';
import { registerCommand } from './editor/command';
import { registerContexts } from './editor/contexts';
import { Credentials } from './editor/credentials';
import { registerDiagnostics } from './editor/diagnostics';
import { Files } from './editor/files';
import { registerHistory } from './editor/history';
import { registerItemActions } from './editor/itemActions';
import { registerPreview } from './editor/preview';
import { Readings } from './editor/readings';
import { registerRefresh } from './editor/refresh';
import { Reports } from './editor/reports';
import { registerResend } from './editor/resend';
import { registerSandbox } from './editor/sandbox';
import { registerSignIn } from './editor/signIn';
import { registerSignOut } from './editor/signOut';
import { registerSiteDiagnostics } from './editor/siteDiagnostics';
import { registerSync } from './editor/sync';
import { Tree } from './editor/tree';

/** Called once by VS Code, when a workspace has a `collaborators.yaml` or a view or command is used. */
export function activate(context: vscode.ExtensionContext): { guests: Tree; pages: Tree } {
  const { extensionUri: extension, globalStorageUri: storage, subscriptions } = context;
  const log = vscode.window.createOutputChannel('Confluence Guests', { log: true });
  const files = new Files(log);
  const readings = new Readings();
  const reports = new Reports();
  const credentials = new Credentials(context.secrets, context.globalState, log);
  const runtime = editorRuntime(log);
  const journals = vscode.Uri.joinPath(storage, 'journals').fsPath;
  const connect = createConnect(credentials, journals, runtime);
  const guests = new Tree('guests', files, readings);
  const pages = new Tree('pages', files, readings);
  subscriptions.push(
    ...[log, files, readings, reports, credentials, guests, pages],
    registerDiagnostics(files),
    registerSiteDiagnostics(files, readings),
    registerContexts(files, credentials),
    registerSignIn(files, credentials, runtime, log),
    registerSignOut(credentials, readings, log),
    registerRefresh(files, readings, credentials, connect, log),
    registerPreview(files, readings, reports, connect, log),
    registerSync(files, readings, reports, connect, log),
    registerHistory(files, reports, journals, log),
    registerResend(files, readings, connect, log),
    registerSandbox(files, credentials, { extension, storage }, log),
    registerItemActions(files, log),
    registerCommand('confluenceGuests.showLog', log, () => {
      log.show();
    }),
  );
  return { guests, pages };
}
