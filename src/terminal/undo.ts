import { ConfluenceError } from '../sync/error';
import { history } from '../sync/history';
import { lastSync, undoPlanner } from '../sync/undo';
import { readDocument } from './file';
import type { Options } from './options';
import { portsFor } from './plan';
import type { ExitCode, Surroundings } from './surroundings';
import { carryOut } from './sync';

/** Plan the way back from the last sync and, with `--yes`, take it. */
export async function undo(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  const ports = portsFor(read, options, around);
  const record = lastSync(history(await ports.journal.read('history')));
  if (!record) {
    throw new ConfluenceError('notFound', 'The journal has no sync that could be taken back');
  }
  const way = { planner: undoPlanner(record), undoes: record.sync };
  return carryOut(read, options, ports, around, way);
}
