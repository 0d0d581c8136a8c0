import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import type * as server from '../sandbox/server';
import type { Credential } from './credentials';

/** A running simulated site. */
export interface SandboxSite {
  readonly origin: string;
  /** What to sign in with. */
  readonly credential: Credential;
  close(): Promise<void>;
}

/**
 * Starts the sample site on this computer.
 * @param port undefined for any free one
 * @returns undefined when the port is taken
 */
export async function startSandboxSite(
  seed: vscode.Uri,
  port: number | undefined,
): Promise<SandboxSite | undefined> {
  const { readSeed, startSandbox } = load();
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(seed));
  const site = readSeed(text);
  const [token] = site.tokens;
  const [adminKey] = site.adminKeys;
  if (!token || !adminKey) throw new Error('The sample site has no credentials');
  try {
    const sandbox = await startSandbox({ seed: site, ...(port && { port }) });
    const organization = { id: site.organization.id, adminKey: adminKey.key };
    return {
      origin: sandbox.origin,
      credential: { email: token.email, token: token.token, organization },
      close: () => sandbox.close(),
    };
  } catch (error) {
    if (port !== undefined && error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The sandbox is a bundle of its own beside this one, so that it costs nothing until it is used. */
function load(): typeof server {
  return createRequire(__filename)('./sandbox.js') as typeof server;
}
