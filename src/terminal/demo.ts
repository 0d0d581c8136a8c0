import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOptions, type Command } from './options';
import { plan } from './plan';
import { sampleFile, sampleSeed } from './sample';
import { credentialsOf, startSite } from './sandbox';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';
import { sync } from './sync';
import { validate } from './validate';

/** The way of a first user, on a simulated site: validate, plan, sync, and plan again. */
export async function demo(around: Surroundings): Promise<ExitCode> {
  const seed = await sampleSeed();
  const site = await startSite(seed, 0);
  const folder = await mkdtemp(path.join(tmpdir(), 'confluence-guests-'));
  try {
    const file = path.join(folder, 'collaborators.yaml');
    await writeFile(file, await sampleFile(site.origin));
    const here: Surroundings = {
      ...around,
      env: { ...around.env, ...credentialsOf(seed, site.origin) },
    };
    const options = (
      command: Command,
      ...more: readonly string[]
    ): ReturnType<typeof readOptions> =>
      readOptions([command, file, '--journal', path.join(folder, 'journal.jsonl'), ...more]);
    const title = (text: string): void => {
      around.out(`\n${styleFor(around.colours)('heading', `── ${text}`)}\n`);
    };
    title(`A simulated site runs at ${site.origin}. confluence-guests validate`);
    if ((await validate(file, options('validate'), here)) !== 0) return 1;
    title('confluence-guests plan');
    if ((await plan(file, options('plan'), here)) !== 2) return 1;
    title('confluence-guests sync --yes');
    if ((await sync(file, options('sync', '--yes'), here)) !== 0) return 1;
    title('confluence-guests plan, once more');
    return await plan(file, options('plan'), here);
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
}
