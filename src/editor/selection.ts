import * as vscode from 'vscode';
import type { Span } from '../document/model';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';
import { hasYamlExtension } from './yamlExtension';

/** What *Expand Selection* takes in: a word, its value, field, entry and section, the file. */
export function registerSelections(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(selector, {
    async provideSelectionRanges(document, positions) {
      const file = hasYamlExtension() ? undefined : await files.current(document.uri);
      if (!file) return undefined;
      const rangeOf = rangesIn(file.text);
      const offsets = positions.map((position) => document.offsetAt(position));
      return language()
        .selectionsAt(file.text, offsets)
        .flatMap((spans) => nest(spans, rangeOf) ?? []);
    },
  });
}

/** Each span within the one behind it. */
function nest(
  spans: readonly Span[],
  rangeOf: (span: Span) => vscode.Range,
): vscode.SelectionRange | undefined {
  return spans.reduceRight<vscode.SelectionRange | undefined>(
    (parent, span) => new vscode.SelectionRange(rangeOf(span), parent),
    undefined,
  );
}
