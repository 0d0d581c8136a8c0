// `npm run demo:vscode`: VS Code with this extension and a copy of the sample folder. The sandbox site is
// started from there, by the extension's own command.
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { windowAddress } from './address';
import { copyFolder } from './cleanup';
import { findOnPath } from './executable';
import { start } from './processes';
import { projectRoot } from './project';
import { startServer } from './server';
import { newest } from './vscode';

async function main(): Promise<void> {
  const folder = copyFolder('media/sandbox');
  const desktop = findDesktop();
  if (desktop === undefined) await serve(folder);
  else await openDesktop(desktop, folder);
}

async function openDesktop(program: string, folder: string): Promise<void> {
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder];
  const opening = start(program, args, { cwd: projectRoot });
  process.stdout.write(`Opening ${folder} in VS Code.\n`);
  // The folder is removed when this process ends, so it stays as long as the person needs it.
  await createInterface(process.stdin, process.stdout).question('Press Enter when you are done. ');
  await opening.stop();
  process.exit();
}

async function serve(folder: string): Promise<void> {
  const server = await startServer({ version: newest, trust: true });
  process.stdout.write(
    `\nVS Code is ready. Open this address in a browser; Ctrl+C ends it.\n\n${windowAddress(server.port, folder)}\n\n`,
  );
}

/** On Windows `code` is a script that needs a shell; the program itself lies one folder above. */
function findDesktop(): string | undefined {
  if (process.platform !== 'win32') return findOnPath(['code']);
  const script = findOnPath(['code.cmd']);
  return script === undefined ? undefined : path.join(path.dirname(script), '..', 'Code.exe');
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
