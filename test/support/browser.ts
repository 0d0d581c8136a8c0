import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { cached } from './cache';
import { findOnPath } from './executable';
import { unpack, untar } from './npm';

interface Program {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the machine's own Chrome, Chromium or Edge without a window, or one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = installedBrowser() ?? (await installBrowser());
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function installedBrowser(): Program | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && !existsSync(chosen)) {
    throw new Error(`CHROME_PATH names ${chosen}, which is not there.`);
  }
  const executable = chosen ?? usualPlaces().find((file) => existsSync(file));
  return executable === undefined ? undefined : { executable, env: {} };
}

function usualPlaces(): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
          (file) => path.join(process.env[variable] ?? '', file),
        ),
      );
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default: {
      const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
      const found = findOnPath([...names, 'microsoft-edge']);
      return found === undefined ? [] : [found];
    }
  }
}

/** A headless Chromium with the libraries and the fonts that a bare Linux lacks. */
async function installBrowser(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chrome, Chromium or Edge was found. Install one, or name it in CHROME_PATH.',
    );
  }
  const folder = await cached('chromium', async (target) => {
    await unpack('@sparticuz/chromium@153.0.0', 'bin', target);
    const executable = path.join(target, 'chromium');
    await decompress(`${executable}.br`, executable);
    chmodSync(executable, 0o755);
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      const archive = path.join(target, `${name}.tar`);
      await decompress(`${archive}.br`, archive);
      await untar(archive, target);
      rmSync(archive);
    }
    writeFileSync(
      path.join(target, 'fonts.conf'),
      `<fontconfig><dir>${target}/fonts</dir><cachedir>${target}/fonts</cachedir></fontconfig>`,
    );
  });
  const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return {
    executable: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter((name) => name).join(path.delimiter),
      ...(existsSync('/etc/fonts/fonts.conf')
        ? {}
        : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
    },
  };
}

async function decompress(source: string, target: string): Promise<void> {
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target));
  rmSync(source);
}
