import * as vscode from 'vscode';
import { difference } from '../document/difference';
import type { GuestFile } from './file';
import type { Files } from './files';
import { inform } from './message';
import { rangesIn } from './range';
import { Refusal } from './refusal';

const scheme = 'confluence-guests-proposal';

/** New texts of files that a person looks at beside the old ones before they are taken. */
export class Proposals implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  readonly onDidChange = this.#changed.event;

  /** Shows the difference, asks, and takes the new text as one step to undo; the file stays unsaved. */
  async propose(file: GuestFile, text: string, files: Files): Promise<void> {
    const { name } = file;
    const proposal = vscode.Uri.from({ scheme, path: file.uri.path });
    this.#texts.set(proposal.toString(), text);
    this.#changed.fire(proposal);
    const title = vscode.l10n.t('{file}: what the import adds', { file: name });
    await vscode.commands.executeCommand('vscode.diff', file.uri, proposal, title);
    const add = vscode.l10n.t('Add to File');
    const discard = vscode.l10n.t('Discard');
    const question = vscode.l10n.t('Add what was found to {file}? The site is not changed.', {
      file: name,
    });
    const chosen = await inform(question, add, discard);
    if (chosen !== undefined) await closeDiff(proposal);
    if (chosen === add) await take(file, text, files);
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}

async function closeDiff(proposal: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const open = tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff && input.modified.toString() === proposal.toString(),
  );
  await vscode.window.tabGroups.close(open);
}

/** Only into the text that was looked at. */
async function take(
  { uri, name, text: before }: GuestFile,
  text: string,
  files: Files,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if ((await files.current(uri))?.text !== before) {
    throw new Refusal(
      vscode.l10n.t('{file} has changed since it was compared: import the guests again.', {
        file: name,
      }),
    );
  }
  const { span, text: added } = difference(before, text);
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, rangesIn(before)(span), added);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Refusal(vscode.l10n.t('{file} could not be changed.', { file: name }));
  }
  await vscode.window.showTextDocument(document);
}
