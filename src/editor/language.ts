import { createRequire } from 'node:module';
import type * as bundle from '../language';

/** What answers while somebody edits, a bundle beside this one that is loaded when it is first needed. */
export function language(): typeof bundle {
  return createRequire(__filename)('./language.js') as typeof bundle;
}
