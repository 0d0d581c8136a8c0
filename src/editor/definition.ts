import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';

/** Leads from a guest, team or space that is named somewhere to its entry. */
export function registerDefinitions(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    async provideDefinition(document, position): Promise<vscode.LocationLink[] | undefined> {
      const file = await files.current(document.uri);
      if (!file) return undefined;
      const rangeOf = rangesIn(file.text);
      return language()
        .definitionsAt(file, document.offsetAt(position))
        .map(({ from, entry, name }) => ({
          originSelectionRange: rangeOf(from),
          targetUri: file.uri,
          targetRange: rangeOf(entry),
          targetSelectionRange: rangeOf(name),
        }));
    },
  });
}
