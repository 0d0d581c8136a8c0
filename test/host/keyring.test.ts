import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type * as account from '../../src/account';
import { createRuntime } from '../../src/confluence/runtime';
import { Credentials } from '../../src/editor/credentials';
import type { Sandbox } from '../../src/sandbox/server';
import { projectRoot } from '../support/project';
import { as } from './person';
import type { Act } from './quickInput';
import { leeAlone, startSite } from './site';

const log = vscode.window.createOutputChannel('Keyring tests', { log: true });
const runtime = createRuntime(globalThis.fetch, () => undefined);
const forSession = 'Stay signed in until this window closes';

/** A secret storage that is as good as the computer's keyring. */
function storageWith(behaviour: 'works' | 'throws' | 'forgets'): vscode.SecretStorage {
  const secrets = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  return {
    get: (key) => Promise.resolve(secrets.get(key)),
    store: (key, value) => {
      if (behaviour === 'throws') return Promise.reject(new Error(`no keyring for ${value}`));
      if (behaviour === 'works') secrets.set(key, value);
      changed.fire({ key });
      return Promise.resolve();
    },
    delete: (key) => {
      secrets.delete(key);
      return Promise.resolve();
    },
    onDidChange: changed.event,
  };
}

/** What the editor remembers from one window to the next. */
function memory(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) ?? otherwise) as T,
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

describe('signing in on a computer', () => {
  let site: Sandbox;
  let state: vscode.Memento;

  beforeEach(async () => {
    site = await startSite();
    state = memory();
  });

  afterEach(() => site.close());

  async function signIn(
    credentials: Credentials,
    acts: readonly Act[],
  ): Promise<readonly string[]> {
    const bundle = path.join(projectRoot, 'dist', 'account.js');
    const product = createRequire(bundle)(bundle) as typeof account;
    const { origin } = site;
    const chosen = { origin, host: new URL(origin).host, organization: 'org-1', file: undefined };
    return as({ acts, choices: ['Continue'] }, async () => {
      await product.signIn(chosen, credentials, runtime).catch((error: unknown) => {
        assert.ok(error instanceof vscode.CancellationError);
      });
    });
  }

  for (const behaviour of ['throws', 'forgets'] as const) {
    it(`whose secret storage ${behaviour} is said first, and lasts until the window closes`, async () => {
      const credentials = new Credentials(storageWith(behaviour), state, log);
      const shown = await signIn(credentials, [forSession, ...leeAlone]);
      assert.match(shown[1] ?? '', /\(1\/4\): This computer has no secret storage that works/);
      assert.match(shown.at(-1) ?? '', /^Signed in to .* as Lee until this window closes\.$/);
      assert.equal((await credentials.get(site.origin))?.email, 'lee@acme.com');
      assert.equal(credentials.isForSession(site.origin), true);
      assert.deepEqual(new Credentials(storageWith(behaviour), state, log).origins(), []);
    });
  }

  it('whose secret storage does not work sends and keeps nothing without the person’s word', async () => {
    const credentials = new Credentials(storageWith('throws'), state, log);
    await signIn(credentials, []);
    assert.deepEqual([site.requests(), credentials.origins()], [[], []]);
  });

  it('whose secret storage works asks nothing of the kind', async () => {
    const credentials = new Credentials(storageWith('works'), state, log);
    const shown = await signIn(credentials, leeAlone);
    assert.ok(shown.every((text) => !text.includes('secret storage')));
    assert.equal(credentials.isForSession(site.origin), false);
  });

  it('whose secret storage is empty in the next window is known to lose what it keeps', async () => {
    const first = new Credentials(storageWith('works'), state, log);
    await signIn(first, leeAlone);
    const next = new Credentials(storageWith('works'), state, log);
    assert.deepEqual(next.origins(), [site.origin]);
    assert.equal(await next.get(site.origin), undefined);
    assert.deepEqual(next.origins(), []);
    const shown = await signIn(next, [forSession, ...leeAlone]);
    assert.match(shown[1] ?? '', /This computer’s secret storage has lost your credentials before/);
    assert.equal(next.isForSession(site.origin), true);
  });

  it('tells when secrets end without telling them', async () => {
    const secrets = storageWith('works');
    const credentials = new Credentials(secrets, state, log);
    await signIn(credentials, [...leeAlone.slice(0, 2), 'In a week']);
    const expiries = credentials.credentialExpiry(site.origin, '2020-01-01');
    assert.deepEqual(
      expiries.map(({ secret, isKnown, state: how }) => [secret, isKnown, how]),
      [['token', true, 'good']],
    );
    const remembered = JSON.stringify(state.keys().map((key) => state.get(key)));
    assert.ok(!remembered.includes('canary') && !remembered.includes('lee@'));
  });
});
