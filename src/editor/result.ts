import * as vscode from 'vscode';
import type { Applied } from '../sync/apply';
import { logDefect, run } from './command';
import { hostOf, type GuestFile } from './file';
import { handoffAction } from './handoff';
import { inform, warn } from './message';
import { online } from './online';
import type { Action } from './refusal';
import type { Reports } from './reports';
import { speak } from './speak';

/** Says in one line what a sync came to, with the whole result at hand. */
export function showResult(
  applied: Applied,
  file: GuestFile,
  reports: Reports,
  log: vscode.LogOutputChannel,
): void {
  logDefects(applied, log);
  const { resultSummary, resultText } = online();
  const text = resultText(applied, file, undefined, speak);
  const message =
    applied.state === 'refused'
      ? applied.reasons.map(speak).join(' ')
      : resultSummary(applied.outcomes, speak);
  const isDone =
    applied.state === 'applied' && applied.outcomes.every(({ state }) => state === 'done');
  void offerResult(message, isDone, handoffOf(applied, file), async () => {
    await reports.open(vscode.l10n.t('Sync Result — {site}', { site: hostOf(file) }), text);
  });
}

async function offerResult(
  message: string,
  isDone: boolean,
  handoff: Action | undefined,
  open: () => Promise<void>,
): Promise<void> {
  const show = vscode.l10n.t('Show Result');
  const others = handoff ? [handoff.title] : [];
  const chosen = await (isDone ? inform : warn)(message, show, ...others);
  if (chosen === show) await open();
  else if (handoff && chosen === handoff.title) await run(handoff);
}

/** What waits for somebody else, where the site could be read again. */
function handoffOf(applied: Applied, file: GuestFile): Action | undefined {
  if (applied.state === 'refused' || !applied.remaining) return undefined;
  return handoffAction(file, { plan: applied.remaining, outcomes: applied.outcomes });
}

function logDefects(applied: Applied, log: vscode.LogOutputChannel): void {
  if (applied.state === 'refused') return;
  for (const { defect } of applied.outcomes) {
    if (defect !== undefined) logDefect(defect, log);
  }
}
