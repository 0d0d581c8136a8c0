import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { FileSymbol } from '../language/symbols';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';
import { hasYamlExtension } from './yamlExtension';

/** The outline and the breadcrumbs of a guest file. */
export function registerSymbols(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    selector,
    {
      async provideDocumentSymbols({ uri }) {
        const file = hasYamlExtension() ? undefined : await files.current(uri);
        if (!file) return undefined;
        const rangeOf = rangesIn(file.text);
        const toSymbol = (symbol: FileSymbol): vscode.DocumentSymbol => {
          const { name, detail, kind, span, selection } = symbol;
          const shown = new vscode.DocumentSymbol(
            name,
            detail,
            symbolKinds[kind],
            rangeOf(span),
            rangeOf(selection),
          );
          shown.children = symbol.children.map(toSymbol);
          return shown;
        };
        const symbols: vscode.DocumentSymbol[] = [];
        for (const symbol of language().symbolsIn(file)) {
          symbols.push(toSymbol(symbol));
          await setImmediate();
        }
        return symbols;
      },
    },
    { label: vscode.l10n.t('Confluence Guests') },
  );
}

const symbolKinds: Readonly<Record<FileSymbol['kind'], vscode.SymbolKind>> = {
  key: vscode.SymbolKind.Property,
  section: vscode.SymbolKind.Namespace,
  space: vscode.SymbolKind.Package,
  team: vscode.SymbolKind.Array,
  guest: vscode.SymbolKind.Object,
  page: vscode.SymbolKind.File,
};
