import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs npm. Its JavaScript is started directly: on Windows `npm.cmd` would need a shell. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  await run(process.execPath, [npmScript(), ...args], { cwd, maxBuffer: 1 << 26 });
}

function npmScript(): string {
  const besideNode = path.dirname(process.execPath);
  const script = [
    process.env['npm_execpath'] ?? '',
    path.join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    path.join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
  if (script === undefined) throw new Error('npm was not found. Start this through npm: npm test');
  return script;
}

/**
 * Puts one folder of a published package into `target`, without dependencies and without
 * running any of the package's scripts.
 */
export async function unpack(spec: string, folder: string, target: string): Promise<void> {
  const packed = path.join(target, 'packed');
  mkdirSync(packed, { recursive: true });
  await npm(['pack', spec, '--pack-destination', packed], target);
  const [archive] = readdirSync(packed);
  if (archive === undefined) throw new Error(`npm did not pack ${spec}.`);
  const depth = folder.split('/').length + 1;
  await untar(path.join(packed, archive), target, [
    `--strip-components=${depth}`,
    `package/${folder}`,
  ]);
  rmSync(packed, { recursive: true });
}

/** Linux, macOS and Windows 10 and later all carry a `tar`. */
export async function untar(
  archive: string,
  target: string,
  members: readonly string[] = [],
): Promise<void> {
  await run('tar', ['-xf', archive, '-C', target, ...members]);
}
