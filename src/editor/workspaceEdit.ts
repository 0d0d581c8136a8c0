import * as vscode from 'vscode';
import type { TextEdit } from '../document/edit';
import type { GuestFile } from './file';
import { rangesIn } from './range';

/** Edits of a file's text as the editor's own. */
export function workspaceEdit(
  file: Pick<GuestFile, 'uri' | 'text'>,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const rangeOf = rangesIn(file);
  const edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) edit.replace(file.uri, rangeOf(span), text);
  return edit;
}
