import * as vscode from 'vscode';
import type { Answers } from '../language/ask/answers';
import { addEntry } from './addEntry';
import { chooseFile } from './chooseFile';
import { registerCommand } from './command';
import type { Files } from './files';
import type { KnownOf } from './known';
import { language } from './language';
import { guestOf } from './node';
import { mustBeWritable } from './write';

/** Add Guest: asks for a new guest and writes the entry into the file; the site is not changed. */
export function registerAddGuest(
  files: Files,
  knownOf: KnownOf,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.addGuest', log, async (argument) => {
    const { addGuestSteps, refuseGuest, writeGuest } = language();
    const file = await chooseFile(files, argument);
    mustBeWritable(file);
    const given = givenBy(argument);
    await addEntry(file, files, knownOf, {
      title: vscode.l10n.t('Add Guest to {file}', { file: file.name }),
      given,
      steps: (known) => addGuestSteps(known, given),
      refuse: refuseGuest,
      compose: writeGuest,
    });
  });
}

/** The row of somebody who is a guest on the site and not in the file tells who and where. */
function givenBy(argument: unknown): Answers {
  const row = guestOf(argument);
  if (row?.email === undefined || row.guest) return {};
  return {
    address: { text: `${row.label.replace(/[<>]/g, '')} <${row.email}>`, written: true },
    space: { text: row.space, written: false },
  };
}
