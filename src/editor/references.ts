import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';

/** Finds, and marks, all places that name the same guest, team, group, space or page. */
export function registerReferences(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  const { Read, Write } = vscode.DocumentHighlightKind;
  const find = async (document: vscode.TextDocument, position: vscode.Position) => {
    const file = await files.current(document.uri);
    if (!file) return undefined;
    const rangeOf = rangesIn(file.text);
    return language()
      .occurrencesAt(file, document.offsetAt(position))
      .map(({ span, isDefinition }) => ({ range: rangeOf(span), isDefinition }));
  };
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(selector, {
      provideReferences: async (document, position, { includeDeclaration }) =>
        (await find(document, position))
          ?.filter(({ isDefinition }) => includeDeclaration || !isDefinition)
          .map(({ range }) => new vscode.Location(document.uri, range)),
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights: async (document, position) =>
        (await find(document, position))?.map(
          ({ range, isDefinition }) =>
            new vscode.DocumentHighlight(range, isDefinition ? Write : Read),
        ),
    }),
  );
}
