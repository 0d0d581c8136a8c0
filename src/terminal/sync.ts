import { dayOf } from '../document/date';
import { apply, type ApplyOptions, type SyncPorts } from '../sync/apply';
import { resultJson } from '../sync/json';
import type { Outcome } from '../sync/outcome';
import { findingsText, resultText } from '../sync/print';
import { readDocument, type ReadFile } from './file';
import type { Options } from './options';
import { exitCodeOf, hintAtHandoff, portsFor, previewFile, showPlan } from './plan';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/** Make the site match. Without `--yes` the plan is shown and nothing happens. */
export async function sync(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  return carryOut(read, options, portsFor(read, options, around), around, {});
}

/** Show a plan and, with `--yes`, apply it. */
export async function carryOut(
  read: ReadFile,
  options: Options,
  ports: SyncPorts,
  around: Surroundings,
  way: Pick<ApplyOptions, 'planner' | 'undoes'>,
): Promise<ExitCode> {
  const { out, err, colours, now, signal } = around;
  const { plan: reviewed } = await previewFile(read, ports, around, way.planner);
  if (!options.yes || reviewed.steps.length === 0) {
    showPlan(reviewed, read, options, around);
    hintAtHandoff(reviewed, read, around);
    if (!options.yes && reviewed.steps.length > 0) {
      err('Nothing was changed: add --yes to apply this plan.');
    }
    return exitCodeOf(reviewed);
  }
  const style = styleFor(colours);
  const applied = await apply(read.document, reviewed, ports, {
    ...way,
    today: dayOf(now()),
    signal,
    allowRemovals: options.allowRemovals,
  });
  out(
    options.json
      ? JSON.stringify(resultJson(applied, reviewed, read.source), undefined, 2)
      : [
          resultText(applied, read.source, style),
          ...(applied.state === 'applied' ? findingsText(reviewed, read.source, style) : []),
        ].join('\n'),
  );
  hintAtHandoff(reviewed, read, around);
  if (applied.state === 'refused') return 1;
  return applied.outcomes.every(isFine) && reviewed.blocked.length === 0 ? 0 : 1;
}

function isFine({ state }: Outcome): boolean {
  return state === 'done' || state === 'waiting';
}
