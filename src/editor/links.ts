import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { rangesIn } from './range';
import { speak } from './speak';

/** Leads from the file to its site, its organization and its pages in a browser. */
export function registerLinks(files: Files, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(selector, {
    async provideDocumentLinks({ uri }) {
      const file = await files.current(uri);
      if (!file) return undefined;
      const rangeOf = rangesIn(file.text);
      return language()
        .linksIn(file)
        .map(({ span, address, meaning }) => {
          const link = new vscode.DocumentLink(rangeOf(span), vscode.Uri.parse(address, true));
          link.tooltip = speak(meaning);
          return link;
        });
    },
  });
}
