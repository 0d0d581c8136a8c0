import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';
import { closeAll, diagnosticsIn, ownFile, write } from './editor';

const good = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, space: DOCS }
`;

const misspelt = good.replace('{}', '{ mange: strict }');

function shows(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  return eventually(async () => {
    assert.deepEqual(await diagnosticsIn(uri), expected);
  });
}

describe('the problems of a file', () => {
  afterEach(closeAll);

  it('are shown at their exact place, with their code and severity', async () => {
    await write(misspelt);
    await shows(ownFile(), ['Error unknownKey@mange']);
  });

  it('follow the text as it is edited and go away when it is right', async () => {
    const editor = await write(misspelt);
    await shows(ownFile(), ['Error unknownKey@mange']);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# a line above\n');
    });
    await eventually(() => {
      const [diagnostic] = vscode.languages.getDiagnostics(ownFile());
      assert.equal(diagnostic?.range.start.line, 3);
    });
    await write(good);
    await shows(ownFile(), []);
  });

  it('point to the other place that they are about', async () => {
    await write(`${good}  - { email: Ana@partner.example, space: DOCS }\n`);
    await shows(ownFile(), ['Error duplicateGuest@Ana@partner.example']);
    const [diagnostic] = vscode.languages.getDiagnostics(ownFile());
    assert.equal(diagnostic?.relatedInformation?.[0]?.location.range.start.line, 4);
  });

  it('are shown for an open file outside the folder, and not once it is closed', async () => {
    const folder = vscode.Uri.file(path.join(tmpdir(), `outside-${process.pid}`));
    const uri = vscode.Uri.joinPath(folder, 'collaborators.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(misspelt));
    try {
      await vscode.commands.executeCommand('vscode.open', uri);
      await eventually(() => {
        assert.equal(vscode.languages.getDiagnostics(uri).length, 1);
      });
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await eventually(() => {
        assert.equal(vscode.languages.getDiagnostics(uri).length, 0);
      });
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('are not looked for in other YAML files', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'yaml',
      content: misspelt,
    });
    await write(misspelt);
    await shows(ownFile(), ['Error unknownKey@mange']);
    assert.deepEqual(await diagnosticsIn(document.uri), []);
  });

  it('leave the language of the file alone', async () => {
    const { document } = await write(good);
    assert.equal(document.languageId, 'yaml');
  });
});
