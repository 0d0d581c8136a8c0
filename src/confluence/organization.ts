import type { Channel } from './channel';
import { readResource } from './read/resource';

/** An organization, with the credential for it. */
export interface Organization {
  readonly id: string;
  readonly channel: Channel;
  /** What the organization calls this Confluence; asked once. */
  readonly resource: (signal: AbortSignal) => Promise<string>;
}

/** @param site the channel to the site without a credential */
export function createOrganization(id: string, channel: Channel, site: Channel): Organization {
  let known: string | undefined;
  return {
    id,
    channel,
    // The answer is kept rather than the promise, whose signal is that of the first who asks.
    resource: async (signal) => (known ??= await readResource(channel, id, site, signal)),
  };
}
