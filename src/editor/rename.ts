import * as vscode from 'vscode';
import type { GuestFile } from './file';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';
import { Refusal } from './refusal';
import { speak } from './speak';

/** Gives a guest, a team or a space another name in all places of its file. */
export function registerRename(files: Files, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerRenameProvider(selector, {
    async prepareRename(document, position) {
      const file = await fileOf(document, files);
      const found = language().prepareRename(file, document.offsetAt(position));
      if ('refused' in found) throw new Refusal(speak(found.refused));
      return { range: rangesIn(file.text)(found.span), placeholder: found.name };
    },
    async provideRenameEdits(document, position, newName) {
      const file = await fileOf(document, files);
      const renamed = language().rename(file, document.offsetAt(position), newName);
      if ('refused' in renamed) throw new Refusal(speak(renamed.refused));
      const rangeOf = rangesIn(file.text);
      const edit = new vscode.WorkspaceEdit();
      for (const { span, text } of renamed.edits) edit.replace(file.uri, rangeOf(span), text);
      return edit;
    },
  });
}

async function fileOf({ uri }: vscode.TextDocument, files: Files): Promise<GuestFile> {
  const file = await files.current(uri);
  if (!file) throw new Refusal(vscode.l10n.t('This is no file of guests.'));
  return file;
}
