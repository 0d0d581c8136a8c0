import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { TestEvent } from './results';

export interface MochaRun {
  readonly files: readonly string[];
  readonly timeoutMs: number;
  /** Where the events go, for the orchestrator; without it mocha prints. */
  readonly results: string | undefined;
}

/** Runs compiled test files in this process and resolves with the number of failures. */
export async function runMocha({ files, timeoutMs, results }: MochaRun): Promise<number> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ timeout: timeoutMs, forbidOnly: true });
  if (results !== undefined) mocha.reporter(eventWriter(results));
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}

function eventWriter(file: string): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      writeEvents(runner, file);
    }
  };
}

function writeEvents(runner: Mocha.Runner, file: string): void {
  const write = (event: TestEvent) => {
    appendFileSync(file, `${JSON.stringify(event)}\n`);
  };
  runner.on('pass', (test) => {
    write({ kind: 'passed', ...place(test) });
  });
  runner.on('pending', (test) => {
    write({ kind: 'skipped', ...place(test) });
  });
  runner.on('fail', (test, error: unknown) => {
    write({ kind: 'failed', ...place(test), error: describe(error) });
  });
  runner.on('end', () => {
    write({ kind: 'finished' });
  });
}

function place(test: Mocha.Test): { readonly suite: string; readonly title: string } {
  const [suite = '', ...rest] = test.titlePath();
  return { suite, title: rest.join(' › ') };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
