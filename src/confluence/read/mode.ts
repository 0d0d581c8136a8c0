import * as z from 'zod/mini';
import { ConfluenceError } from '../../sync/error';
import type { SpaceMode } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';

const modes = {
  PRE_ROLES: 'permissions',
  ROLES_TRANSITION: 'transition',
  ROLES: 'roles',
} as const satisfies Record<string, SpaceMode>;

/** What sites without space roles have been seen to answer. */
const unsaid: readonly (number | undefined)[] = [400, 403, 404, 405, 500, 501];

/** How the site expresses space access; `unknown` when it does not say or says something new. */
export async function readSpaceMode(channel: Channel, signal: AbortSignal): Promise<SpaceMode> {
  try {
    const { mode } = await ask(
      channel,
      {
        method: 'GET',
        path: '/wiki/api/v2/space-role-mode',
        scope: 'read:configuration:confluence',
        about: 'setting for space roles',
        answer: z.object({ mode: z.string() }),
      },
      signal,
    );
    return isKnown(mode) ? modes[mode] : 'unknown';
  } catch (error) {
    if (error instanceof ConfluenceError && unsaid.includes(error.details.status)) return 'unknown';
    throw error;
  }
}

function isKnown(mode: string): mode is keyof typeof modes {
  return Object.hasOwn(modes, mode);
}
