import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { accountIdOf } from '../../src/sandbox/stableId';
import { inviteByHand } from '../support/admin';
import { eventually } from '../support/deadline';
import { accessIn, fileOf } from '../support/site';
import { rowsOf, trees, write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, leeAlone, signIn, startSite } from './site';

const file = (account = ''): string => `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS, role: viewer, account: "${accountIdOf('ana@partner.example')}" }
  - { email: dana@new.example, name: Dana, space: DOCS, reason: API review${account} }
`;

const run = (name: string, answers: Answers = {}): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand(`confluenceGuests.${name}`));

/** What is copied meanwhile. */
async function copiedBy(work: (copied: readonly string[]) => Promise<unknown>): Promise<string> {
  const copied: string[] = [];
  const real = Object.getOwnPropertyDescriptor(vscode.env, 'clipboard');
  assert.ok(real);
  const clipboard: Partial<vscode.Clipboard> = {
    writeText: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
  };
  Object.defineProperty(vscode.env, 'clipboard', { value: clipboard, configurable: true });
  try {
    await work(copied);
  } finally {
    Object.defineProperty(vscode.env, 'clipboard', real);
  }
  assert.equal(copied.length, 1);
  return copied[0] ?? '';
}

describe('what takes an organization admin', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    await write(fileOf(site.origin, file()));
  });

  afterEach(() => leaveSite(site));

  it('waits in the plan and in the view, with a message ready to be sent', async () => {
    const { guests } = await trees();
    await signIn(leeAlone);
    assert.deepEqual(await run('preview'), ['Some of the plan waits for the organization admin.']);
    const plan = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(plan, /^Waiting for the organization admin\n {2}… dana@new\.example/m);
    assert.equal((await rowsOf(guests))[1], 'Dana: waiting for the organization admin');
    const text = await copiedBy(async () => {
      assert.deepEqual(await run('copyHandoff'), [
        'The message is copied: paste it into a mail or chat to the admin.',
      ]);
    });
    assert.match(text, /invite as guests\n- dana@new\.example \(Dana\): .*\n {2}Why: API review$/m);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), text);
  });

  it('does not keep the sync from the rest, after which the message is offered', async () => {
    await signIn(leeAlone);
    const choices = ['Sync', 'Copy Message to Admin'];
    await copiedBy((copied) =>
      as({ choices }, async () => {
        await vscode.commands.executeCommand('confluenceGuests.sync');
        await eventually(() => {
          assert.equal(copied.length, 1);
        });
      }),
    );
    assert.deepEqual(accessIn(site, 'DOCS', 'ana@partner.example'), ['read/space']);
    assert.equal(accessIn(site, 'DOCS', 'dana@new.example'), undefined);
  });

  it('is over when the site shows the guest whom the admin has invited', async () => {
    const { guests } = await trees();
    await signIn(leeAlone);
    await inviteByHand(site, 'dana@new.example');
    await write(fileOf(site.origin, file(`, account: "${accountIdOf('dana@new.example')}"`)));
    await run('sync', { choices: ['Sync'] });
    assert.equal((await rowsOf(guests))[1], 'Dana: active');
    assert.notEqual(accessIn(site, 'DOCS', 'dana@new.example'), undefined);
    assert.deepEqual(await run('copyHandoff'), [
      'Nothing in collaborators.yaml takes anybody else.',
    ]);
  });

  it('is nothing where there is an organization admin key', async () => {
    await signIn();
    assert.deepEqual(await run('copyHandoff'), [
      'Nothing in collaborators.yaml takes anybody else.',
    ]);
  });
});
