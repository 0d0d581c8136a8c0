import * as vscode from 'vscode';
import type { Sentence } from '../document/sentence';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';
import { Refusal } from './refusal';
import { speak } from './speak';
import { workspaceEdit } from './workspaceEdit';

/** Gives a guest, a team or a space another name in all places of its file. */
export function registerRename(files: Files, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerRenameProvider(selector, {
    prepareRename: async (document, position, token) =>
      (await provide(files, document, token, (file, rangeOf) => {
        const { span, name } = accepted(
          language().prepareRename(file, document.offsetAt(position)),
        );
        return { range: rangeOf(span), placeholder: name };
      })) ?? changed(),
    provideRenameEdits: async (document, position, newName, token) =>
      (await provide(files, document, token, (file) => {
        const { edits } = accepted(language().rename(file, document.offsetAt(position), newName));
        return workspaceEdit(file, edits);
      })) ?? changed(),
  });
}

function accepted<Found extends object>(result: Found | { readonly refused: Sentence }): Found {
  if ('refused' in result) throw new Refusal(speak(result.refused));
  return result;
}

function changed(): never {
  throw new Refusal(vscode.l10n.t('The file has changed meanwhile: try again.'));
}
