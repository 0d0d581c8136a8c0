import { createHash } from 'node:crypto';
import type { Step } from './step';

/**
 * A short name for exactly these steps on this site. A step carries what was true before it, so a
 * change of the live state beneath a step changes the name; a step's place in the file does not.
 */
export function fingerprintOf(origin: string, steps: readonly Step[]): string {
  const hash = createHash('sha256').update(JSON.stringify(origin));
  for (const step of steps) hash.update(JSON.stringify({ ...step, span: undefined }));
  return hash.digest('hex').slice(0, 16);
}
