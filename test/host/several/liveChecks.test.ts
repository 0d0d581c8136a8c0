import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../../src/sandbox/server';
import { eventually } from '../../support/deadline';
import { fileOf } from '../../support/site';
import { ownFile, saving, trees, write } from '../editor';
import { as } from '../person';
import { leaveSite, lee, startSite } from '../site';

const body = `spaces: { DOCS: }
guests: [{ email: ana@partner.example, space: DOCS }]
`;

describe('a site that cannot be read after a save', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    await write(fileOf(site.origin, body));
    await as({ acts: lee, choices: ['Continue'] }, () =>
      vscode.commands.executeCommand('confluenceGuests.signIn', ownFile()),
    );
  });

  afterEach(() => leaveSite(site));

  it('interrupts nobody: the status bar alone says so', async () => {
    const { status } = await trees();
    site.addFaults([{ method: 'GET', path: 'user/current', status: 403 }]);
    const shown = await as({}, () =>
      saving(fileOf(site.origin, `# a note\n${body}`), () =>
        eventually(() => {
          const { tooltip } = status.item;
          assert.ok(typeof tooltip === 'object');
          assert.match(tooltip.value, /could not be read at/);
        }),
      ),
    );
    assert.deepEqual(shown, []);
  });
});
