// `npm test`: unit tests, then host tests inside real VS Codes, then ui tests in a real browser.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { mapConcurrently } from '../src/sync/concurrent';
import { hostRuns, nameOf } from './host/runs';
import { launchBrowser } from './support/browser';
import { searchForSecrets } from './support/canary';
import { runHost } from './support/host';
import { runLocal } from './support/local';
import { count, describeResults, isEmpty, summary, type Results } from './support/results';
import { installVSCode } from './support/vscode';

const stageMs = 8 * 60_000;

/** What of the tests to run; everything when nothing is chosen. */
interface Choice {
  readonly only: string | undefined;
  readonly grep: string | undefined;
  readonly run: string | undefined;
}

const stages = {
  async unit({ grep }) {
    return [await runLocal('unit', { timeoutMs: 10_000, retries: 0, grep }, stageMs)];
  },

  async host({ grep, run: wanted = '' }) {
    const runs = hostRuns.filter((run) => nameOf(run).startsWith(wanted));
    if (runs.length === 0) throw new Error(`--run takes one of ${listed(hostRuns.map(nameOf))}.`);
    await Promise.all([...new Set(runs.map(({ version }) => version))].map(installVSCode));
    const browser = await launchBrowser();
    try {
      return await mapConcurrently(runs, availableParallelism(), (run) =>
        runHost(browser, run, { grep, limitMs: stageMs }),
      );
    } finally {
      await browser.close();
    }
  },

  async ui({ grep }) {
    return [await runLocal('ui', { timeoutMs: 120_000, retries: 1, grep }, stageMs)];
  },
} satisfies Record<string, (choice: Choice) => Promise<readonly Results[]>>;

type Stage = keyof typeof stages;

async function runStage(stage: Stage, choice: Choice): Promise<readonly Results[]> {
  const started = performance.now();
  const all = await stages[stage](choice).catch((error: unknown) => {
    const seconds = (performance.now() - started) / 1000;
    return [{ name: stage, seconds, events: [], broken: String(error) }];
  });
  const results = choice.grep === undefined ? all : all.filter((each) => !isEmpty(each));
  for (const each of results) process.stdout.write(`${describeResults(each)}\n`);
  return results;
}

function chosenStages({ only }: Choice): readonly Stage[] {
  const all = Object.keys(stages) as Stage[];
  if (only === undefined) return all;
  const chosen = all.filter((stage) => stage === only);
  if (chosen.length === 0) throw new Error(`--only takes one of ${listed(all)}, not ${only}.`);
  return chosen;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function readChoice(): Choice {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { only: option, grep: option, run: option } });
  return { only: values.only, grep: values.grep, run: values.run };
}

async function main(): Promise<void> {
  const choice = readChoice();
  const results: Results[] = [];
  for (const stage of chosenStages(choice)) results.push(...(await runStage(stage, choice)));
  if (results.length > 0) {
    const secrets = await searchForSecrets(results);
    process.stdout.write(`${describeResults(secrets)}\n`);
    results.push(secrets);
  }
  const counts = count(results);
  process.stdout.write(`\n${summary(counts)}\n`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
