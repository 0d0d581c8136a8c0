import * as vscode from 'vscode';
import { runMocha } from '../support/mocha';
import { compiledTests } from '../support/project';
import { search } from '../support/search';

/** The entry that VS Code's `extensionTestsPath` names; it runs in the extension host. */
export async function run(): Promise<void> {
  const files = compiledTests(process.env['HOST_TESTS'] ?? 'host', 'here');
  const manner = { timeoutMs: 90_000, retries: 1, grep: process.env['HOST_GREP'] };
  const failures = await runMocha(
    { ...manner, files, results: process.env['HOST_RESULTS'] },
    { afterEach: searchEditor },
  );
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** What stands in the editor's documents and in its problems after a test. */
function searchEditor(): void {
  for (const document of vscode.workspace.textDocuments) {
    search('text', document.uri.toString(), document.getText());
  }
  search('text', 'diagnostics', JSON.stringify(vscode.languages.getDiagnostics()));
}
