import * as vscode from 'vscode';
import type { Answers } from '../language/ask/answers';
import { chooseFile } from './chooseFile';
import { registerCommand } from './command';
import type { Files } from './files';
import type { KnownOf } from './known';
import { language } from './language';
import { guestOf } from './node';
import { Refusal } from './refusal';
import { speak } from './speak';
import { runSteps } from './steps';
import { cannotWrite, write } from './write';

/** Add Guest: asks for a new guest and writes the entry into the file; the site is not changed. */
export function registerAddGuest(
  files: Files,
  knownOf: KnownOf,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.addGuest', log, async (argument) => {
    const { addGuestSteps, canWrite, refuseGuest, writeGuest } = language();
    const file = await chooseFile(files, argument);
    if (!canWrite(file.text)) throw cannotWrite(file);
    const known = knownOf(file);
    const given = givenBy(argument);
    const refuse = (refused: ReturnType<typeof refuseGuest>): void => {
      if (refused) throw new Refusal(speak(refused));
    };
    refuse(refuseGuest(given, known));
    const title = vscode.l10n.t('Add Guest to {file}', { file: file.name });
    const answers = await runSteps(title, addGuestSteps(known, given), given);
    await write(file, files, knownOf, (text, now) => {
      refuse(refuseGuest(answers, now));
      return writeGuest(text, now, answers);
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
