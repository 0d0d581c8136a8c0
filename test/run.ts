// `npm test`: unit tests, then host tests inside real VS Codes, then ui tests in a real browser.
import { parseArgs } from 'node:util';
import { hostRuns } from './host/runs';
import { launchBrowser } from './support/browser';
import { runHost } from './support/host';
import { runLocal } from './support/local';
import { count, describeResults, summary, type Results } from './support/results';
import { installVSCode } from './support/vscode';

const stageMs = 5 * 60_000;

const stages = {
  async unit() {
    return [await runLocal('unit', { testMs: 10_000, stageMs })];
  },

  async host() {
    const versions = new Set(hostRuns.map(({ version }) => version));
    await Promise.all([...versions].map(installVSCode));
    const browser = await launchBrowser();
    try {
      return await Promise.all(hostRuns.map((run) => runHost(browser, run, stageMs)));
    } finally {
      await browser.close();
    }
  },

  async ui() {
    return [await runLocal('ui', { testMs: 120_000, stageMs })];
  },
} satisfies Record<string, () => Promise<readonly Results[]>>;

type Stage = keyof typeof stages;

async function runStage(stage: Stage): Promise<readonly Results[]> {
  const started = performance.now();
  const results = await stages[stage]().catch((error: unknown) => {
    const seconds = (performance.now() - started) / 1000;
    return [{ name: stage, seconds, events: [], broken: String(error) }];
  });
  for (const each of results) process.stdout.write(`${describeResults(each)}\n`);
  return results;
}

function chosenStages(): readonly Stage[] {
  const all = Object.keys(stages) as Stage[];
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return all;
  const chosen = all.filter((stage) => stage === only);
  if (chosen.length === 0) throw new Error(`--only takes one of ${all.join(', ')}, not ${only}.`);
  return chosen;
}

async function main(): Promise<void> {
  const results: Results[] = [];
  for (const stage of chosenStages()) results.push(...(await runStage(stage)));
  const counts = count(results);
  process.stdout.write(`\n${summary(counts)}\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
