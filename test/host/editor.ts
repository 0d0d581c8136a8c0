import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the extension gives out: its two trees, and what it shows in the status bar and the explorer. */
interface Trees {
  readonly guests: vscode.TreeDataProvider<unknown> & { readonly badge?: vscode.ViewBadge };
  readonly pages: vscode.TreeDataProvider<unknown>;
  readonly status: { readonly item: vscode.StatusBarItem };
  readonly decorations: vscode.FileDecorationProvider;
}

export async function trees(): Promise<Trees> {
  const extension = vscode.extensions.getExtension<Trees>('confluence-guests.confluence-guests');
  assert.ok(extension);
  return extension.activate();
}

/** The `collaborators.yaml` of the workspace folder. */
export function ownFile(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'collaborators.yaml');
}

/** Opens the workspace's file and types this text over what is in it. */
export async function write(text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(ownFile());
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(Infinity));
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(all, text);
    }),
  );
  return editor;
}

/** Saves this text in the workspace's file, and brings back what was there when the work is done. */
export async function saving(text: string, work: () => Promise<void>): Promise<void> {
  const before = await vscode.workspace.fs.readFile(ownFile());
  const { document } = await write(text);
  try {
    assert.ok(await document.save());
    await work();
  } finally {
    await vscode.workspace.fs.writeFile(ownFile(), before);
  }
}

/** Brings the file back to what is on disk, with no editor open. */
export async function closeAll(): Promise<void> {
  await vscode.window.showTextDocument(ownFile());
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The diagnostics of a file as `severity code@text`, in order. */
export async function diagnosticsIn(
  uri: vscode.Uri,
  source = 'Confluence Guests',
): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === source)
    .map(({ severity, code, range }) => {
      const level = vscode.DiagnosticSeverity[severity];
      const name = typeof code === 'object' ? code.value : code;
      return `${level} ${name ?? ''}@${document.getText(range)}`;
    });
}

/** A row of a tree with the words beside it, such as `Ana Díaz: active`. */
export async function rowsOf(
  tree: vscode.TreeDataProvider<unknown>,
  parent?: unknown,
): Promise<readonly string[]> {
  const nodes = (await tree.getChildren(parent)) ?? [];
  return Promise.all(
    nodes.map(async (node) => {
      const { label, description } = await tree.getTreeItem(node);
      const name = typeof label === 'object' ? label.label : label;
      return `${name ?? ''}: ${String(description)}`;
    }),
  );
}
