import type { Gate } from './gate';
import type { Runtime } from './runtime';

/** One base address with the credential that belongs to it. */
export interface Channel {
  readonly base: string;
  readonly service: Service;
  /** The `Authorization` header; `undefined` when there is no credential. */
  readonly authorization: string | undefined;
  /** What no message may show, whoever's credential it is. */
  readonly secrets: readonly string[];
  readonly runtime: Runtime;
  /** The one gate of the host. */
  readonly gate: Gate;
}

/** `public` calls are sent without a credential. */
export type Service = 'confluence' | 'organization' | 'public';

export function publicChannel(base: string, runtime: Runtime, gate: Gate): Channel {
  return { base, service: 'public', authorization: undefined, secrets: [], runtime, gate };
}
