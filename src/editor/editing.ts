import * as vscode from 'vscode';
import { registerAddGuest } from './addGuest';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { registerCreateFile } from './createFile';
import type { Credentials } from './credentials';
import type { Files } from './files';
import { registerHover } from './hover';
import { createKnownOf, type KnownOf } from './known';
import { registerNavigation } from './navigation';
import { registerQuickFixes } from './quickFix';
import type { Readings } from './readings';
import { registerSharePage } from './sharePage';
import type { SiteListsCache } from './siteLists';

/** All that helps to write a file. It asks the site only for what there is to choose from, and never waits for it. */
export function registerEditing(
  files: Files,
  readings: Readings,
  lists: SiteListsCache,
  credentials: Credentials,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const known = createKnownOf(readings, lists, credentials);
  const choosing: KnownOf = (file) => {
    lists.want(file);
    return known(file);
  };
  return vscode.Disposable.from(
    registerCompletion(files, choosing),
    registerHover(files, known),
    registerCodeLens(files, readings, known),
    registerQuickFixes(files, known, readings),
    registerNavigation(files),
    registerAddGuest(files, choosing, log),
    registerSharePage(files, choosing, log),
    registerCreateFile(
      files,
      credentials,
      (origin) => {
        lists.wantAt(origin, []);
        return lists.at(origin);
      },
      log,
    ),
  );
}
