import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dayAfter } from '../../src/document/date';
import type { Sandbox } from '../../src/sandbox/server';
import { today } from '../../src/editor/clock';
import { acme, fileOf } from '../support/site';
import { rowsOf, trees, write } from './editor';
import { as, type Answers } from './person';
import { goBack } from './quickInput';
import {
  acmesKey,
  leaveSite,
  lee,
  leeAlone,
  leesToken,
  signIn,
  signOut,
  startListener,
  startSite,
} from './site';

const body = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
`;

const wrong = 'wrong-canary-secret';

const command = (name: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`confluenceGuests.${name}`, ...given);

const run = (name: string, answers: Answers = {}): Promise<readonly string[]> =>
  as(answers, () => command(name));

const hostOf = ({ origin }: Pick<Sandbox, 'origin'>): string => new URL(origin).host;

describe('signing in', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    await write(fileOf(site.origin, body));
  });

  afterEach(() => leaveSite(site));

  const signedIn = (): string => `Signed in to ${hostOf(site)} as Lee.`;

  it('names the site, verifies each credential, and then reads the site', async () => {
    const { guests } = await trees();
    const shown = await signIn();
    assert.match(shown[0] ?? '', new RegExp(`^Sign in to ${hostOf(site)}\\? .*collaborators.yaml`));
    assert.equal(shown.at(-1), signedIn());
    assert.deepEqual(
      site
        .requests()
        .slice(0, 2)
        .map(({ path }) => path),
      ['/wiki/rest/api/user/current', '/admin/v1/orgs/org-1'],
    );
    assert.equal((await rowsOf(guests))[0], 'Ana: active');
  });

  it('says of each credential what it is for and where it is made, step by step', async () => {
    const shown = await signIn();
    for (const question of [
      /\(1\/3\): The e-mail address of your Atlassian account$/,
      /\(2\/3\): Your API token\. It gives spaces to guests .* id\.atlassian\.com/,
      /\(3\/3\): How long does the API token last\?$/,
      /: An organization admin key invites guests and takes the Guest role away$/,
      /\(2\/3\): The organization admin key\. .* admin\.atlassian\.com → Settings → API keys/,
      /\(3\/3\): How long does the organization admin key last\?$/,
    ]) {
      assert.ok(
        shown.some((text) => question.test(text)),
        `${question} in ${shown.join('\n')}`,
      );
    }
  });

  it('opens the pages where credentials are made, and stays where it is', async () => {
    const opened: string[] = [];
    const { openExternal } = vscode.env;
    Object.assign(vscode.env, {
      openExternal: (address: vscode.Uri) => Promise.resolve(opened.push(address.toString(true))),
    });
    try {
      const [email = '', token = '', end = '', ...key] = lee;
      const shown = await signIn([
        ...[email, { press: 'Create an API token' }, token, end],
        ...[key[0] ?? '', { press: 'Create an API key under Settings → API keys' }],
        ...key.slice(1),
      ]);
      assert.equal(shown.at(-1), signedIn());
    } finally {
      Object.assign(vscode.env, { openExternal });
    }
    assert.deepEqual(opened, [
      'https://id.atlassian.com/manage-profile/security/api-tokens',
      'https://admin.atlassian.com/o/org-1',
    ]);
  });

  it('goes back, and keeps what was answered', async () => {
    const shown = await signIn(['lee@acme.com', goBack, ...lee]);
    assert.ok(shown.some((text) => text.endsWith('Atlassian account “lee@acme.com”')));
    assert.equal(shown.at(-1), signedIn());
  });

  it('sends nothing when the person does not want to sign in to this site', async () => {
    await run('signIn', { acts: lee });
    assert.deepEqual(site.requests(), []);
  });

  it('keeps nothing of a token that the site refuses', async () => {
    const shown = await signIn(['lee@acme.com', wrong]);
    assert.match(shown.at(-1) ?? '', /does not accept the e-mail address and API token/);
    site.forgetRequests();
    const [refusal] = await run('preview');
    assert.match(refusal ?? '', /^You are not signed in to /);
    assert.deepEqual(site.requests(), []);
  });

  it('asks for a refused token again where it was entered', async () => {
    const shown = await signIn(['lee@acme.com', wrong, ...lee.slice(1)]);
    assert.ok(shown.some((text) => text.includes('does not accept the e-mail address')));
    assert.equal(shown.at(-1), signedIn());
  });

  it('keeps the token when only the admin key is refused', async () => {
    const shown = await signIn([...leeAlone, 'I have an organization admin key', wrong]);
    assert.ok(shown.some((text) => text.includes('does not accept the organization admin key')));
    assert.equal(shown.at(-1), signedIn());
    site.forgetRequests();
    await run('preview');
    assert.ok(site.requests().length > 0);
    assert.ok(site.requests().every(({ path }) => !path.startsWith('/admin')));
  });

  it('works without an admin key', async () => {
    const shown = await signIn([...leeAlone, 'Go on without']);
    assert.equal(shown.at(-1), signedIn());
  });

  it('works without an admin key when that question is left with Escape', async () => {
    const shown = await signIn(leeAlone);
    assert.equal(shown.at(-1), signedIn());
    assert.ok(site.requests().every(({ path }) => !path.startsWith('/admin')));
  });

  it('finds the organization’s id in the address of its administration', async () => {
    await write(fileOf(site.origin, body).replace(/^organization: .*\n/m, ''));
    const shown = await signIn([
      ...leeAlone,
      'I have an organization admin key',
      'nonsense of mine',
      'https://admin.atlassian.com/o/org-1/overview',
      acmesKey,
      'I do not know',
    ]);
    assert.ok(shown.some((text) => text.startsWith('Paste the organization’s id')));
    assert.equal(shown.at(-1), signedIn());
    assert.ok(site.requests().some(({ path }) => path === '/admin/v1/orgs/org-1'));
  });

  it('ends with signing out: the trees no longer know the site', async () => {
    const { guests } = await trees();
    await signIn();
    await signOut(site.origin);
    assert.equal((await rowsOf(guests))[0], 'Ana: not checked');
    site.forgetRequests();
    await run('preview');
    assert.deepEqual(site.requests(), []);
  });

  it('outlasts a refusal: who may not do something stays signed in', async () => {
    await signIn();
    site.addFaults([{ path: 'user/current$', status: 403, times: 100 }]);
    const [refused] = await run('preview');
    assert.match(refused ?? '', /Your account may not do this/);
    site.clearFaults();
    assert.deepEqual(await run('preview'), []);
  });

  it('sends a saved credential to no other site, whatever the file names', async () => {
    await signIn();
    const other = await startListener();
    try {
      await write(fileOf(other.origin, body));
      for (const name of ['refresh', 'preview', 'sync']) await run(name);
      assert.deepEqual(other.requests, []);
    } finally {
      await other.close();
    }
  });

  it('uses an admin key for no other organization, whatever the file names', async () => {
    await signIn();
    site.forgetRequests();
    await write(fileOf(site.origin, body).replace('org-1', 'org-2'));
    const [refusal] = await run('preview');
    assert.match(
      refusal ?? '',
      /names organization org-2, and you are signed in for organization org-1/,
    );
    assert.deepEqual(site.requests(), []);
  });

  const hosts: readonly (readonly [string, string, RegExp])[] = [
    [
      'that only begins like one of Atlassian’s',
      'https://acme.atlassian.net.evil.example',
      /^Sign in to acme\.atlassian\.net\.evil\.example\? .*is no address of Atlassian’s/s,
    ],
    [
      'with letters that look like others',
      'https://xn--cme-5cd.atlassian.net',
      /^Sign in to xn--cme-5cd\.atlassian\.net\? .*the name is аcme\.atlassian\.net, which may look/s,
    ],
  ];
  for (const [name, origin, question] of hosts) {
    it(`asks twice about a host ${name}`, async () => {
      await write(fileOf(origin, body));
      const shown = await run('signIn', { acts: lee });
      assert.equal(shown.length, 1);
      assert.match(shown[0] ?? '', question);
    });
  }

  it('stands side by side with other sites, and signs out of one of them', async () => {
    const other = await startSite();
    try {
      await signIn();
      await write(fileOf(other.origin, body));
      const shown = await run('signIn', { choices: [hostOf(other), 'Continue'], acts: lee });
      assert.equal(shown.at(-1), `Signed in to ${hostOf(other)} as Lee.`);
      assert.deepEqual(await run('preview'), []);
      await signOut(other.origin);
      assert.match((await run('preview'))[0] ?? '', /^You are not signed in to /);
      await write(fileOf(site.origin, body));
      assert.deepEqual(await run('preview'), []);
    } finally {
      await other.close();
    }
  });

  it('asks for nothing but the new secret when it renews', async () => {
    await signIn();
    site.forgetRequests();
    const token = await as({ acts: [leesToken, 'In a year'] }, () =>
      command('renewCredentials', { origin: site.origin, secret: 'token' }),
    );
    assert.match(token[0] ?? '', /^Renew API Token for .* \(1\/2\): Your API token/);
    assert.equal(token.at(-1), `Your credentials for ${hostOf(site)} are renewed.`);
    const key = await run('renewCredentials', {
      choices: ['Organization admin key'],
      acts: [acmesKey, 'In a week'],
    });
    assert.match(key[0] ?? '', /\(1\/2\): The organization admin key/);
    assert.deepEqual(
      site.requests().map(({ path }) => path),
      ['/wiki/rest/api/user/current', '/admin/v1/orgs/org-1'],
    );
    assert.deepEqual(await run('preview'), []);
  });

  it('offers to renew what a site once accepted and refuses now', async () => {
    await signIn();
    site.addFaults([{ path: 'user/current$', status: 401, times: 100 }]);
    const offered: string[] = [];
    await as({}, async () => {
      Object.assign(vscode.window, {
        showErrorMessage: (_text: string, ...buttons: readonly string[]) => {
          offered.push(...buttons);
          return Promise.resolve(undefined);
        },
      });
      await command('preview');
    });
    assert.equal(offered[0], 'Renew');
    site.clearFaults();
    const shown = await as({ acts: [leesToken, 'I do not know'] }, () =>
      command('renewCredentials', { secret: 'token' }),
    );
    assert.equal(shown.at(-1), `Your credentials for ${hostOf(site)} are renewed.`);
  });

  it('says before a secret ends that it will, once a day, where no file says it', async () => {
    const other = await startSite();
    const soon = dayAfter(today(), 5);
    try {
      await signIn(['lee@acme.com', leesToken, 'Another day…', soon]);
      await write(fileOf(other.origin, body));
      const told = `Your API token for ${hostOf(site)} expires in 5 days, on ${soon}.`;
      const acts = { choices: [hostOf(other), 'Continue'], acts: leeAlone };
      assert.equal((await run('signIn', acts)).filter((text) => text === told).length, 1);
      await signOut(other.origin);
      assert.ok(!(await run('signIn', acts)).includes(told));
    } finally {
      await signOut(other.origin);
      await other.close();
    }
  });
});

describe('signing in with a token that has scopes', () => {
  const scopes = ['read:content-details:confluence'];
  const rows: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['goes through the gateway', scopes, /^Signed in to .* as Lee\.$/],
    [
      'names the scope that is missing',
      ['read:page:confluence'],
      /lacks the scope [\w:-]+: create/,
    ],
  ];
  for (const [name, held, last] of rows) {
    it(name, async () => {
      const tokens = [{ email: 'lee@acme.com', token: leesToken, scopes: [...held] }];
      const site = await startSite(acme({ tokens }));
      try {
        await write(fileOf(site.origin, body));
        const shown = await signIn(leeAlone.slice(0, 2).concat('I do not know'));
        assert.ok(
          shown.some((text) => last.test(text)),
          shown.join('\n'),
        );
        assert.ok(site.requests().some(({ path }) => path.startsWith('/ex/')));
      } finally {
        await leaveSite(site);
      }
    });
  }
});
