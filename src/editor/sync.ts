import * as vscode from 'vscode';
import type { Reading } from '../access/reading';
import type { Applied, SyncPorts } from '../sync/apply';
import type { Plan } from '../sync/plan';
import { describe } from '../sync/step';
import { chooseFile } from './chooseFile';
import { today } from './clock';
import { offer, registerTrustedCommand } from './command';
import { confirmPlan } from './confirm';
import type { Connect } from './connect';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { online } from './online';
import { showPlan } from './preview';
import { phaseWords, withProgress } from './progress';
import type { Readings } from './readings';
import { readSite } from './readSite';
import { Refusal } from './refusal';
import type { Reports } from './reports';
import { showResult } from './result';
import { speak } from './speak';

/** Sync Guests: reads the site, shows the plan, asks once, and makes the site match. One at a time. */
export function registerSync(
  files: Files,
  readings: Readings,
  reports: Reports,
  connect: Connect,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let running = false;
  const sync = async (file: GuestFile): Promise<void> => {
    const ports = await connect(file);
    const before = await readSite(file, ports, readings);
    const { plan } = before;
    if (plan.steps.length === 0) {
      nothingToDo(plan, file);
      return;
    }
    await showPlan(plan, file, reports);
    const allowRemovals = await confirmPlan(plan, file);
    const applied = await applyPlan(plan, file, ports, allowRemovals);
    readings.keep(file, readingAfter(applied, before));
    showResult(applied, file, reports, log);
  };
  return registerTrustedCommand('confluenceGuests.sync', log, async (argument) => {
    if (running) throw new Refusal(vscode.l10n.t('A sync is running already: wait for its end.'));
    running = true;
    try {
      await sync(await chooseFile(files, argument));
    } finally {
      running = false;
    }
  });
}

function nothingToDo({ blocked }: Plan, file: GuestFile): void {
  const site = hostOf(file);
  if (blocked.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing to change: {site} is as {file} says.', { site, file: file.name }),
    );
    return;
  }
  void offer(
    vscode.window.showWarningMessage,
    vscode.l10n.t('Nothing can be changed on {site} now; {count} entries are not possible.', {
      site,
      count: blocked.length,
    }),
    { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
  );
}

function applyPlan(
  plan: Plan,
  file: GuestFile,
  ports: SyncPorts,
  allowRemovals: number | undefined,
): Promise<Applied> {
  const title = vscode.l10n.t('Syncing {site}', { site: hostOf(file) });
  return withProgress(title, (report, signal) =>
    online().apply(file.document, plan, ports, {
      today: today(),
      signal,
      allowRemovals,
      onPhase: (phase) => {
        report({ message: phaseWords(phase) });
      },
      onOutcome: ({ step }, count, total) => {
        report({
          message: vscode.l10n.t('{count} of {total}: {step}', {
            count,
            total,
            step: speak(describe(step)),
          }),
          increment: 100 / total,
        });
      },
    }),
  );
}

/**
 * What is known after a sync. When it could not read the site again, as when it was cancelled, that
 * is what was known before, without the steps that are done.
 */
function readingAfter(applied: Applied, before: Reading): Reading {
  if (applied.state === 'refused') return before;
  const { outcomes, live, remaining } = applied;
  if (live && remaining) return { ...before, live, plan: remaining, outcomes };
  const done = new Set(outcomes.flatMap(({ step, state }) => (state === 'done' ? [step.id] : [])));
  const steps = before.plan.steps.filter(({ id }) => !done.has(id));
  return { ...before, plan: { ...before.plan, steps }, outcomes };
}
