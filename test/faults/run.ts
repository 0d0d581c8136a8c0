// `npm run test:faults`: every fault at every request of many worlds.
import { parseArgs } from 'node:util';
import { runPairs } from './pairs';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const started = performance.now();
  const { counts, failures } = await runPairs(Number(values.pairs), Number(values.seed));
  for (const [fault, count] of counts)
    process.stdout.write(`${String(count).padStart(7)}  ${fault}\n`);
  for (const failure of failures) process.stdout.write(`\n${failure}\n`);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const minutes = (performance.now() - started) / 60_000;
  process.stdout.write(
    `\n${total} pairs of a world and a fault in ${minutes.toFixed(1)} minutes\n`,
  );
  process.stdout.write(`${total - failures.length} passed, ${failures.length} failed\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
