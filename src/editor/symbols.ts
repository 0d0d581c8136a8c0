import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { FileSymbol } from '../language/symbols';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';
import type { RangeOf } from './range';
import { hasYamlExtension } from './yamlExtension';

/** The outline and the breadcrumbs of a guest file. */
export function registerSymbols(
  files: Files,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    selector,
    {
      provideDocumentSymbols: (document, token) =>
        hasYamlExtension()
          ? undefined
          : provide(files, document, token, async (file, rangeOf) => {
              const symbols: vscode.DocumentSymbol[] = [];
              for (const symbol of language().symbolsIn(file)) {
                symbols.push(symbolOf(symbol, rangeOf));
                await setImmediate();
              }
              return symbols;
            }),
    },
    { label: vscode.l10n.t('Confluence Guests') },
  );
}

function symbolOf(symbol: FileSymbol, rangeOf: RangeOf): vscode.DocumentSymbol {
  const { name, detail, kind, span, selection } = symbol;
  const shown = new vscode.DocumentSymbol(
    name,
    detail,
    symbolKinds[kind],
    rangeOf(span),
    rangeOf(selection),
  );
  shown.children = symbol.children.map((child) => symbolOf(child, rangeOf));
  return shown;
}

const symbolKinds: Readonly<Record<FileSymbol['kind'], vscode.SymbolKind>> = {
  key: vscode.SymbolKind.Property,
  section: vscode.SymbolKind.Namespace,
  space: vscode.SymbolKind.Package,
  team: vscode.SymbolKind.Array,
  guest: vscode.SymbolKind.Object,
  page: vscode.SymbolKind.File,
};
