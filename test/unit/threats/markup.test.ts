import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../support/project';
import { unlinked } from '../../../src/editor/unlinked';

const folder = path.join(projectRoot, 'src', 'editor');
const sources = readdirSync(folder).map((name): readonly [name: string, text: string] => [
  name,
  readFileSync(path.join(folder, name), 'utf8'),
]);

/** The files in which something is written. */
function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);
}

describe('words in which nothing can be clicked', () => {
  const rows: readonly (readonly [text: string, shown: string])[] = [
    ['[Ana](command:workbench.action.quit)', '[Ana] (command:workbench.action.quit)'],
    ['[Ana](https://evil.example "x")', '[Ana] (https://evil.example "x")'],
    ['[[Ana]](file:///etc)', '[[Ana]] (file:///etc)'],
    ['$(error) Ana', '$ (error) Ana'],
    ['Ana (Díaz) [DOCS]', 'Ana (Díaz) [DOCS]'],
  ];
  for (const [text, shown] of rows) {
    it(`are ${shown}`, () => {
      assert.equal(unlinked(text), shown);
    });
  }
});

describe('what the file and the site say', () => {
  it('is shown in messages, progress and prompts without links', () => {
    assert.deepEqual(filesWith(/\bshow(Information|Warning|Error)Message\(/), ['message.ts']);
    assert.deepEqual(filesWith(/ProgressLocation\.Notification/), ['progress.ts']);
    assert.deepEqual(filesWith(/\bshowInputBox\(/), ['prompt.ts']);
    for (const name of ['message.ts', 'progress.ts', 'prompt.ts', 'quickInput.ts']) {
      assert.ok(filesWith(/\bunlinked\(/).includes(name), name);
    }
  });

  it('is markup of hovers and tooltips nowhere', () => {
    assert.ok(filesWith(/\.appendMarkdown\('/).length > 0);
    assert.deepEqual(filesWith(/\.appendMarkdown\((?!')/), []);
    assert.deepEqual(filesWith(/new vscode\.MarkdownString\((?!\))/), []);
    assert.deepEqual(filesWith(/\b(isTrusted|supportHtml|supportThemeIcons) *[=:](?!=)/), []);
  });

  it('is taken from the clipboard for one question alone', () => {
    assert.deepEqual(filesWith(/clipboard\.readText/), ['sharePage.ts']);
  });
});
