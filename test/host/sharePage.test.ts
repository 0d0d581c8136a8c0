import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, ownFile, trees, write } from './editor';
import { as } from './person';
import type { Act } from './quickInput';

const text = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
  - { email: cho@client.example, space: DOCS, role: viewer }
pages:
  - { page: 7, title: Plan, view: [group:docs-team] }
`;

const roadmap = 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/12/Roadmap';

const share = (acts: readonly Act[], argument?: unknown): Promise<readonly string[]> =>
  as({ acts }, () => vscode.commands.executeCommand('confluenceGuests.sharePage', argument));

const textNow = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';

describe('sharing a page', () => {
  beforeEach(async () => {
    await write(text);
    await vscode.env.clipboard.writeText('');
  });

  afterEach(closeAll);

  it('puts the checked guests on the list of the page', async () => {
    const shown = await share(['Plan', ['Ana', 'cho@client.example'], 'View']);
    assert.equal(shown.length, 3);
    assert.equal(
      textNow(),
      text.replace('docs-team]', 'docs-team, ana@partner.example, cho@client.example]'),
    );
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.lineAt(editor.selection.active).text ?? '', /title: Plan/);
  });

  it('says that at least one must be checked', async () => {
    const shown = await share(['Plan', [], ['Ana'], 'View']);
    assert.equal(shown[2], 'Check at least one guest or team.');
    assert.match(textNow(), /docs-team, ana@partner.example\]/);
  });

  it('offers the page whose address was copied', async () => {
    await vscode.env.clipboard.writeText(`${roadmap}?atlOrigin=1`);
    await share(['Roadmap', ['Ana'], 'View', 'group:docs-team']);
    assert.match(
      textNow(),
      /- \{ page: https:\S+\/12\/Roadmap, view: \[ana@partner.example, group:docs-team\] \}\n$/,
    );
  });

  it('writes a new guest and the page at once, undone in one step', async () => {
    const guest = ['Dana <dana@new.example>', 'viewer', 'No end', 'Launch'];
    await share(['Plan', ['A new guest…'], ...guest, 'View']);
    assert.match(textNow(), /email: dana@new.example/);
    assert.match(textNow(), /docs-team, dana@new.example\]/);
    await vscode.commands.executeCommand('undo');
    assert.equal(textNow(), text);
  });

  it('does not ask what a row tells', async () => {
    const { guests, pages } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    const [plan] = (await pages.getChildren()) ?? [];
    for (const [tree, row] of [
      [guests, ana],
      [pages, plan],
    ] as const)
      assert.match((await tree.getTreeItem(row)).contextValue ?? '', /\bcanShare\b/);
    assert.match((await share([], ana))[0] ?? '', /Which page/);
    assert.match((await share([], plan))[0] ?? '', /With whom/);
  });

  it('takes the page of the entry that the editor’s menu was opened on', async () => {
    const editor = await vscode.window.showTextDocument(ownFile());
    const inPlan = editor.document.positionAt(text.indexOf('Plan'));
    editor.selection = new vscode.Selection(inPlan, inPlan);
    assert.match((await share([], ownFile()))[0] ?? '', /With whom/);
    assert.match((await share([]))[0] ?? '', /Which page/);
  });

  it('says so when there is nothing to write', async () => {
    await write(text.replace('docs-team]', 'docs-team, ana@partner.example]'));
    const { guests } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    assert.equal(
      (await share(['Plan', 'View'], ana)).at(-1),
      'Nothing to write: collaborators.yaml says so already.',
    );
  });
});
