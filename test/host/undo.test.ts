import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { fileOf, rolesOf } from '../support/site';
import { rowsOf, trees, write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, signIn, startSite } from './site';

const sharing = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
  - { email: ben@agency.example, name: Ben, space: DOCS }
  - { email: dana@new.example, name: Dana, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
`;

const run = (command: string, answers: Answers): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand(`confluenceGuests.${command}`));

const undo = (answers: Answers): Promise<readonly string[]> => run('undo', answers);

describe('undoing the last sync', () => {
  let site: Sandbox;
  let host: string;

  beforeEach(async () => {
    site = await startSite();
    site.setSwitches({ acceptInvites: 'atOnce' });
    ({ host } = new URL(site.origin));
    await write(fileOf(site.origin, sharing));
    await signIn();
  });

  afterEach(() => leaveSite(site));

  const access = (): unknown => {
    const { spaces, pages } = site.state();
    return { spaces, pages };
  };

  it('leaves spaces and pages as they were before it, asking once with the counts', async () => {
    const before = access();
    await run('sync', { choices: ['Sync'] });
    assert.notDeepEqual(access(), before);
    const [question = '', result, ...more] = await undo({
      choices: ['Undo Sync'],
    });
    assert.match(question, /^Take back the sync of \d{4}-\d\d-\d\d \d\d:\d\d by Lee on /);
    assert.match(question, /Restricted pages opened: 1\n/);
    assert.match(question, /Guest roles taken away: 1\n/);
    assert.match(result ?? '', /^Sync: \d+ done\.$/);
    assert.deepEqual(more, []);
    assert.deepEqual(access(), before);
  });

  it('says in the title of its plan what is taken back and when that was synced', async () => {
    await run('sync', { choices: ['Sync'] });
    const done = site.state().changes.length;
    await undo({});
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.match(document?.uri.path ?? '', /^Undo of the Sync of \d{4}-\d\d-\d\d \d\d:\d\d — /);
    assert.match(document?.getText() ?? '', /- Take the space DOCS away from dana@new\.example/);
    assert.equal(site.state().changes.length, done);
  });

  it('leaves the trees to compare the site with the file', async () => {
    const { guests, pages } = await trees();
    await run('sync', { choices: ['Sync'] });
    await undo({});
    assert.deepEqual(await rowsOf(guests), ['Ana: active', 'Ben: active', 'Dana: active']);
    await undo({ choices: ['Undo Sync'] });
    assert.deepEqual(await rowsOf(guests), [
      'Ana: active',
      'Ben: active',
      'Dana: to invite to DOCS',
    ]);
    assert.deepEqual(await rowsOf(pages), ['Open: open, to restrict']);
  });

  it('asks in plain words for more removals than the file allows', async () => {
    await write(fileOf(site.origin, sharing, '{ removals: 0 }'));
    await run('sync', { choices: ['Sync'] });
    await undo({ choices: ['Undo Sync'] });
    assert.deepEqual(rolesOf(site, 'dana@new.example'), ['guest']);
    await undo({ choices: ['Remove 1 Guest and Undo Sync'] });
    assert.deepEqual(rolesOf(site, 'dana@new.example'), []);
  });

  it('happens once', async () => {
    await run('sync', { choices: ['Sync'] });
    await undo({ choices: ['Undo Sync'] });
    site.forgetRequests();
    assert.deepEqual(await undo({}), [`There is no sync of ${host} that could be taken back.`]);
    assert.deepEqual(site.requests(), []);
  });

  it('has nothing to do when the site no longer shows what the sync changed', async () => {
    await write(fileOf(site.origin, sharing.replace(/pages:[^]*/, '')));
    await run('sync', { choices: ['Sync'] });
    await write(fileOf(site.origin, 'spaces: { LAB: {} }\n'));
    assert.match(
      (await undo({})).join(),
      /^Nothing to take back: .* no longer shows what the sync/,
    );
  });
});
