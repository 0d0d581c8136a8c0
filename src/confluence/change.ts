import type { Change } from './call';
import type { Channel } from './channel';
import { request } from './request';

/**
 * Change something, once: whether a write that failed took effect is not known, so whoever asked
 * for it reads the state and decides again. Gives the answer's body, which may be empty.
 */
export function change(channel: Channel, call: Change, signal: AbortSignal): Promise<string> {
  return request(channel, call, signal);
}
