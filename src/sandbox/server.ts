import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { respond, send } from './respond';
import { checkSeed, readSeed } from './seed';
import type { Seed, SeedInput } from './seed';
import { createSite } from './site';
import { steer } from './steering';
import type { Steering } from './steering';

export { readSeed };
export type { Seed, SeedInput, Steering };

/** A simulated Atlassian site that runs on this machine. */
export interface Sandbox extends Steering {
  /** Such as `http://127.0.0.1:4873`, for Confluence (`/wiki`, `/ex/confluence`) and for `/admin`. */
  readonly origin: string;
  readonly port: number;
  /** Stops it and breaks the connections that are open. */
  close(): Promise<void>;
}

/**
 * Starts a site from a seed, reachable from this machine only, on a free port unless one is given.
 * @throws Error when the seed is not right or the port is taken.
 */
export async function startSandbox(options: {
  readonly seed: SeedInput;
  readonly port?: number;
  readonly now?: () => number;
}): Promise<Sandbox> {
  const site = createSite(checkSeed(options.seed), options.now ?? Date.now);
  const steering = steer(site);
  const server = createServer((request, response) => {
    respond(site, steering, request, response).catch((error: unknown) => {
      send(response, { status: 500, body: { message: String(error) } });
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...steering,
    origin: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
