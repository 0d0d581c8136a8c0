import * as vscode from 'vscode';
import type { Known } from '../language/known';
import type { Writing } from '../language/writing';
import type { GuestFile } from './file';
import type { Files } from './files';
import type { KnownOf } from './known';
import { rangesIn } from './range';
import { Refusal } from './refusal';

/**
 * Writes into the file as it stands now, as one step to undo, and shows what was written. The file stays
 * unsaved, for a look at it.
 */
export async function write(
  { uri, name }: GuestFile,
  files: Files,
  knownOf: KnownOf,
  compose: (text: string, known: Known) => Writing,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const file = await files.current(uri);
  if (!file) throw new Refusal(vscode.l10n.t('{file} is no longer there.', { file: name }));
  const { edits, find } = compose(file.text, knownOf(file));
  if (!edits) throw cannotWrite(file);
  if (edits.length === 0)
    throw new Refusal(vscode.l10n.t('Nothing to write: {file} says so already.', { file: name }));
  const rangeOf = rangesIn(file.text);
  const change = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) change.replace(uri, rangeOf(span), text);
  if (!(await vscode.workspace.applyEdit(change)))
    throw new Refusal(vscode.l10n.t('{file} could not be changed.', { file: name }));
  await reveal(document, files, find);
}

/** A file whose text no entry can be added to. */
export function cannotWrite({ name }: GuestFile): Refusal {
  return new Refusal(
    vscode.l10n.t('Nothing can be added to {file} as it stands: correct its errors first.', {
      file: name,
    }),
    { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
  );
}

async function reveal(
  document: vscode.TextDocument,
  files: Files,
  find: Writing['find'],
): Promise<void> {
  const file = await files.current(document.uri);
  const span = file && find(file.document);
  const editor = await vscode.window.showTextDocument(document);
  if (!span) return;
  const { start } = rangesIn(file.text)(span);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
