import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { fileOf } from '../support/site';
import { write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, leeAlone, signIn, startSite } from './site';

const body = `spaces: { DOCS: }
guests: [{ email: ana@partner.example, space: DOCS }]
pages: [{ page: 10, view: [group:docs-team] }]
`;

const check = (answers: Answers = {}): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand('confluenceGuests.checkAccess'));

function report(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'confluence-guests-plan');
  return document;
}

describe('checking access', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite();
    await write(fileOf(site.origin, body));
  });

  afterEach(() => leaveSite(site));

  it('shows line by line what can be done with a token and a key, and changes nothing', async () => {
    await signIn();
    assert.deepEqual(await check(), []);
    const text = report().getText();
    assert.match(report().uri.path, /Access — 127\.0\.0\.1/);
    assert.match(text, /^ {2}✓ yes +Inviting guests: The key, the plan and the free places allow/m);
    assert.match(text, /^ {2}✓ yes +Space DOCS: give it to guests: /m);
    assert.match(text, /^ {2}✓ yes +Page 10: restrict it: /m);
    assert.deepEqual(site.state().changes, []);
  });

  it('says with a token alone what a key would be needed for, and who can make one', async () => {
    await signIn(leeAlone);
    await check();
    const text = report().getText();
    assert.match(text, /^ {2}✗ no +Inviting guests: There is no organization admin key/m);
    assert.match(text, /→ an organization admin: Create an API key without scopes/);
    assert.match(text, /^ {2}✓ yes +Space DOCS: give it to guests: /m);
  });

  it('asks nobody while nobody is signed in, answers what people ask first, and offers to sign in', async () => {
    const { host } = new URL(site.origin);
    assert.deepEqual(await check(), [`You are not signed in to ${host}, so it was not asked.`]);
    assert.deepEqual(site.requests(), []);
    const text = report().getText();
    assert.match(text, /^ {2}✗ no +API token: There is no API token for this site\.$/m);
    assert.match(text, /Must a domain be verified\? No\./);
  });

  it('has links that can be clicked, to where somebody can change it', async () => {
    await check();
    const { uri } = report();
    await eventually(async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        uri,
      );
      assert.ok(links.some(({ target }) => target?.authority === 'id.atlassian.com'));
    });
  });

  it('is copied as it stands', async () => {
    await signIn();
    await check();
    await vscode.commands.executeCommand('confluenceGuests.copyReport');
    assert.equal(await vscode.env.clipboard.readText(), report().getText());
  });

  it('is the way out when the site refuses', async () => {
    await signIn();
    site.addFaults([{ method: 'GET', path: 'user/current', times: 1, status: 403 }]);
    const shown = await as({ choices: ['Check Access'] }, async () => {
      await vscode.commands.executeCommand('confluenceGuests.preview');
      await eventually(() => {
        assert.match(report().getText(), /^Access to /);
      });
    });
    assert.equal(shown.length, 1);
  });

  it('needs a site to look at', async () => {
    await write('version: 1\nspaces: {}\n');
    assert.deepEqual(await check(), ['collaborators.yaml names no site that could be looked at.']);
  });
});
