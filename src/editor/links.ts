import * as vscode from 'vscode';
import type { Files } from './files';
import { language } from './language';
import { provide } from './provide';
import { speak } from './speak';

/** Leads from the file to its site, its organization and its pages in a browser. */
export function registerLinks(files: Files, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(selector, {
    provideDocumentLinks: (document, token) =>
      provide(files, document, token, (file, rangeOf) =>
        language()
          .linksIn(file)
          .map(({ span, address, meaning }) => {
            const link = new vscode.DocumentLink(rangeOf(span), vscode.Uri.parse(address, true));
            link.tooltip = speak(meaning);
            return link;
          }),
      ),
  });
}
