import { history as historyOf } from '../sync/history';
import { historyText } from '../sync/historyText';
import { readDocument } from './file';
import type { Options } from './options';
import { journalOf } from './plan';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/** Show what earlier syncs did, without a network. */
export async function history(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  const records = historyOf(await journalOf(read, options, around).read('history'));
  around.out(
    options.json
      ? JSON.stringify(records, undefined, 2)
      : historyText(records, styleFor(around.colours)),
  );
  return 0;
}
