import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';

/** Finds, and marks, all places that name the same guest, team, group, space or page. */
export function registerReferences(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  const { Read, Write } = vscode.DocumentHighlightKind;
  const find = (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ) =>
    provide(files, document, token, (file, rangeOf) =>
      language()
        .occurrencesAt(file, document.offsetAt(position))
        .map(({ span, isDefinition }) => ({ range: rangeOf(span), isDefinition })),
    );
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(selector, {
      provideReferences: async (document, position, { includeDeclaration }, token) =>
        (await find(document, position, token))
          ?.filter(({ isDefinition }) => includeDeclaration || !isDefinition)
          .map(({ range }) => new vscode.Location(document.uri, range)),
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights: async (document, position, token) =>
        (await find(document, position, token))?.map(
          ({ range, isDefinition }) =>
            new vscode.DocumentHighlight(range, isDefinition ? Write : Read),
        ),
    }),
  );
}
