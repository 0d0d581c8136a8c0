import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type * as server from '../../src/sandbox/server';
import { listen } from '../support/listener';
import { projectRoot } from '../support/project';
import { acme } from '../support/site';
import { closeAll } from './editor';
import { as } from './person';
import type { Act } from './quickInput';

/** Starts the simulated site of `acme` from the product's own bundle. */
export function startSite(seed: server.SeedInput = acme()): Promise<server.Sandbox> {
  const bundle = path.join(projectRoot, 'dist', 'sandbox.js');
  const { startSandbox } = createRequire(bundle)(bundle) as typeof server;
  return startSandbox({ seed });
}

export const leesToken = 'canary-secret-of-lee';
export const acmesKey = 'canary-secret-key-of-acme';

/** What Lee answers when asked to sign in to that site, without an organization admin key and with one. */
export const leeAlone: readonly Act[] = ['lee@acme.com', leesToken, 'I do not know'];
export const lee: readonly Act[] = [
  ...leeAlone,
  'I have an organization admin key',
  acmesKey,
  'I do not know',
];

/** Signs in to the site of the workspace's file, as Lee. */
export function signIn(acts: readonly Act[] = lee): Promise<readonly string[]> {
  return as({ acts, choices: ['Continue'] }, () =>
    vscode.commands.executeCommand('confluenceGuests.signIn'),
  );
}

export function signOut(origin: string): Promise<readonly string[]> {
  return as({ choices: [new URL(origin).host] }, () =>
    vscode.commands.executeCommand('confluenceGuests.signOut'),
  );
}

/** Signs out of the site, brings the workspace's file back, and ends the site. */
export async function leaveSite(site: server.Sandbox): Promise<void> {
  await signOut(site.origin);
  await closeAll();
  await site.close();
}

/** A server that only notes what reaches it. */
export async function startListener(): Promise<{
  readonly origin: string;
  readonly requests: readonly string[];
  close(): Promise<void>;
}> {
  const { origin, requests, close } = await listen((_, response) => response.end('{}'));
  return {
    origin,
    get requests() {
      return requests.map(
        ({ method, url, headers }) =>
          `${String(method)} ${String(url)} ${headers.authorization ?? 'nobody'}`,
      );
    },
    close,
  };
}
