import * as vscode from 'vscode';
import type { Reading } from '../access/reading';
import { chooseFile } from './chooseFile';
import { today } from './clock';
import { offer, registerTrustedCommand } from './command';
import type { Connect } from './connect';
import type { GuestFile } from './file';
import type { Files } from './files';
import { language } from './language';
import { confirm, inform } from './message';
import { showGuests, showHistory } from './next';
import { guestOf } from './node';
import { online } from './online';
import { withProgress } from './progress';
import type { Readings } from './readings';
import { readSite } from './readSite';

/** Resend Invitation: mails a guest who has not accepted again, after asking. */
export function registerResend(
  files: Files,
  readings: Readings,
  connect: Connect,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.resend', log, async (argument) => {
    const file = await chooseFile(files, argument);
    const ports = await connect(file);
    const email =
      guestOf(argument)?.email ??
      (await chooseWaiting(file, readings.get(file) ?? (await readSite(file, ports, readings))));
    if (email === undefined) return;
    await confirmMail(email);
    await withProgress(
      vscode.l10n.t('Resending the invitation to {email}', { email }),
      (_report, signal) => online().resendInvitation(file.document, email, ports, signal),
    );
    void offer(
      inform,
      vscode.l10n.t('Atlassian mails the invitation to {email} again.', { email }),
      showHistory(file.uri),
    );
  });
}

/** `undefined` when nobody is waiting, and the person has been told. */
async function chooseWaiting(file: GuestFile, reading: Reading): Promise<string | undefined> {
  const waiting = language()
    .guestRows(file.document, reading, today())
    .flatMap(({ state, label, email }) =>
      state === 'waiting' && email !== undefined ? [{ label, description: email, email }] : [],
    );
  if (waiting.length === 0) {
    void offer(
      inform,
      vscode.l10n.t('No guest of {file} has an invitation to accept.', { file: file.name }),
      showGuests(),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(waiting, {
    placeHolder: vscode.l10n.t('Whose invitation do you want to resend?'),
  });
  if (!picked) throw new vscode.CancellationError();
  return picked.email;
}

async function confirmMail(email: string): Promise<void> {
  const go = vscode.l10n.t('Resend Invitation');
  await confirm(
    vscode.l10n.t('Resend the invitation to {email}?', { email }),
    vscode.l10n.t('Atlassian mails the invitation again.'),
    go,
  );
}
