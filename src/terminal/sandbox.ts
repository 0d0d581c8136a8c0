import { once } from 'node:events';
import { readSeed, startSandbox, type Sandbox } from '../sandbox/server';
import { ConfluenceError } from '../sync/error';
import { readText } from './file';
import type { Options } from './options';
import { sampleSeed } from './sample';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/** The address that the sample file names. */
const samplePort = 4873;

/** Run a simulated site until Ctrl+C. */
export async function sandbox(
  { file, port }: Pick<Options, 'file' | 'port'>,
  around: Surroundings,
): Promise<ExitCode> {
  const text = file === undefined ? await sampleSeed() : await readText(file);
  const running = await startSite(text, port ?? samplePort);
  const style = styleFor(around.colours);
  around.out(
    style('heading', `A simulated Atlassian site runs at ${running.origin}; stop it with Ctrl+C`),
  );
  around.out(`To use it:\n${exportLines(credentialsOf(text, running.origin))}`);
  if (!around.signal.aborted) await once(around.signal, 'abort');
  await running.close();
  return 0;
}

/** Start a simulated site. Throws a `ConfluenceError` when the seed or the port cannot be used. */
export async function startSite(seedText: string, port: number): Promise<Sandbox> {
  try {
    return await startSandbox({ seed: readSeed(seedText), port });
  } catch (error) {
    throw new ConfluenceError('invalid', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

/** The environment that signs in to a simulated site as the first person of its seed who has a token. */
export function credentialsOf(seedText: string, origin: string): Readonly<Record<string, string>> {
  const { tokens, adminKeys } = readSeed(seedText);
  return {
    CONFLUENCE_SITE: origin,
    CONFLUENCE_EMAIL: tokens[0]?.email ?? '',
    CONFLUENCE_API_TOKEN: tokens[0]?.token ?? '',
    ATLASSIAN_ADMIN_KEY: adminKeys[0]?.key ?? '',
  };
}

function exportLines(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `  export ${name}=${value}`)
    .join('\n');
}
