import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { dayAfter } from '../../src/document/date';
import { today } from '../../src/editor/clock';
import { acme, fileOf } from '../support/site';
import { closeAll, ownFile, trees, write } from './editor';
import { as, type Answers } from './person';
import { goBack, type Act } from './quickInput';
import { leaveSite, signIn, startSite } from './site';

const text = `version: 1
site: https://acme.atlassian.net
internalDomains: [acme.com]
spaces: { DOCS: {}, LAB: {} }
guests:
  - email: ana@partner.example # since spring
    space: DOCS
pages:
  - { page: 7, title: Plan, view: [ana@partner.example, group:docs-team] }
`;

const answers: readonly Act[] = [
  'Cho Min-ji <cho@client.example>',
  'DOCS',
  'viewer',
  ['Plan'],
  'In 30 days',
  'API launch review',
];

const written = text
  .replace(
    'pages:',
    `  - email: cho@client.example
    name: Cho Min-ji
    space: DOCS
    role: viewer
    expires: ${dayAfter(today(), 30)}
    reason: API launch review
pages:`,
  )
  .replace('docs-team]', 'docs-team, cho@client.example]');

const add = (person: Answers, argument?: unknown): Promise<readonly string[]> =>
  as(person, () => vscode.commands.executeCommand('confluenceGuests.addGuest', argument));

const textNow = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';

describe('adding a guest', () => {
  beforeEach(async () => {
    await write(text);
  });

  afterEach(closeAll);

  it('asks step by step and writes the entry, unsaved and with the cursor on it', async () => {
    const title = 'Add Guest to collaborators.yaml';
    assert.deepEqual(await add({ acts: answers }), [
      `${title} (1/6): The email address of the guest`,
      `${title} (2/6): Which space shall the guest have?`,
      `${title} (3/6): Which role shall the guest have in the space?`,
      `${title} (4/6): Which restricted pages shall the guest view? Press Enter for none`,
      `${title} (5/6): Until when shall the guest have access?`,
      `${title} (6/6): Why does the guest have access? It may be left empty`,
    ]);
    assert.equal(textNow(), written);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.isDirty, true);
    assert.equal(
      editor.document.lineAt(editor.selection.active).text,
      '  - email: cho@client.example',
    );
  });

  it('is undone in one step', async () => {
    await add({ acts: answers });
    await vscode.commands.executeCommand('undo');
    assert.equal(textNow(), text);
  });

  it('says in the input what is wrong with an address, and takes a better one there', async () => {
    const acts = ['ana', 'mia@acme.com', 'ANA@partner.example', ...answers];
    assert.deepEqual((await add({ acts })).slice(1, 4), [
      'Write the whole email address, such as ana@partner.example.',
      'mia@acme.com is staff, for acme.com is among the internal domains.',
      'ANA@partner.example is in the file already, for the space DOCS.',
    ]);
    assert.equal(textNow(), written);
  });

  it('goes back and keeps what was answered', async () => {
    const acts = [
      ...['cho@client.example', 'LAB', goBack, goBack],
      ...['Cho Min-ji <cho@client.example>', 'DOCS'],
      ...answers.slice(2),
    ];
    const shown = await add({ acts });
    assert.match(shown[4] ?? '', /\(1\/6\): The email address of the guest “cho@client.example”$/);
    assert.equal(textNow(), written);
  });

  it('leads from a list to what is not on it, with what was typed', async () => {
    const acts = [
      ...['cho@client.example', { search: 'NEW', pick: 'Another space…' }, 'NEW'],
      ...['viewer', [], 'No end', ''],
    ];
    const shown = await add({ acts });
    assert.match(shown[2] ?? '', /\(3\/7\): The key of the space “NEW”$/);
    assert.match(textNow(), /spaces: \{ DOCS: \{\}, LAB: \{\}, NEW: \{ manage: additive \} \}/);
  });

  for (const [index] of answers.entries())
    it(`writes nothing when the person leaves at question ${index + 1}`, async () => {
      const shown = await add({ acts: answers.slice(0, index) });
      assert.equal(shown.length, index + 1);
      assert.equal(textNow(), text);
    });

  it('refuses a file to which nothing can be added, before it asks anything', async () => {
    await write('version: 1\nguests: [\n');
    assert.deepEqual(await add({ acts: answers }), [
      'Nothing can be added to collaborators.yaml as it stands: correct its errors first.',
    ]);
  });

  it('refuses a page whose list stands in several places, and says so', async () => {
    await write(text.replace('view: [', 'view: &all ['));
    assert.deepEqual((await add({ acts: answers })).slice(answers.length), [
      'This cannot be added to collaborators.yaml as it is written: write the lists for it plainly first, without `&`, `*` or `!`.',
    ]);
    assert.doesNotMatch(textNow(), /cho@client/);
  });

  it('leaves a read-only file as it is, and says so', async () => {
    await closeAll();
    const before = (await vscode.workspace.openTextDocument(ownFile())).getText();
    const protect = (files: Readonly<Record<string, boolean>> | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('files')
        .update('readonlyInclude', files, vscode.ConfigurationTarget.Workspace);
    await protect({ '**/collaborators.yaml': true });
    try {
      const acts = ['cho@client.example', 'viewer', [], 'No end', ''];
      assert.equal(
        (await add({ acts })).at(-1),
        'collaborators.yaml is read-only: allow it to be edited, then try again.',
      );
      const document = await vscode.workspace.openTextDocument(ownFile());
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    } finally {
      await protect(undefined);
    }
  });

  it('writes to a file that is not open, and shows it', async () => {
    await closeAll();
    const acts = ['cho@client.example', 'viewer', 'No end', ''];
    await add({ acts: [...acts.slice(0, 2), [], ...acts.slice(2)] });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), ownFile().toString());
    assert.match(textNow(), /- email: cho@client.example\n {4}space: DOCS\n {4}role: viewer\n/);
  });
});

describe('adding a guest whom only the site has', () => {
  let site: Sandbox;

  before(async () => {
    const people = acme().people.map((person) => ({ ...person, emailVisible: true }));
    site = await startSite(acme({ people }));
    await write(fileOf(site.origin, 'spaces: { DOCS: {} }\nguests: []\n'));
    await signIn();
  });

  after(() => leaveSite(site));

  it('takes address, name and space from the row', async () => {
    const { guests } = await trees();
    const [ana] = (await guests.getChildren()) ?? [];
    assert.match((await guests.getTreeItem(ana)).contextValue ?? '', /\bcanAdd\b/);
    const shown = await add({ acts: ['viewer', 'No end', ''] }, ana);
    assert.match(shown[0] ?? '', /\(1\/3\): Which role/);
    assert.match(
      textNow(),
      /guests:\n {2}- email: ana@partner.example\n {4}name: Ana\n {4}space: DOCS\n {4}role: viewer\n/,
    );
  });
});
