import * as vscode from 'vscode';
import { difference } from '../document/difference';
import type { GuestFile } from './file';
import type { Files } from './files';
import { inform } from './message';
import { rangesIn } from './range';
import { Refusal } from './refusal';
import { change, open, show } from './write';

const scheme = 'confluence-guests-proposal';

/** New texts of files that a person looks at beside the old ones before they are taken. */
export class Proposals implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** The last of each file, until the person has decided. */
  readonly #open = new Map<string, { readonly text: string }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  readonly onDidChange = this.#changed.event;

  /** Shows the difference, asks, and takes the new text as one step to undo; the file stays unsaved. */
  async propose(file: GuestFile, text: string, files: Files): Promise<void> {
    const { name } = file;
    const uri = vscode.Uri.from({ scheme, path: file.uri.path });
    const proposal = { text };
    this.#open.set(uri.toString(), proposal);
    this.#changed.fire(uri);
    const title = vscode.l10n.t('{file}: what the import adds', { file: name });
    await vscode.commands.executeCommand('vscode.diff', file.uri, uri, title);
    const add = vscode.l10n.t('Add to File');
    const discard = vscode.l10n.t('Discard');
    const question = vscode.l10n.t('Add what was found to {file}? The site is not changed.', {
      file: name,
    });
    const chosen = await inform(question, add, discard);
    const isShown = this.#open.get(uri.toString()) === proposal;
    if (isShown) await this.#close(uri);
    if (chosen !== add) return;
    if (!isShown) {
      throw new Refusal(
        vscode.l10n.t(
          'Guests were imported into {file} again meanwhile: answer the newer question.',
          {
            file: name,
          },
        ),
      );
    }
    await take(file, text, files);
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#open.get(uri.toString())?.text;
  }

  async #close(uri: vscode.Uri): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
    );
    await vscode.window.tabGroups.close(shown);
    this.#open.delete(uri.toString());
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}

/** Only into the text that was looked at. */
async function take(file: GuestFile, text: string, files: Files): Promise<void> {
  const now = await open(file, files);
  if (now.text !== file.text) {
    throw new Refusal(
      vscode.l10n.t('{file} has changed since it was compared: import the guests again.', {
        file: file.name,
      }),
    );
  }
  const added = difference(now.text, text);
  await change(now, [added]);
  await show(now.uri, rangesIn(now)(added.span).start);
}
