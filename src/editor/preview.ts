import * as vscode from 'vscode';
import type { Plan } from '../sync/plan';
import { chooseFile } from './chooseFile';
import { registerTrustedCommand } from './command';
import type { Connect } from './connect';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { offerHandoff } from './handoff';
import { online } from './online';
import type { Readings } from './readings';
import { readSite } from './readSite';
import type { Reports } from './reports';
import { speak } from './speak';

/** Preview Sync: reads the site and shows the plan. */
export function registerPreview(
  files: Files,
  readings: Readings,
  reports: Reports,
  connect: Connect,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.preview', log, async (argument) => {
    const file = await chooseFile(files, argument);
    const { plan, outcomes } = await readSite(file, await connect(file), readings);
    await showPlan(plan, planTitle(file), file, reports);
    offerHandoff(file, { plan, outcomes });
  });
}

/** Of the document that shows what a sync would change. */
export function planTitle(file: GuestFile): string {
  return vscode.l10n.t('Sync Plan — {site}', { site: hostOf(file) });
}

export async function showPlan(
  plan: Plan,
  title: string,
  file: GuestFile,
  reports: Reports,
): Promise<void> {
  await reports.open(title, online().planText(plan, file, undefined, speak));
}
