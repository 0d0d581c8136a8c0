import { ConfluenceError } from '../sync/error';
import { pauseAfter } from './backoff';
import type { Change } from './call';
import type { Channel } from './channel';
import { repeat } from './repeat';
import { request } from './request';

/**
 * Change something. Only what was turned away for coming too fast is sent again, for of no other
 * failure is it known that nothing took effect: whoever asked for the change reads the state and
 * decides again. Gives the answer's body, which may be empty.
 */
export function change(channel: Channel, call: Change, signal: AbortSignal): Promise<string> {
  return repeat(channel, () => request(channel, call, signal), pauseAfterLimit, signal);
}

/** Change something and never send it again, since it mails people. */
export function changeOnce(channel: Channel, call: Change, signal: AbortSignal): Promise<string> {
  return request(channel, call, signal);
}

const pauseAfterLimit: typeof pauseAfter = (attempt, error, random) =>
  error instanceof ConfluenceError && error.details.status === 429
    ? pauseAfter(attempt, error, random)
    : undefined;
