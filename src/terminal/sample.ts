import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The sample that is packaged beside the bundle: a simulated site and a file for it. */
const folder = path.join(__dirname, '..', 'media', 'sandbox');

export function sampleSeed(): Promise<string> {
  return readFile(path.join(folder, 'site.yaml'), 'utf8');
}

/** The sample `collaborators.yaml` for a sandbox at this origin. */
export async function sampleFile(origin: string): Promise<string> {
  const text = await readFile(path.join(folder, 'collaborators.yaml'), 'utf8');
  return text.replace(/http:\/\/127\.0\.0\.1:\d+/g, origin);
}
