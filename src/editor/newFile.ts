import * as vscode from 'vscode';

/**
 * Makes a `collaborators.yaml` at the top of the workspace and opens it. Where there is one already, or
 * no folder, the text is opened without a place, so that nothing is ever overwritten.
 */
export async function openNewFile(text: string): Promise<void> {
  const folder = await chooseFolder();
  const uri = folder && vscode.Uri.joinPath(folder.uri, 'collaborators.yaml');
  const document =
    uri && (await make(uri, text))
      ? await vscode.workspace.openTextDocument(uri)
      : await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
  await vscode.window.showTextDocument(document);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (others.length === 0) return first;
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('In which folder shall the file lie?'),
  });
  if (!picked) throw new vscode.CancellationError();
  return picked;
}

/** Whether the file could be made; it is not when there is one. */
async function make(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit);
}
