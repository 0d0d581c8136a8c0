import * as vscode from 'vscode';
import { pageAddress, siteAddress, spaceAddress } from '../access/webAddress';
import { registerCommand } from './command';
import type { Files } from './files';
import { language } from './language';
import { spanOf, type Node } from './node';
import { rangesIn } from './range';
import { Refusal } from './refusal';

/** What can be done with a row of a tree. */
export function registerItemActions(files: Files, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('confluenceGuests.reveal', log, (node) => revealInFile(node as Node)),
    registerCommand('confluenceGuests.openInConfluence', log, (node) =>
      openInConfluence(node as Node),
    ),
    registerCommand('confluenceGuests.copyAddress', log, (node) => copyAddress(node as Node)),
    registerCommand('confluenceGuests.revokeAccess', log, (node) =>
      revokeAccess(node as Node, files),
    ),
  );
}

async function revealInFile(node: Node): Promise<void> {
  const { start } = rangesIn(node.file.text)(spanOf(node));
  await vscode.window.showTextDocument(node.uri, { selection: new vscode.Range(start, start) });
}

async function openInConfluence(node: Node): Promise<void> {
  const origin = node.file.document.site?.origin;
  if (origin === undefined) return;
  const address =
    node.kind === 'page'
      ? pageAddress(origin, node.row.id)
      : node.kind === 'guest'
        ? spaceAddress(origin, node.row.space)
        : siteAddress(origin);
  await vscode.env.openExternal(vscode.Uri.parse(address, true));
}

async function copyAddress(node: Node): Promise<void> {
  if (node.kind === 'guest' && node.row.email !== undefined) {
    await vscode.env.clipboard.writeText(node.row.email);
  }
}

/** Writes it into the file and leaves that unsaved, for a look at what was changed. */
async function revokeAccess(node: Node, files: Files): Promise<void> {
  if (node.kind !== 'guest') return;
  const document = await vscode.workspace.openTextDocument(node.uri);
  const file = await files.current(node.uri);
  const guest = file?.document.guests?.find(
    ({ email, space }) => email === node.row.email && space === node.row.space,
  );
  if (!guest) {
    throw new Refusal(vscode.l10n.t('This guest is no longer in the file as it was.'));
  }
  const text = document.getText();
  const rangeOf = rangesIn(text);
  const edit = new vscode.WorkspaceEdit();
  for (const change of language().revoke(text, guest)) {
    edit.replace(node.uri, rangeOf(change.span), change.text);
  }
  await vscode.workspace.applyEdit(edit);
  const { start } = rangeOf(guest.span);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}
