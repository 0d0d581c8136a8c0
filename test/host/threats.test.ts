import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { acme, fileOf } from '../support/site';
import { ownFile, trees, write } from './editor';
import { as } from './person';
import { leaveSite, signIn, startSite } from './site';

/** Markup, a command, a terminal's language, and letters that turn the others around. */
const hostile = '[Open](command:workbench.action.quit) <b>$(error)</b> \u001b[31m\u202edlo';

/** The same in YAML. */
const quoted = JSON.stringify(hostile);

const body = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, name: ${quoted}, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, group:docs-team] }
  - { page: 11, title: ${quoted}, view: [group:docs-team] }
`;

const people = acme().people.map((person) => ({ ...person, name: hostile }));
const pages = acme().pages?.map((page) => ({ ...page, title: hostile }));
const spaces = acme().spaces?.map((space) => ({ ...space, name: hostile }));

const run = (command: string, answers = {}): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand(`confluenceGuests.${command}`));

/** Nothing to click, and nothing that steers a terminal or turns text around. */
function assertPlain(text: string): void {
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
}

function assertUnlinked(text: string): void {
  assertPlain(text);
  assert.doesNotMatch(text, /\]\(|\$\(/);
}

/** Every mark of Markdown stands behind a backslash, so that it is shown and does nothing. */
function assertEscaped(content: unknown): void {
  assert.ok(content instanceof vscode.MarkdownString);
  assertPlain(content.value);
  assert.match(content.value, /Open/);
  assert.doesNotMatch(content.value, /(?<!\\)\[Open|<b>/);
  assert.ok(!content.isTrusted && !content.supportHtml && !content.supportThemeIcons);
}

describe('hostile names in the file and on the site', () => {
  let site: Sandbox;
  let messages: readonly string[];

  before(async () => {
    site = await startSite(acme({ people, pages, spaces }));
    await write(fileOf(site.origin, body));
    messages = await signIn();
  });

  after(() => leaveSite(site));

  it('cannot be clicked in messages and questions', async () => {
    const shown = [...messages, ...(await run('preview')), ...(await run('sync'))];
    assert.ok(
      shown.some((text) => text.includes('Open')),
      shown.join('\n'),
    );
    for (const text of shown) assertUnlinked(text);
  });

  it('are plain in both trees and their tooltips', async () => {
    const { guests, pages: shared } = await trees();
    for (const tree of [guests, shared]) {
      const rows = (await tree.getChildren()) ?? [];
      assert.ok(rows.length > 0);
      const below = await Promise.all(rows.map(async (row) => (await tree.getChildren(row)) ?? []));
      for (const row of [...rows, ...below.flat()]) {
        const item = await tree.getTreeItem(row);
        const { label, description, tooltip, accessibilityInformation } = item;
        const words = [label, description, accessibilityInformation?.label];
        for (const text of words) if (typeof text === 'string') assertPlain(text);
        if (tooltip) assertPlain(typeof tooltip === 'string' ? tooltip : tooltip.value);
      }
      assertEscaped((await tree.getTreeItem(rows[0])).tooltip);
    }
  });

  for (const [what, word] of [
    ['a guest', 'ana@partner'],
    ['a page', '11, title'],
    ['a space', 'DOCS'],
  ] as const) {
    it(`are plain in the hover over ${what}`, async () => {
      const document = await vscode.workspace.openTextDocument(ownFile());
      const position = document.positionAt(document.getText().indexOf(word));
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      assertEscaped(hover?.contents[0]);
    });
  }

  it('are plain in the plan, and in what the site says about the file', async () => {
    await run('preview');
    const { document } = vscode.window.activeTextEditor ?? assert.fail();
    assert.match(document.getText(), /Open/);
    assertPlain(document.getText());
    for (const { message } of vscode.languages.getDiagnostics(ownFile())) assertPlain(message);
  });
});
