import * as vscode from 'vscode';
import type { TextEdit } from '../document/edit';
import { difference } from '../document/difference';
import type { Writing } from '../language/writing';
import { hasErrors, type GuestFile } from './file';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';
import { Refusal } from './refusal';
import { workspaceEdit } from './workspaceEdit';

/**
 * Writes into the file as it stands now, as one step to undo, and shows what was written. The file stays
 * unsaved, for a look at it.
 */
export async function write(
  known: GuestFile,
  files: Files,
  compose: (file: GuestFile) => Writing,
): Promise<void> {
  const file = await open(known, files);
  const { uri, name } = file;
  const { edits, find } = compose(file);
  if (!edits) throw cannotWrite(file);
  if (edits.length === 0)
    throw new Refusal(vscode.l10n.t('Nothing to write: {file} says so already.', { file: name }));
  await change(file, edits);
  const written = await files.current(uri);
  const span = written && find(written.document);
  await show(uri, span && rangesIn(written)(span).start);
}

/** Refuses a file whose text no entry can be added to, so that nobody answers questions in vain. */
export function mustBeWritable(file: GuestFile): void {
  if (!language().canWrite(file.text)) throw cannotWrite(file);
}

function cannotWrite(file: GuestFile): Refusal {
  const { name, text } = file;
  const key = language().closedList(text);
  if (key)
    return new Refusal(
      vscode.l10n.t(
        'Nothing can be added to `{key}` in {file} as it is written: write it as a plain list first, without `&`, `*` or `!`.',
        { key, file: name },
      ),
    );
  if (!hasErrors(file))
    return new Refusal(
      vscode.l10n.t(
        'This cannot be added to {file} as it is written: write the lists for it plainly first, without `&`, `*` or `!`.',
        { file: name },
      ),
    );
  return new Refusal(
    vscode.l10n.t('Nothing can be added to {file} as it stands: correct its errors first.', {
      file: name,
    }),
    { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
  );
}

/** The file as it stands in the editor, where it is open from now on. */
export async function open({ uri, name }: GuestFile, files: Files): Promise<GuestFile> {
  const file = await vscode.workspace.openTextDocument(uri).then(
    () => files.current(uri),
    () => undefined,
  );
  if (!file) throw new Refusal(vscode.l10n.t('{file} is no longer there.', { file: name }));
  return file;
}

/** Makes the edits in a file that is open, or takes them back where they could never be saved. */
export async function change(file: GuestFile, edits: readonly TextEdit[]): Promise<void> {
  const { uri, name, text } = file;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!(await vscode.workspace.applyEdit(workspaceEdit(file, edits))))
    throw new Refusal(vscode.l10n.t('{file} could not be changed.', { file: name }));
  if (await isKept(document)) return;
  const now = { uri, text: document.getText() };
  await vscode.workspace.applyEdit(workspaceEdit(now, [difference(now.text, text)]));
  throw new Refusal(
    vscode.l10n.t('{file} is read-only: allow it to be edited, then try again.', { file: name }),
  );
}

/** The editor makes edits of a read-only file, too, but can never save them. */
async function isKept(document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty) return true;
  const saved = await vscode.workspace.fs.readFile(document.uri);
  return new TextDecoder().decode(saved) === document.getText();
}

/** Shows the file, with the cursor at the place if there is one. */
export async function show(uri: vscode.Uri, place: vscode.Position | undefined): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  if (!place) return;
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
