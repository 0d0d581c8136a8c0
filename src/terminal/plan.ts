import { homedir } from 'node:os';
import path from 'node:path';
import { dayOf } from '../document/date';
import { preview, type Planner, type SyncPorts } from '../sync/apply';
import { ConfluenceError } from '../sync/error';
import { waitsForAdmin } from '../sync/finding';
import type { Journal } from '../sync/journal';
import { planJson } from '../sync/json';
import type { Plan } from '../sync/plan';
import { pendingSteps } from '../sync/step';
import { planText } from '../sync/print';
import { connectFromEnvironment } from './credentials';
import { hasErrors, problemLines, readDocument, type ReadFile } from './file';
import { journalFile, journalPath } from '../storage/journalFile';
import type { Options } from './options';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/** Show what a sync would change. */
export async function plan(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  const { plan: planned } = await previewFile(read, portsFor(read, options, around), around);
  showPlan(planned, read, options, around);
  hintAtHandoff(planned, read, around);
  return exitCodeOf(planned);
}

/** Everything a sync of this file needs. Throws a `ConfluenceError` when the file has errors. */
export function portsFor(read: ReadFile, options: Options, around: Surroundings): SyncPorts {
  if (hasErrors(read.problems)) {
    throw new ConfluenceError(
      'invalid',
      `${problemLines(read).join('\n')}\n${read.source.name} has errors: correct them first`,
    );
  }
  const { reader, writer } = connectFromEnvironment(read.document, around);
  return { reader, writer, journal: journalOf(read, options, around), now: around.now };
}

/** What is remembered of earlier syncs with the file's site. */
export function journalOf(
  { document }: ReadFile,
  { journal }: Pick<Options, 'journal'>,
  around: Surroundings,
): Journal {
  if (journal !== undefined) return journalFile(journal);
  if (!document.site) {
    throw new ConfluenceError('invalid', 'The file names no site: correct `site:` first');
  }
  return journalFile(journalPath(stateFolder(around), document.site.origin));
}

export async function previewFile(
  { document }: ReadFile,
  ports: SyncPorts,
  { now, signal }: Surroundings,
  planner?: Planner,
): Promise<{ readonly plan: Plan }> {
  return preview(document, ports, { today: dayOf(now()), signal, planner });
}

export function showPlan(
  planned: Plan,
  { source }: ReadFile,
  { json }: Pick<Options, 'json'>,
  { out, colours }: Surroundings,
): void {
  out(
    json
      ? JSON.stringify(planJson(planned, source), undefined, 2)
      : planText(planned, source, styleFor(colours)),
  );
}

/** Some steps wait for somebody who has to be asked. */
export function hintAtHandoff(
  { blocked }: Plan,
  { source }: ReadFile,
  { err }: Surroundings,
): void {
  if (!blocked.some(waitsForAdmin)) return;
  err(`confluence-guests handoff ${source.name} prints a message for the organization admin.`);
}

/** Changes count before what is not possible; guests who have yet to accept count as neither. */
export function exitCodeOf(planned: Plan): ExitCode {
  if (pendingSteps(planned).length > 0) return 2;
  return planned.blocked.length > 0 ? 1 : 0;
}

/** Where programs keep what they remember of a person's work. */
function stateFolder({ env }: Surroundings): string {
  const state =
    process.platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
      : (env['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state'));
  return path.join(state, 'confluence-guests');
}
