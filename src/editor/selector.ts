import * as vscode from 'vscode';
import type { Files } from './files';

/** Registers what answers in the editor of a guest file, and again when such files are called otherwise. */
export function registerForFiles(
  files: Files,
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  let registered = register(files.selector);
  const listening = files.onDidChangeNames(() => {
    registered.dispose();
    registered = register(files.selector);
  });
  return vscode.Disposable.from(listening, {
    dispose: () => {
      registered.dispose();
    },
  });
}
