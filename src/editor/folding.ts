import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';
import { hasYamlExtension } from './yamlExtension';

/** What of a guest file can be hidden: sections, entries, lists and comments. */
export function registerFolding(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(selector, {
    provideFoldingRanges: (document, _context, token) =>
      hasYamlExtension()
        ? undefined
        : provide(files, document, token, (file, rangeOf) =>
            language()
              .foldsIn(file.text)
              .map(({ span, kind }) => {
                const { start, end } = rangeOf(span);
                return kind === 'comment'
                  ? new vscode.FoldingRange(start.line, end.line, vscode.FoldingRangeKind.Comment)
                  : new vscode.FoldingRange(start.line, end.line);
              }),
          ),
  });
}
