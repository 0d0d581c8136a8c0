import * as vscode from 'vscode';

const scheme = 'confluence-guests-plan';

/** Wraps lines and colours what is added and removed; see the manifest. */
const language = 'confluence-guests-plan';

/** Whether a document is one of these. */
export function isReport({ scheme: other }: vscode.Uri): boolean {
  return other === scheme;
}

/** Plans, results and reports as read-only documents, each under its title. They end with the window. */
export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  readonly onDidChange = this.#changed.event;

  /** A report of the same title that is open shows the new text. */
  async open(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: title });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, language);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
