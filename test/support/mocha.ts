import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { TestEvent } from './results';
import { searched } from './search';

/** How to run tests. */
export interface Manner {
  /** For one test, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a test that has failed is tried again. */
  readonly retries: number;
  /** Only tests whose whole title contains this run. */
  readonly grep?: string | undefined;
}

export interface MochaRun extends Manner {
  readonly files: readonly string[];
  /** Where the events go, for the orchestrator; without it mocha prints. */
  readonly results: string | undefined;
}

/** What to search for secrets besides what is searched anyway. */
export interface Lookout {
  readonly afterEach?: () => void;
  readonly afterAll?: () => void;
}

/** Runs compiled test files in this process and resolves with the number of failures. */
export async function runMocha(
  { files, results, ...manner }: MochaRun,
  lookout: Lookout = {},
): Promise<number> {
  process.setSourceMapsEnabled(true);
  const { timeoutMs: timeout, retries, grep } = manner;
  const mocha = new Mocha({ timeout, retries, forbidOnly: true });
  if (grep !== undefined) mocha.fgrep(grep);
  if (results !== undefined) mocha.reporter(eventWriter(results, lookout));
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}

function eventWriter(file: string, lookout: Lookout): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      writeEvents(runner, file, lookout);
    }
  };
}

function writeEvents(runner: Mocha.Runner, file: string, { afterEach, afterAll }: Lookout): void {
  const write = (event: TestEvent) => {
    appendFileSync(file, `${JSON.stringify(event)}\n`);
  };
  runner.on('retry', (test: Mocha.Test, error: unknown) => {
    write({ kind: 'retried', ...place(test), error: describe(error) });
  });
  runner.on('pass', (test) => {
    write({ kind: 'passed', ...place(test) });
  });
  runner.on('pending', (test) => {
    write({ kind: 'skipped', ...place(test) });
  });
  runner.on('fail', (test, error: unknown) => {
    write({ kind: 'failed', ...place(test), error: describe(error) });
  });
  runner.on('test end', () => {
    afterEach?.();
  });
  runner.on('end', () => {
    afterAll?.();
    write({ kind: 'finished', searched: searched() });
  });
}

function place(test: Mocha.Test): { readonly suite: string; readonly title: string } {
  const [suite = '', ...rest] = test.titlePath();
  return { suite, title: rest.join(' › ') };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
