// `npm run test:desktop`: the host tests of trusted windows in the desktop VS Code, which is downloaded.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { hostRuns } from './host/runs';
import { openable } from './support/address';
import { copyFolder } from './support/cleanup';
import { projectRoot } from './support/project';
import { newest } from './support/vscode';

async function main(): Promise<void> {
  for (const { version, workspace, tests } of hostRuns.filter(({ trust }) => trust)) {
    await runTests({
      version: version === newest ? 'stable' : version,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: path.join(projectRoot, 'out', 'test', 'host', 'index.js'),
      extensionTestsEnv: { HOST_TESTS: tests },
      launchArgs: [
        ...(workspace === undefined ? [] : [openable(copyFolder(workspace))]),
        '--disable-extensions',
        '--disable-workspace-trust',
      ],
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
