import { createRequire } from 'node:module';
import type * as bundle from '../online';

/** What talks to a site, a bundle beside this one that is loaded when it is first needed. */
export function online(): typeof bundle {
  return createRequire(__filename)('./online.js') as typeof bundle;
}
