import * as vscode from 'vscode';
import type { SyncPorts } from '../sync/apply';
import { carryOut } from './carryOut';
import { chooseFile } from './chooseFile';
import { registerTrustedCommand } from './command';
import type { Connect } from './connect';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { planTitle } from './preview';
import type { Readings } from './readings';
import { Refusal } from './refusal';
import type { Reports } from './reports';
import { wayBack } from './undo';
import type { Way } from './way';

/** Sync Guests and Undo Last Sync: what changes a site by a plan that was reviewed. One at a time. */
export function registerSync(
  files: Files,
  readings: Readings,
  reports: Reports,
  connect: Connect,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let running = false;
  const start = async (argument: unknown, find: FindWay): Promise<void> => {
    if (running) throw new Refusal(vscode.l10n.t('A sync is running already: wait for its end.'));
    running = true;
    try {
      const file = await chooseFile(files, argument);
      const ports = await connect(file);
      const way = await find(file, ports);
      if (way) await carryOut(way, file, ports, { readings, reports, log });
    } finally {
      running = false;
    }
  };
  return vscode.Disposable.from(
    registerTrustedCommand('confluenceGuests.sync', log, (argument) => start(argument, wayThere)),
    registerTrustedCommand('confluenceGuests.undo', log, (argument) => start(argument, wayBack)),
  );
}

/** `undefined` when there is no way to go, and the person has been told. */
type FindWay = (file: GuestFile, ports: SyncPorts) => Way | undefined | Promise<Way | undefined>;

/** To what the file says. */
function wayThere(file: GuestFile): Way {
  const facts = { site: hostOf(file), file: file.name };
  return {
    title: planTitle(file),
    question: vscode.l10n.t('Make {site} match {file}?', facts),
    go: vscode.l10n.t('Sync'),
    nothing: vscode.l10n.t('Nothing to change: {site} is as {file} says.', facts),
  };
}
