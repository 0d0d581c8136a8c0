import * as vscode from 'vscode';
import { hostOf } from './file';
import type { Files } from './files';
import type { SiteProblems } from './siteProblems';
import { changeWords, tallyOf } from './tally';

/** A letter on a file of guests in the explorer while the site is known to be otherwise. */
export class Decorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered = vscode.window.registerFileDecorationProvider(this);
  readonly #watching: vscode.Disposable;

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(
    private readonly files: Files,
    private readonly problems: SiteProblems,
  ) {
    this.#watching = problems.onDidChange((uri) => {
      this.#changed.fire(uri);
    });
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const file = this.files.get(uri);
    if (!file) return undefined;
    const { pending, read } = tallyOf(file, this.problems);
    if (!pending) return undefined;
    return new vscode.FileDecoration(
      vscode.l10n.t({
        message: 'D',
        comment: ['A badge of one letter, for: the file differs from the site'],
      }),
      vscode.l10n.t('Differs from {site}: {changes} ({read})', {
        site: hostOf(file),
        changes: changeWords(pending),
        read,
      }),
      new vscode.ThemeColor('list.warningForeground'),
    );
  }

  dispose(): void {
    this.#registered.dispose();
    this.#watching.dispose();
    this.#changed.dispose();
  }
}
