import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeFile } from '../bench/check/file';
import { eventually } from '../support/deadline';
import { act, completionsAt, labelsOf } from './ask';
import { closeAll, diagnosticsIn, ownFile, write } from './editor';

const slip = 'reson';
const sound = writeFile({ guests: 5000, pages: 2000 });
const text = sound.replaceAll('reason', slip);

describe('a file of 5,000 guests', () => {
  const uri = ownFile();

  after(closeAll);

  async function hasErrors(...expected: readonly string[]): Promise<void> {
    await eventually(async () => {
      const found = await diagnosticsIn(uri);
      const errors = new Set(found.filter((one) => one.startsWith('Error')));
      assert.deepEqual([...errors], expected);
    });
  }

  it('is helped with like any other, whether it is sound, full of slips or no YAML', async () => {
    const editor = await write(text);
    const { document } = editor;
    const placeOf = (words: string): vscode.Position =>
      document.positionAt(document.getText().indexOf(words));
    await hasErrors(`Error unknownKey@${slip}`);

    const mark = { document, position: placeOf(slip) };
    assert.equal(await act(mark, /^Fix all/, vscode.CodeActionKind.SourceFixAll), sound);
    await hasErrors();
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const guests = outline.find(({ name }) => name === 'guests');
    assert.equal(guests?.children.length, 5000);

    // Behind a tab, only a reading of the whole can tell what belongs where.
    assert.ok(
      await editor.edit((edit) => {
        edit.insert(placeOf('pages:'), '\tx\n');
      }),
    );
    const position = placeOf('viewer');
    const offered = labelsOf(await completionsAt({ document, position }));
    assert.ok(offered.includes('contributor'), String(offered));
    await eventually(async () => {
      const found = await diagnosticsIn(uri);
      assert.ok(found.some((one) => one.startsWith('Error syntax')));
    });
    await vscode.commands.executeCommand('undo');
    await hasErrors();
  });
});
