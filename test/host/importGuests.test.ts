import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { fileOf } from '../support/site';
import { closeAll, ownFile, write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, leeAlone, signIn, signOut, startSite } from './site';

const header = '{ removals: 25% }';
const body = `spaces:
  DOCS: { manage: strict } # ours
guests:
  - { email: ana@partner.example, space: DOCS, role: contributor } # since spring
`;

const importing = (person: Answers, argument?: vscode.Uri): Promise<readonly string[]> =>
  as(person, () => vscode.commands.executeCommand('confluenceGuests.importGuests', argument));

const editor = (): vscode.TextEditor => vscode.window.activeTextEditor ?? assert.fail();
const textNow = (): string => editor().document.getText();

const openDiffs = (): readonly string[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff)
    .map(({ label }) => label);

describe('importing guests', () => {
  let site: Sandbox;
  let text: string;

  before(async () => {
    site = await startSite();
    text = fileOf(site.origin, body, header);
    await write(text);
    await signIn();
  });

  beforeEach(async () => {
    await write(text);
    site.forgetRequests();
  });

  afterEach(async () => {
    assert.deepEqual(site.state().changes, []);
    await closeAll();
  });

  after(() => leaveSite(site));

  const question = 'Add what was found to collaborators.yaml? The site is not changed.';
  const spacesOf = (step: string): string =>
    `Importing guests from ${new URL(site.origin).host}: ${step}`;

  it('writes a new file, which overwrites none', async () => {
    await closeAll();
    await importing({ choices: ['A new file'], acts: [['DOCS', 'LAB']] });
    const written = textNow();
    assert.match(written, new RegExp(`^site: ${site.origin}$`, 'm'));
    assert.match(written, /^ {2}DOCS: \{ manage: strict \}/m);
    for (const who of ['ana@partner.example', 'ben@agency.example', 'kai@lab.example'])
      assert.match(written, new RegExp(`^  - email: ${who}$`, 'm'));
    assert.match(written, /^ {2}- page: "?11"?\n {4}title: Closed$/m);
    assert.notEqual(editor().document.uri.toString(), ownFile().toString());
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('asks for the spaces until one is checked', async () => {
    const shown = await importing({ acts: [[], ['DOCS']], choices: ['Discard'] });
    assert.deepEqual(shown, [
      spacesOf('From which spaces do you want to import guests?'),
      'Check at least one space, or press Escape to leave',
      question,
    ]);
  });

  it('reads nothing of the spaces when the person leaves', async () => {
    await importing({ acts: [] });
    assert.equal(textNow(), text);
    assert.deepEqual(openDiffs(), []);
  });

  it('shows what it adds to a file before it asks', async () => {
    let diffs: readonly string[] = [];
    const meanwhile = (): Promise<void> => {
      diffs = openDiffs();
      return Promise.resolve();
    };
    await importing({ acts: [['DOCS']], choices: ['Discard'], meanwhile });
    assert.deepEqual(diffs, ['collaborators.yaml: what the import adds']);
    assert.deepEqual(openDiffs(), []);
    assert.equal((await vscode.workspace.openTextDocument(ownFile())).getText(), text);
  });

  it('adds to a file what it lacks, unsaved, and shows the first of it', async () => {
    await importing({ acts: [['DOCS']], choices: ['Add to File'] });
    const { document, selection } = editor();
    assert.ok(document.getText().startsWith(text), document.getText());
    assert.match(document.getText(), /^ {2}- (?:\{ )?email: ben@agency.example/m);
    assert.equal(document.isDirty, true);
    assert.match(document.lineAt(selection.active).text, /ben@agency.example/);
    assert.deepEqual(openDiffs(), []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('does not add to a file that has changed since', async () => {
    const other = text.replace('since spring', 'since summer');
    const shown = await importing({
      acts: [['DOCS']],
      choices: ['Add to File'],
      meanwhile: () => write(other),
    });
    assert.deepEqual(shown.slice(1), [
      question,
      'collaborators.yaml has changed since it was compared: import the guests again.',
    ]);
    assert.equal(textNow(), other);
  });

  it('does not add what is no longer shown, for the guests were imported again', async () => {
    const shown = await importing({
      acts: [['DOCS']],
      choices: ['Add to File'],
      meanwhile: () => importing({ acts: [['DOCS', 'LAB']], choices: ['Discard'] }, ownFile()),
    });
    assert.deepEqual(shown.slice(1), [
      question,
      'Guests were imported into collaborators.yaml again meanwhile: answer the newer question.',
    ]);
    assert.equal((await vscode.workspace.openTextDocument(ownFile())).getText(), text);
  });

  it('says when there is nothing to add', async () => {
    await importing({ acts: [['DOCS']], choices: ['Add to File'] });
    const complete = textNow();
    const shown = await importing({ acts: [['DOCS']] });
    assert.deepEqual(shown.slice(1), [
      'collaborators.yaml has everything already that can be imported.',
    ]);
    assert.equal(textNow(), complete);
  });

  it('shows in a report whom it cannot add, with what to write instead', async () => {
    await signOut(site.origin);
    await signIn(leeAlone);
    try {
      assert.deepEqual((await importing({ acts: [['DOCS']] })).slice(1), []);
      assert.equal(editor().document.uri.scheme, 'confluence-guests-plan');
      assert.match(textNow(), /^collaborators\.yaml has everything already.*\nRead from .* as Lee/);
      assert.match(textNow(), /^- Ana .*account: \S+/m);
    } finally {
      await signOut(site.origin);
      await signIn();
    }
  });

  for (const [what, guests, refusal] of [
    ['has errors', '[', 'collaborators.yaml has errors: correct them first.'],
    [
      'cannot be added to',
      '&all []',
      'Nothing can be added to `guests` in collaborators.yaml as it is written: write it as a plain list first, without `&`, `*` or `!`.',
    ],
  ] as const)
    it(`refuses a file that ${what}, and asks neither the person nor the site`, async () => {
      await write(fileOf(site.origin, `spaces: { DOCS: }\nguests: ${guests}\n`));
      assert.deepEqual(await importing({ acts: [['DOCS']] }), [refusal]);
      assert.deepEqual(site.requests(), []);
    });
});
