import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { fileOf } from '../support/site';
import { ownFile, trees, write } from './editor';
import { as } from './person';
import { leaveSite, signIn, signOut, startSite } from './site';

const body = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, space: DOCS, role: viewer }
  - { email: dana@new.example, space: DOCS }
pages:
  - { page: 99999, view: [ana@partner.example, group:docs-team] }
`;

const run = (command: string): Promise<readonly string[]> =>
  as({ choices: ['Sync'] }, () => vscode.commands.executeCommand(`confluenceGuests.${command}`));

/** What stands in the status bar, on the view and on the file. */
async function shown(): Promise<readonly unknown[]> {
  const { guests, status, decorations } = await trees();
  const { token } = new vscode.CancellationTokenSource();
  const decoration = await decorations.provideFileDecoration(ownFile(), token);
  return [status.item.text, guests.badge?.value, decoration?.badge];
}

function shows(...expected: readonly unknown[]): Promise<void> {
  return eventually(async () => {
    assert.deepEqual(await shown(), expected);
  });
}

describe('the status', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    site.setSwitches({ acceptInvites: 'atOnce' });
    await write(fileOf(site.origin, body));
  });

  afterEach(() => leaveSite(site));

  it('tells of guests, changes and trouble by icons, and of all of it in words', async () => {
    await shows('$(organization) 2', undefined, undefined);
    await signIn();
    await shows('$(organization) 2 $(git-compare) 4 $(warning) 1', 4, 'D');
    const { status, guests, decorations } = await trees();
    assert.equal(
      status.item.accessibilityInformation?.label,
      '2 guests, 4 changes to sync, 1 problem',
    );
    const { tooltip } = status.item;
    assert.ok(typeof tooltip === 'object');
    assert.match(
      tooltip.value.replace(/&nbsp;/g, ' '),
      /collaborators.* · 4 changes to sync · .*read at /,
    );
    assert.match(guests.badge?.tooltip ?? '', /4 changes to sync .* read at /);
    const { token } = new vscode.CancellationTokenSource();
    const decoration = await decorations.provideFileDecoration(ownFile(), token);
    assert.match(decoration?.tooltip ?? '', /^Differs from .*: 4 changes to sync \(read at /);
  });

  it('shows no pending changes when they are made', async () => {
    await write(fileOf(site.origin, body.replace('99999', '10')));
    await signIn();
    await run('sync');
    await shows('$(organization) 2', undefined, undefined);
  });

  it('claims nothing of a text that the site was not read for', async () => {
    await signIn();
    await shows('$(organization) 2 $(git-compare) 4 $(warning) 1', 4, 'D');
    await write(fileOf(site.origin, `${body}# a note\n`));
    await shows('$(organization) 2', undefined, undefined);
  });

  it('claims nothing when nobody is signed in any more', async () => {
    await signIn();
    await signOut(site.origin);
    await shows('$(organization) 2', undefined, undefined);
  });

  it('tells of what is wrong in the file itself', async () => {
    await write(fileOf(site.origin, `${body}extra: 1\n`));
    await shows('$(organization) 2 $(warning) 1', undefined, undefined);
  });

  it('is about nothing but files of guests', async () => {
    const { decorations } = await trees();
    const { token } = new vscode.CancellationTokenSource();
    const other = vscode.Uri.joinPath(ownFile(), '..', 'other.yaml');
    assert.equal(await decorations.provideFileDecoration(other, token), undefined);
  });
});
