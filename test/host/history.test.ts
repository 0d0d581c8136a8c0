import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { fileOf } from '../support/site';
import { closeAll, trees, write } from './editor';
import { as } from './person';
import { signIn, signOut, startSite } from './site';

const sharing = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS, role: viewer }
  - { email: ben@agency.example, name: Ben, space: DOCS }
  - { email: dana@new.example, name: Dana, space: DOCS }
`;

/** The title and the text of the history that is shown. */
async function history(row?: unknown): Promise<readonly [title: string, text: string]> {
  const shown = await as({}, () => vscode.commands.executeCommand('confluenceGuests.history', row));
  assert.deepEqual(shown, []);
  const { document } = vscode.window.activeTextEditor ?? {};
  assert.equal(document?.uri.scheme, 'confluence-guests-plan');
  return [document.uri.path, document.getText()];
}

describe('the history of syncs', () => {
  let site: Sandbox;
  let host: string;

  before(async () => {
    site = await startSite();
    ({ host } = new URL(site.origin));
    await write(fileOf(site.origin, sharing));
    await signIn();
    await as({ choices: ['Sync'] }, () => vscode.commands.executeCommand('confluenceGuests.sync'));
    await signOut(site.origin);
    await site.close();
  });

  beforeEach(() => write(fileOf(site.origin, sharing)));

  afterEach(closeAll);

  it('tells who did what and when, offline and signed out', async () => {
    const [title, text] = await history();
    assert.equal(title, `Sync History — ${host}`);
    assert.match(text, /^\d{4}-\d\d-\d\d \d\d:\d\d, by Lee\n {2}✓ Invite dana@new\.example/);
  });

  it('tells of one guest alone, from the row of the guest', async () => {
    const { guests } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    const [title, text] = await history(ana);
    assert.equal(title, `Sync History of ana@partner.example — ${host}`);
    assert.match(text, /✓ Make ana@partner\.example viewer in space DOCS$/);
    assert.doesNotMatch(text, /dana/);
  });

  it('says so when no sync has changed anything for a guest', async () => {
    const { guests } = await trees();
    const [, ben] = (await guests.getChildren()) ?? [];
    const [, text] = await history(ben);
    assert.equal(text, 'No sync has changed anything for ben@agency.example yet.');
  });

  it('is empty for a site that was never synced', async () => {
    await write(fileOf('https://never.atlassian.net', sharing));
    const [, text] = await history();
    assert.equal(text, 'Nothing has been synced yet.');
  });

  it('needs a file that names its site', async () => {
    await write('version: 1\n');
    const shown = await as({}, () => vscode.commands.executeCommand('confluenceGuests.history'));
    assert.deepEqual(shown, ['collaborators.yaml names no site, so there is no history.']);
  });
});
