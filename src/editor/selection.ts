import * as vscode from 'vscode';
import type { Span } from '../document/model';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';
import type { RangeOf } from './range';
import { hasYamlExtension } from './yamlExtension';

/** What *Expand Selection* takes in: a word, its value, field, entry and section, the file. */
export function registerSelections(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(selector, {
    provideSelectionRanges: (document, positions, token) =>
      hasYamlExtension()
        ? undefined
        : provide(files, document, token, (file, rangeOf) => {
            const offsets = positions.map((position) => document.offsetAt(position));
            return language()
              .selectionsAt(file.text, offsets)
              .flatMap((spans) => nest(spans, rangeOf) ?? []);
          }),
  });
}

/** Each span within the one behind it. */
function nest(spans: readonly Span[], rangeOf: RangeOf): vscode.SelectionRange | undefined {
  return spans.reduceRight<vscode.SelectionRange | undefined>(
    (parent, span) => new vscode.SelectionRange(rangeOf(span), parent),
    undefined,
  );
}
