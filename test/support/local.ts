import path from 'node:path';
import { temporaryFolder } from './cleanup';
import { before } from './deadline';
import type { Manner, MochaRun } from './mocha';
import { start } from './processes';
import { compiledTests, projectRoot } from './project';
import { collect, type Results } from './results';

/** Runs the tests of `test/NAME` with mocha in a process of their own. */
export async function runLocal(name: string, manner: Manner, limitMs: number): Promise<Results> {
  const started = performance.now();
  const file = path.join(temporaryFolder(), 'results');
  const run: MochaRun = { ...manner, files: compiledTests(name, 'below'), results: file };
  const child = start(process.execPath, [path.join(__dirname, 'child.js'), JSON.stringify(run)], {
    cwd: projectRoot,
  });
  const end = await before(
    limitMs,
    child.ended.then((how) => `Its process ${how}.`),
  );
  await child.stop();
  return collect(name, started, file, () => `${end}\n${child.tail()}`);
}
