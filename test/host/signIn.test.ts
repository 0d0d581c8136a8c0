import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { acme, fileOf } from '../support/site';
import { closeAll, rowsOf, trees, write } from './editor';
import { as } from './person';
import { lee, signIn, signOut, startListener, startSite } from './site';

const body = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
`;

const run = (command: string): Thenable<unknown> =>
  vscode.commands.executeCommand(`confluenceGuests.${command}`);

describe('signing in', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    await write(fileOf(site.origin, body));
  });

  afterEach(async () => {
    await signOut(site.origin);
    await closeAll();
    await site.close();
  });

  it('names the site, verifies each credential, and then reads the site', async () => {
    const { guests } = await trees();
    const shown = await signIn();
    const { host } = new URL(site.origin);
    assert.match(shown[0] ?? '', new RegExp(`^Sign in to ${host}\\? .*collaborators.yaml`));
    assert.equal(shown.at(-1), `Signed in to ${host} as Lee.`);
    assert.deepEqual(
      site
        .requests()
        .slice(0, 2)
        .map(({ path }) => path),
      ['/wiki/rest/api/user/current', '/admin/v1/orgs/org-1'],
    );
    assert.equal((await rowsOf(guests))[0], 'Ana: active');
  });

  it('sends nothing when the person does not want to sign in to this site', async () => {
    await as({ inputs: lee }, () => run('signIn'));
    assert.deepEqual(site.requests(), []);
  });

  it('keeps nothing of a token that the site refuses', async () => {
    const shown = await signIn({ ...lee, 'API token': 'wrong' });
    assert.match(shown.at(-1) ?? '', /does not accept the e-mail address and API token/);
    site.forgetRequests();
    const [refusal] = await as({}, () => run('preview'));
    assert.match(refusal ?? '', /^You are not signed in to /);
    assert.deepEqual(site.requests(), []);
  });

  it('keeps the token when only the admin key is refused', async () => {
    const shown = await signIn({ ...lee, admin: 'wrong' });
    assert.match(shown.at(-1) ?? '', /does not accept the organization admin key/);
    site.forgetRequests();
    await as({}, () => run('preview'));
    assert.ok(site.requests().length > 0);
    assert.ok(site.requests().every(({ path }) => !path.startsWith('/admin')));
  });

  it('works without an admin key', async () => {
    const shown = await signIn({ ...lee, admin: '' });
    assert.match(shown.at(-1) ?? '', /^Signed in to /);
  });

  it('works without an admin key when its prompt is left with Escape', async () => {
    const { mail, 'API token': token } = lee;
    const shown = await signIn({ mail, 'API token': token });
    assert.equal(shown.at(-1), `Signed in to ${new URL(site.origin).host} as Lee.`);
    assert.ok(site.requests().every(({ path }) => !path.startsWith('/admin')));
  });

  it('ends with signing out: the trees no longer know the site', async () => {
    const { guests } = await trees();
    await signIn();
    await signOut(site.origin);
    assert.equal((await rowsOf(guests))[0], 'Ana: not checked');
    site.forgetRequests();
    await as({}, () => run('preview'));
    assert.deepEqual(site.requests(), []);
  });

  it('sends a saved credential to no other site, whatever the file names', async () => {
    await signIn();
    const other = await startListener();
    try {
      await write(fileOf(other.origin, body));
      for (const command of ['refresh', 'preview', 'sync']) await as({}, () => run(command));
      assert.deepEqual(other.requests, []);
    } finally {
      await other.close();
    }
  });

  it('uses an admin key for no other organization, whatever the file names', async () => {
    await signIn();
    site.forgetRequests();
    await write(fileOf(site.origin, body).replace('org-1', 'org-2'));
    const [refusal] = await as({}, () => run('preview'));
    assert.match(
      refusal ?? '',
      /names organization org-2, and you are signed in for organization org-1/,
    );
    assert.deepEqual(site.requests(), []);
  });
});

describe('signing in with a token that has scopes', () => {
  it('goes through the gateway', async () => {
    const scopes = ['read:content-details:confluence'];
    const site = await startSite(
      acme({ tokens: [{ email: 'lee@acme.com', token: 'token-of-lee', scopes }] }),
    );
    try {
      await write(fileOf(site.origin, body));
      await signIn({ ...lee, admin: '' });
      assert.ok(
        site.requests().some(({ path, status }) => path.startsWith('/ex/') && status === 200),
      );
    } finally {
      await signOut(site.origin);
      await closeAll();
      await site.close();
    }
  });
});
