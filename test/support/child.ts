// A process of its own for one mocha run: node child.js RESULTS TIMEOUT_MS FILES…
import { runMocha } from './mocha';

async function main(): Promise<void> {
  const [results, timeout, ...files] = process.argv.slice(2);
  const failures = await runMocha({ files, timeoutMs: Number(timeout), results });
  process.exit(failures > 0 ? 1 : 0);
}

void main();
