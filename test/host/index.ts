import { runMocha } from '../support/mocha';
import { compiledTests } from '../support/project';

/** The entry that VS Code's `extensionTestsPath` names; it runs in the extension host. */
export async function run(): Promise<void> {
  const failures = await runMocha({
    files: compiledTests(process.env['HOST_TESTS'] ?? 'host', 'here'),
    timeoutMs: 30_000,
    results: process.env['HOST_RESULTS'],
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
