import * as vscode from 'vscode';
import { pageAddress, siteAddress, spaceAddress } from '../access/webAddress';
import type { Document, Guest } from '../document/model';
import { registerCommand } from './command';
import type { Files } from './files';
import { language } from './language';
import { spanOf, type Node } from './node';
import { rangesIn } from './range';
import { Refusal } from './refusal';
import { show, write } from './write';

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
  await show(node.uri, rangesIn(node.file)(spanOf(node)).start);
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
  const { label, email, space } = node.row;
  const find = ({ guests }: Document): Guest | undefined =>
    guests?.find((guest) => guest.email === email && guest.space === space);
  await write(node.file, files, ({ text, document }) => {
    const guest = find(document);
    if (!guest) {
      throw new Refusal(vscode.l10n.t('This guest is no longer in the file as it was.'));
    }
    const edits = language().revoke(text, guest);
    if (edits.length === 0 && guest.access !== 'revoked') {
      throw new Refusal(
        vscode.l10n.t(
          'The entry of {who} was not changed, for it is used elsewhere in the file or unusually written: write “access: revoked” into it yourself.',
          { who: label },
        ),
        {
          title: vscode.l10n.t('Reveal in File'),
          command: 'confluenceGuests.reveal',
          arguments: [node],
        },
      );
    }
    return { edits, find: (now) => find(now)?.span };
  });
}
