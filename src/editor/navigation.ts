import * as vscode from 'vscode';
import { registerDefinitions } from './definition';
import type { Files } from './files';
import { registerFolding } from './folding';
import { registerLinks } from './links';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerForFiles } from './selector';
import { registerSelections } from './selection';
import { registerSymbols } from './symbols';

/** The ways about a guest file: outline, definitions, references, renaming, links, folding, selection. */
export function registerNavigation(files: Files): vscode.Disposable {
  return registerForFiles(files, (selector) =>
    vscode.Disposable.from(
      registerSymbols(files, selector),
      registerDefinitions(files, selector),
      registerReferences(files, selector),
      registerRename(files, selector),
      registerLinks(files, selector),
      registerFolding(files, selector),
      registerSelections(files, selector),
    ),
  );
}
