import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { fileOf } from '../support/site';
import { hoverAt, writeMarked } from './ask';
import { closeAll, trees, write } from './editor';
import { as } from './person';
import { signIn, signOut, startSite } from './site';

const text = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: { manage: strict } }
guests:
  - email: ana@partner.example
    name: "[Ana](command:workbench.action.quit) <b>Díaz</b> http://evil.example www.evil.example"
    space: DOCS
    role: viewer
    reason: API launch
pages:
  - { page: 7, title: Plan, view: [ana@partner.example, group:docs-team] }
`;

function mark(what: string, nth = 1): string {
  const parts = text.split(what);
  return `${parts.slice(0, nth).join(what)}|${what}${parts.slice(nth).join(what)}`;
}

describe('hovering', () => {
  before(trees);
  afterEach(closeAll);

  it('over a key tells its meaning, with an example', async () => {
    const shown = await hoverAt(await writeMarked(mark('role')));
    assert.match(shown, /\*\*role\*\*/);
    assert.match(shown, /```yaml\nrole: /);
  });

  it('over a guest tells what the file says, and that the site was not asked', async () => {
    const shown = await hoverAt(await writeMarked(mark('ana@partner')));
    for (const part of ['State: not checked', 'Space: DOCS', 'Role: viewer', 'API launch'])
      assert.ok(shown.includes(part), `${part} is not in ${shown}`);
    assert.match(shown, /Pages: “Plan”/);
  });

  it('over a guest on a page tells of the same guest', async () => {
    assert.match(await hoverAt(await writeMarked(mark('ana@partner', 2))), /Role: viewer/);
  });

  it('over a space tells how it is managed', async () => {
    assert.match(await hoverAt(await writeMarked(mark('DOCS'))), /strict/);
  });

  it('takes nothing of the file for markup, a command or a link', async () => {
    const { document, position } = await writeMarked(mark('ana@partner'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const [content] = hover?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.match(content.value, /\\\[Ana\\\]\\\(command:workbench/);
    assert.doesNotMatch(content.value, /<b>/);
    assert.doesNotMatch(content.value, /\w(?::\/\/|@)|www\./);
    assert.ok(!content.isTrusted);
    assert.ok(!content.supportHtml);
  });

  it('answers in a file that is half typed', async () => {
    const half = mark('role').replace('    reason: API launch\n', '    owner: [\n');
    assert.match(await hoverAt(await writeMarked(half)), /\*\*role\*\*/);
  });

  it('says nothing where there is nothing to say', async () => {
    assert.equal(await hoverAt(await writeMarked(`${text}# a | comment\n`)), '');
  });

  describe('when the site was read', () => {
    let site: Sandbox;

    beforeEach(async () => {
      site = await startSite();
    });

    afterEach(async () => {
      await signOut(site.origin);
      await site.close();
    });

    it('over a guest tells the state there, with its age', async () => {
      const read = fileOf(
        site.origin,
        'spaces: { DOCS: {} }\nguests:\n  - { email: ana@partner.example, space: DOCS }\n',
      );
      await write(read);
      await signIn();
      await as({}, () => vscode.commands.executeCommand('confluenceGuests.refresh'));
      const shown = await hoverAt(await writeMarked(read.replace('ana@', '|ana@')));
      assert.match(shown, /State: active/);
      assert.match(shown, /Site read .+, at /);
    });
  });
});
