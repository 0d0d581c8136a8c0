import * as vscode from 'vscode';
import type { Reading } from '../access/reading';
import type { Applied, Planner, SyncPorts } from '../sync/apply';
import type { Live } from '../sync/live';
import type { Plan } from '../sync/plan';
import { today } from './clock';
import { offer } from './command';
import { confirmPlan } from './confirm';
import { hostOf, type GuestFile } from './file';
import { offerHandoff } from './handoff';
import { inform } from './message';
import { showGuests } from './next';
import { online } from './online';
import { showPlan } from './preview';
import { phaseWords, withProgress } from './progress';
import type { Readings } from './readings';
import { readSite } from './readSite';
import type { Reports } from './reports';
import { showResult } from './result';
import { speak } from './speak';
import type { Way } from './way';

/** What a command gets from the editor around it. */
export interface Surroundings {
  readonly readings: Readings;
  readonly reports: Reports;
  readonly log: vscode.LogOutputChannel;
}

/** Makes a plan of what has been read: from the file unless a planner is given. */
type MakePlan = (live: Live, planner?: Planner) => Promise<Plan>;

/** Reads the site, shows the plan, asks once, and carries it out. */
export async function carryOut(
  way: Way,
  file: GuestFile,
  ports: SyncPorts,
  { readings, reports, log }: Surroundings,
): Promise<void> {
  const { makePlan, remember } = online();
  const planFor: MakePlan = async (live, planner = makePlan) =>
    planner(file.document, live, remember(await ports.journal.read('memory')), today());
  const before = await readSite(file, ports, readings);
  const plan = await planFor(before.live, way.planner);
  if (plan.steps.length === 0 && plan.blocked.length === 0) {
    const waiting = plan.notices.filter(({ code }) => code === 'waiting').length;
    void offer(
      inform,
      waiting === 0
        ? way.nothing
        : vscode.l10n.t('Nothing to change now: {count} guests have not accepted yet.', {
            count: waiting,
          }),
      showGuests(),
    );
    return;
  }
  await showPlan(plan, way.title, file, reports);
  // The plan says why nothing can be changed now, and so do the problems of the file.
  if (plan.steps.length === 0) {
    offerHandoff(file, { plan, outcomes: [] });
    return;
  }
  const allowRemovals = await confirmPlan(plan, way);
  const applied = await applyPlan(plan, way, file, ports, allowRemovals);
  readings.keep(file, await readingAfter(applied, before, planFor));
  showResult(applied, file, reports, log);
}

function applyPlan(
  plan: Plan,
  { planner, undoes }: Way,
  file: GuestFile,
  ports: SyncPorts,
  allowRemovals: number | undefined,
): Promise<Applied> {
  const title = vscode.l10n.t('Syncing {site}', { site: hostOf(file) });
  return withProgress(title, (report, signal) =>
    online().apply(file.document, plan, ports, {
      planner,
      undoes,
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
            step: speak(online().describe(step)),
          }),
          increment: 100 / total,
        });
      },
    }),
  );
}

/**
 * What is known after a sync, compared with the file. When the site could not be read again, as when
 * it was cancelled, that is what was known before, without the steps that are done.
 */
async function readingAfter(
  applied: Applied,
  before: Reading,
  planFor: MakePlan,
): Promise<Reading> {
  if (applied.state === 'refused') return before;
  const { outcomes, live } = applied;
  if (live) return { ...before, live, plan: await planFor(live), outcomes };
  const done = new Set(outcomes.flatMap(({ step, state }) => (state === 'done' ? [step.id] : [])));
  const steps = before.plan.steps.filter(({ id }) => !done.has(id));
  return { ...before, plan: { ...before.plan, steps }, outcomes };
}
