import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Answers } from '../language/ask/answers';
import { addEntry } from './addEntry';
import { chooseFile } from './chooseFile';
import { registerCommand } from './command';
import type { GuestFile } from './file';
import type { Files } from './files';
import type { KnownOf } from './known';
import { language } from './language';
import type { Node } from './node';
import { mustBeWritable } from './write';

/** In milliseconds. */
const clipboardLimit = 500;

/** Share Page with Guest: asks for a page and who gets it, and writes that into the file; the site is not changed. */
export function registerSharePage(
  files: Files,
  knownOf: KnownOf,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.sharePage', log, async (argument) => {
    const { refuseShare, sharePageSteps, writeShare } = language();
    const file = await chooseFile(files, argument);
    mustBeWritable(file);
    const given = givenBy(argument, file);
    const clipboard = given.page ? '' : await readClipboard();
    await addEntry(file, files, knownOf, {
      title: vscode.l10n.t('Share Page in {file}', { file: file.name }),
      given,
      steps: (known) => sharePageSteps(known, given, clipboard),
      refuse: (answers, known) => refuseShare(answers, given, known),
      compose: (text, known, answers) => writeShare(text, known, given, answers),
    });
  });
}

/** In a browser the person may have to allow that first; nobody waits for it. */
function readClipboard(): Promise<string> {
  return Promise.race([vscode.env.clipboard.readText(), setTimeout(clipboardLimit, '')]);
}

/** A row tells its guest or page, and the editor's own menu those of the entry around the cursor. */
function givenBy(argument: unknown, { uri, document }: GuestFile): Answers {
  const editor = vscode.window.activeTextEditor;
  if (argument instanceof vscode.Uri) {
    if (editor?.document.uri.toString() !== uri.toString()) return {};
    return language().givenAt(editor.document.offsetAt(editor.selection.active), document);
  }
  const node = argument as Node | undefined;
  switch (node?.kind) {
    case 'guest':
      return node.row.guest ? { guests: [node.row.guest.email] } : {};
    case 'page':
      return { page: { text: node.row.id, written: false } };
    case 'file':
    case 'errors':
    case 'detail':
    case undefined:
      return {};
  }
}
