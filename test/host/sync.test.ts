import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { accessIn, fileOf } from '../support/site';
import { diagnosticsIn, ownFile, rowsOf, trees, write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, signIn, signOut, startSite } from './site';

const sharing = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS, role: viewer }
  - { email: dana@new.example, name: Dana, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
`;

const sync = (answers: Answers): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand('confluenceGuests.sync'));

const siteProblems = (): Promise<readonly string[]> =>
  diagnosticsIn(ownFile(), 'Confluence Guests (site)');

describe('a sync', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    site.setSwitches({ acceptInvites: 'atOnce' });
    await write(fileOf(site.origin, sharing));
    await signIn();
    site.forgetRequests();
  });

  afterEach(() => leaveSite(site));

  const changes = (): number => site.state().changes.length;

  it('makes the site match the file, asking once with the counts', async () => {
    const { guests, pages } = await trees();
    const [question = '', result] = await sync({ choices: ['Sync'] });
    assert.match(question, /Invitations: 1\n/);
    assert.match(question, /Guests removed: 1 of 2/);
    assert.match(question, /Paid seats: \+0/);
    assert.match(result ?? '', /^Sync: \d+ done\.$/);
    assert.deepEqual(accessIn(site, 'DOCS', 'ana@partner.example'), ['read/space']);
    assert.equal(accessIn(site, 'DOCS', 'ben@agency.example'), undefined);
    assert.deepEqual(site.state().pages.find(({ id }) => id === '10')?.view, [
      'ana@partner.example',
      'group:docs-team',
      'lee@acme.com',
    ]);
    assert.equal(site.state().seats, 3);
    assert.deepEqual(await rowsOf(guests), ['Ana: active', 'Dana: active']);
    assert.deepEqual(await rowsOf(pages), ['Open: as in the file']);
  });

  it('has nothing to change the second time, and asks nothing', async () => {
    await sync({ choices: ['Sync'] });
    const done = changes();
    assert.deepEqual(await sync({}), [
      `Nothing to change: ${new URL(site.origin).host} is as collaborators.yaml says.`,
    ]);
    assert.equal(changes(), done);
  });

  it('shows the plan before it asks', async () => {
    await sync({});
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.equal(document?.uri.scheme, 'confluence-guests-plan');
    assert.match(document.getText(), /Invite dana@new\.example as a guest/);
  });

  it('changes nothing without the person’s word', async () => {
    await sync({});
    assert.equal(changes(), 0);
  });

  it('takes the text of the editor, saved or not', async () => {
    const editor = await write(fileOf(site.origin, sharing.replace('Dana', 'Dana Ruiz')));
    assert.equal(editor.document.isDirty, true);
    await sync({ choices: ['Sync'] });
    assert.equal(editor.document.isDirty, true);
    assert.ok(changes() > 0);
  });

  it('asks in plain words for more removals than the file allows', async () => {
    await write(fileOf(site.origin, sharing, '{ removals: 0 }'));
    assert.equal((await sync({ choices: ['Sync'] })).length, 1);
    assert.equal(changes(), 0);
    const [question = ''] = await sync({ choices: ['Remove 1 Guest and Sync'] });
    assert.match(question, /“limits.removals” allows 0/);
    assert.equal(accessIn(site, 'DOCS', 'ben@agency.example'), undefined);
  });

  it('refuses a file with errors and offers to show them', async () => {
    await write(fileOf(site.origin, `${sharing}extra: 1\n`));
    assert.deepEqual(await sync({}), ['collaborators.yaml has errors: correct them first.']);
    assert.deepEqual(site.requests(), []);
  });

  it('shows a step that failed on the line that asked for it, until that is edited', async () => {
    const { guests } = await trees();
    site.addFaults([{ method: 'POST', path: 'users/invite$', times: 1, status: 403 }]);
    const [, result] = await sync({ choices: ['Sync'] });
    assert.match(result ?? '', /1 failed/);
    const problems = await siteProblems();
    assert.deepEqual(problems, ['Error failed@dana@new.example']);
    assert.match(
      (await rowsOf(guests))[1] ?? '',
      /^Dana: The organization admin key may not do this/,
    );
    await write(`# edited\n${fileOf(site.origin, sharing)}`);
    await eventually(async () => {
      assert.deepEqual(await siteProblems(), []);
    });
  });

  it('shows what is not possible on its line, with the time it was read', async () => {
    await write(fileOf(site.origin, sharing.replace('page: 10', 'page: 99999')));
    await as({}, () => vscode.commands.executeCommand('confluenceGuests.preview'));
    assert.deepEqual(await siteProblems(), ['Warning pageMissing@99999']);
    const known = vscode.languages.getDiagnostics(ownFile());
    const message = known.find(({ source }) => source === 'Confluence Guests (site)')?.message;
    assert.match(message ?? '', /99999.*\(site read at .+\)$/);
  });

  it('stops between two steps when it is cancelled, and says what was done', async () => {
    const { guests } = await trees();
    const shown = await sync({ choices: ['Sync'], cancelAt: '1 of ' });
    assert.match(shown.at(-1) ?? '', /^Sync: 1 done, \d+ not tried\.$/);
    assert.equal(site.state().mail.length, 1);
    assert.notEqual(accessIn(site, 'DOCS', 'ben@agency.example'), undefined);
    assert.equal((await rowsOf(guests))[1], 'Dana: to let into DOCS');
    await sync({ choices: ['Sync'] });
    assert.equal(site.state().mail.length, 1);
    assert.deepEqual(await rowsOf(guests), ['Ana: active', 'Dana: active']);
  });

  it('ends in silence when it is cancelled before the first step', async () => {
    assert.deepEqual(await sync({ choices: ['Sync'], cancelAt: 'reading your account' }), []);
    assert.equal(changes(), 0);
  });

  it('says in one sentence that the site is not there', async () => {
    await site.close();
    const shown = await sync({});
    assert.deepEqual(shown, [
      `Nothing answers at ${site.origin}: check the address, and start the sandbox if it is one.`,
    ]);
    await signOut(site.origin);
    site = await startSite();
  });
});
