import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { fileOf } from '../support/site';
import { act, actionsAt, writeMarked } from './ask';
import { diagnosticsIn, ownFile, saving, write } from './editor';
import { as } from './person';
import { leaveSite, leeAlone, leesToken, signIn, signOut, startSite } from './site';

const body = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: ben@agency.example, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
`;
const missing = body.replace('page: 10', 'page: 99999');
const inviting = body.replace('pages:', '  - { email: dana@new.example, space: DOCS }\npages:');

const run = (command: string): Promise<readonly string[]> =>
  as({ choices: ['Sync'] }, () => vscode.commands.executeCommand(`confluenceGuests.${command}`));

const problems = (): Promise<readonly string[]> =>
  diagnosticsIn(ownFile(), 'Confluence Guests (site)');

function shows(expected: readonly string[]): Promise<void> {
  return eventually(async () => {
    assert.deepEqual(await problems(), expected);
  });
}

function set(name: string, value: unknown): Thenable<void> {
  const target = vscode.ConfigurationTarget.Global;
  return vscode.workspace.getConfiguration('confluenceGuests').update(name, value, target);
}

describe('what the site says, on the lines of a file', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    site.setSwitches({ acceptInvites: 'atOnce' });
    await write(fileOf(site.origin, body));
    await signIn();
    site.forgetRequests();
  });

  afterEach(() => leaveSite(site));

  it('has a code that leads to what it means', async () => {
    await write(fileOf(site.origin, missing));
    await run('refresh');
    await shows(['Warning pageMissing@99999']);
    const [diagnostic] = vscode.languages
      .getDiagnostics(ownFile())
      .filter(({ source }) => source === 'Confluence Guests (site)');
    assert.ok(typeof diagnostic?.code === 'object');
    const { target } = diagnostic.code;
    assert.equal(target.path, 'markdown.showPreview');
    const [page] = JSON.parse(decodeURIComponent(target.query)) as [vscode.Uri];
    assert.equal(page.fragment, 'pageMissing');
    const help = vscode.Uri.from(page).with({ fragment: '' });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(help));
    assert.match(text, /^### pageMissing$/m);
  });

  it('is as grave as the settings say', async () => {
    await write(fileOf(site.origin, missing));
    await run('refresh');
    try {
      await set('problems.severity', { pageMissing: 'error' });
      await shows(['Error pageMissing@99999']);
      await set('problems.severity', { pageMissing: 'off' });
      await shows([]);
    } finally {
      await set('problems.severity', undefined);
    }
    await shows(['Warning pageMissing@99999']);
  });

  it('names the guests for whom no free place is left, as an organization admin key can tell', async () => {
    const limits = '{ guestsPerPaidUser: 1 }';
    await write(fileOf(site.origin, inviting, limits));
    await run('refresh');
    await shows(['Error quotaExceeded@dana@new.example']);
    await write(fileOf(site.origin, inviting));
    await shows([]);
  });

  it('leads to Check Access from what is in the way, and nowhere from what is right', async () => {
    const limits = '{ guestsPerPaidUser: 1 }';
    const [before = '', after = ''] = fileOf(site.origin, inviting, limits).split('dana@');
    const mark = await writeMarked(`${before}|dana@${after}`);
    assert.deepEqual(await actionsAt(mark), []);
    await run('refresh');
    await act(mark, /^Check Access$/);
    await eventually(() => {
      const { path = '' } = vscode.window.activeTextEditor?.document.uri ?? {};
      assert.match(path, /Access — 127\.0\.0\.1/);
    });
  });

  it('asks for the places no more than every ten minutes, and without a key not at all', async () => {
    const counts = (): number =>
      site.requests().filter(({ path }) => path.endsWith('/users/count')).length;
    await signOut(site.origin);
    await signIn();
    const asked = counts();
    assert.ok(asked > 0);
    await run('refresh');
    assert.equal(counts(), asked);
    await signOut(site.origin);
    await signIn(leeAlone);
    assert.equal(counts(), asked);
  });

  it('tells what has been undone in Confluence since the last sync', async () => {
    await run('sync');
    await shows([]);
    const page = `${site.origin}/wiki/rest/api/content/10/restriction/byOperation/read/user`;
    const { accountId = '' } =
      site.state().people.find(({ email }) => email === 'ana@partner.example') ?? {};
    const authorization = Buffer.from(`lee@acme.com:${leesToken}`).toString('base64');
    const { status } = await fetch(`${page}?accountId=${encodeURIComponent(accountId)}`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${authorization}` },
    });
    assert.ok(status < 300, `${status}`);
    await run('refresh');
    await shows(['Warning drift@ana@partner.example']);
  });

  it('tells on the site’s line that a token ends soon, and grades that like the rest', async () => {
    await signOut(site.origin);
    await write(fileOf(site.origin, 'spaces: { DOCS: }\n'));
    await signIn(['lee@acme.com', leesToken, 'In a week']);
    await shows([`Warning credentialExpiring@${site.origin}`]);
    try {
      await set('problems.severity', { credentialExpiring: 'hint' });
      await shows([`Hint credentialExpiring@${site.origin}`]);
    } finally {
      await set('problems.severity', undefined);
    }
    await signOut(site.origin);
    await shows([]);
  });

  it('is gone when it is an hour old, and when somebody signs out', async () => {
    await write(fileOf(site.origin, missing));
    await run('refresh');
    await shows(['Warning pageMissing@99999']);
    const { now } = Date;
    try {
      Date.now = () => now() + 61 * 60 * 1000;
      await set('problems.severity', { waiting: 'off' });
      await shows([]);
    } finally {
      Date.now = now;
      await set('problems.severity', undefined);
    }
    await shows(['Warning pageMissing@99999']);
    await signOut(site.origin);
    await shows([]);
  });

  it('is read when the file is saved, and not while it is typed', async () => {
    const text = fileOf(site.origin, missing);
    await write(text);
    await write(`${text}# a note\n`);
    assert.deepEqual(site.requests(), []);
    await saving(text, async () => {
      await shows(['Warning pageMissing@99999']);
    });
  });

  for (const check of ['onRequest', 'never'])
    it(`is not read when the file is saved with the setting ${check}`, async () => {
      await set('check', check);
      try {
        await saving(fileOf(site.origin, missing), async () => {
          assert.deepEqual(site.requests(), []);
          await run('refresh');
          await shows(check === 'never' ? [] : ['Warning pageMissing@99999']);
        });
      } finally {
        await set('check', undefined);
      }
    });
});
