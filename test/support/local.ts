import path from 'node:path';
import { temporaryFolder } from './cleanup';
import { before } from './deadline';
import { start } from './processes';
import { compiledTests, projectRoot } from './project';
import { collect, type Results } from './results';

/** Runs the tests of `test/NAME` with mocha in a process of their own. */
export async function runLocal(
  name: string,
  { testMs, stageMs }: { readonly testMs: number; readonly stageMs: number },
): Promise<Results> {
  const started = performance.now();
  const file = path.join(temporaryFolder(), 'results');
  const child = start(
    process.execPath,
    [path.join(__dirname, 'child.js'), file, String(testMs), ...compiledTests(name, 'below')],
    { cwd: projectRoot },
  );
  const end = await before(
    stageMs,
    child.ended.then((how) => `Its process ${how}.`),
  );
  await child.stop();
  return collect(name, started, file, () => `${end}\n${child.tail()}`);
}
