import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';

/** Leads from a guest, team or space that is named somewhere to its entry. */
export function registerDefinitions(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    provideDefinition: (document, position, token): Promise<vscode.LocationLink[] | undefined> =>
      provide(files, document, token, (file, rangeOf) =>
        language()
          .definitionsAt(file, document.offsetAt(position))
          .map(({ from, entry, name }) => ({
            originSelectionRange: rangeOf(from),
            targetUri: file.uri,
            targetRange: rangeOf(entry),
            targetSelectionRange: rangeOf(name),
          })),
      ),
  });
}
