import * as vscode from 'vscode';
import { takesOthers } from '../access/handoff';
import type { Reading } from '../access/reading';
import { chooseFile } from './chooseFile';
import { today } from './clock';
import { offer, registerTrustedCommand } from './command';
import type { Connect } from './connect';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { inform } from './message';
import { online } from './online';
import type { Readings } from './readings';
import { readSite } from './readSite';
import type { Action } from './refusal';
import type { Reports } from './reports';
import { speak } from './speak';

/** Copy Message to Organization Admin: what a sync cannot do by itself, ready to be sent. */
export function registerHandoff(
  files: Files,
  readings: Readings,
  reports: Reports,
  connect: Connect,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.copyHandoff', log, async (argument) => {
    const file = await chooseFile(files, argument);
    const known = readings.get(file);
    const reading =
      known?.text === file.text ? known : await readSite(file, await connect(file), readings);
    const text = online().handoffText(reading, file.name, today(), speak);
    if (text === undefined) {
      void inform(vscode.l10n.t('Nothing in {file} takes anybody else.', { file: file.name }));
      return;
    }
    await reports.open(vscode.l10n.t('Message to Admin — {site}', { site: hostOf(file) }), text);
    await vscode.env.clipboard.writeText(text);
    void inform(vscode.l10n.t('The message is copied: paste it into a mail or chat to the admin.'));
  });
}

/** Says that a plan waits for somebody else, if it does, with the message for them at hand. */
export function offerHandoff(file: GuestFile, known: Pick<Reading, 'plan' | 'outcomes'>): void {
  const action = handoffAction(file, known);
  if (!action) return;
  void offer(inform, vscode.l10n.t('Some of the plan waits for the organization admin.'), action);
}

/** The button behind what could not be done, where that takes somebody else. */
export function handoffAction(
  { uri }: GuestFile,
  known: Pick<Reading, 'plan' | 'outcomes'>,
): Action | undefined {
  if (!takesOthers(known)) return undefined;
  return {
    title: vscode.l10n.t('Copy Message to Admin'),
    command: 'confluenceGuests.copyHandoff',
    arguments: [uri],
  };
}
