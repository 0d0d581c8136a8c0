import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';
import { write } from './editor';

/** A place in a document, where a text had the mark `|`. */
export interface Mark {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Types a text over the workspace's file, without its mark, and puts the cursor where that was. */
export async function writeMarked(marked: string): Promise<Mark> {
  const offset = marked.indexOf('|');
  assert.notEqual(offset, -1, 'the text has no mark');
  const editor = await write(marked.slice(0, offset) + marked.slice(offset + 1));
  const { document } = editor;
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return { document, position };
}

/** One of the editor's own commands that ask the providers of a document. */
async function ask<T>(
  command: string,
  { document }: Pick<Mark, 'document'>,
  ...rest: readonly unknown[]
): Promise<readonly T[]> {
  const found = await vscode.commands.executeCommand<readonly T[] | undefined>(
    `vscode.${command}`,
    document.uri,
    ...rest,
  );
  return found ?? [];
}

/** What is offered at the mark. */
export async function completionsAt(mark: Mark): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    mark.document.uri,
    mark.position,
    undefined,
    100,
  );
  return items;
}

export function labelsOf(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The text of the document after the item of this label was accepted, without the stops of a snippet. */
export async function accept(mark: Mark, wanted: string): Promise<string> {
  const items = await completionsAt(mark);
  const item = items[labelsOf(items).indexOf(wanted)];
  assert.ok(item, `no “${wanted}” among ${labelsOf(items).join(', ')}`);
  const { insertText = wanted, range, additionalTextEdits = [], keepWhitespace = false } = item;
  const replaced = range instanceof vscode.Range ? range : range?.replacing;
  assert.ok(replaced);
  const editor = await vscode.window.showTextDocument(mark.document);
  const edit = new vscode.WorkspaceEdit();
  edit.set(mark.document.uri, additionalTextEdits);
  if (edit.size > 0) assert.ok(await vscode.workspace.applyEdit(edit));
  const snippet = typeof insertText === 'string' ? plain(insertText) : insertText;
  assert.ok(await editor.insertSnippet(snippet, replaced, { keepWhitespace, ...noUndoStops }));
  return mark.document.getText();
}

const noUndoStops = { undoStopBefore: false, undoStopAfter: false };

function plain(text: string): vscode.SnippetString {
  return new vscode.SnippetString().appendText(text);
}

/** The hover's text as a person reads it, without the signs that keep words from being markup. */
export async function hoverAt(mark: Mark): Promise<string> {
  const hovers = await ask<vscode.Hover>('executeHoverProvider', mark, mark.position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}

/** The actions that are offered at the mark now; quick fixes come with the diagnostics. */
export async function actionsAt(
  mark: Mark,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<readonly vscode.CodeAction[]> {
  const range = new vscode.Range(mark.position, mark.position);
  return ask<vscode.CodeAction>('executeCodeActionProvider', mark, range, kind.value, 100);
}

/** The text of the document after the first action of such a title was chosen, as soon as it is offered. */
export async function act(
  mark: Mark,
  title: RegExp,
  kind?: vscode.CodeActionKind,
): Promise<string> {
  const action = await eventually(async () => {
    const actions = await actionsAt(mark, kind);
    const found = actions.find((each) => title.test(each.title));
    assert.ok(found, `no ${String(title)} among ${actions.map((each) => each.title).join(', ')}`);
    return found;
  });
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  if (command)
    await vscode.commands.executeCommand(
      command.command,
      ...((command.arguments ?? []) as unknown[]),
    );
  return mark.document.getText();
}

/** The names, on their lines, to which the definition of what is at the mark leads. */
export async function definitionsAt(mark: Mark): Promise<readonly string[]> {
  const links = await ask<vscode.LocationLink>('executeDefinitionProvider', mark, mark.position);
  return links.map(({ targetSelectionRange, targetRange }) =>
    textAt(mark, targetSelectionRange ?? targetRange),
  );
}

export async function referencesAt(mark: Mark): Promise<readonly string[]> {
  const found = await ask<vscode.Location>('executeReferenceProvider', mark, mark.position);
  return found.map(({ range }) => textAt(mark, range));
}

export async function highlightsAt(mark: Mark): Promise<readonly string[]> {
  const { position } = mark;
  const found = await ask<vscode.DocumentHighlight>('executeDocumentHighlights', mark, position);
  return found.map(({ range }) => textAt(mark, range));
}

/** What is at a range, after the number of its line counted from 0. */
function textAt({ document }: Mark, range: vscode.Range): string {
  return `${range.start.line}: ${document.getText(range)}`;
}

/** The text of the document with what is at the mark renamed; rejects where it cannot be. */
export async function renameAt(mark: Mark, name: string): Promise<string> {
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    mark.document.uri,
    mark.position,
    name,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
  return mark.document.getText();
}

/** The outline, its levels indented, with what it says beside the names. */
export async function outlineOf(mark: Pick<Mark, 'document'>): Promise<readonly string[]> {
  const lines = (symbols: readonly vscode.DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${[name, detail].join(' ').trim()}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(await ask<vscode.DocumentSymbol>('executeDocumentSymbolProvider', mark), '');
}

/** The links as `text → address`. */
export async function linksIn(mark: Pick<Mark, 'document'>): Promise<readonly string[]> {
  const links = await ask<vscode.DocumentLink>('executeLinkProvider', mark, 100);
  return links.map(
    ({ range, target }) =>
      `${mark.document.getText(range)} → ${target?.toString(true) ?? 'nowhere'}`,
  );
}

/** The lines that can be folded, each `first-last`, counted from 0. */
export async function foldsIn(mark: Pick<Mark, 'document'>): Promise<readonly string[]> {
  const folds = await ask<vscode.FoldingRange>('executeFoldingRangeProvider', mark);
  return folds.map(({ start, end }) => `${start}-${end}`);
}

/** What *Expand Selection* takes in, from the inside out. */
export async function selectionsAt(mark: Mark): Promise<readonly string[]> {
  const [innermost] = await ask<vscode.SelectionRange>('executeSelectionRangeProvider', mark, [
    mark.position,
  ]);
  const texts: string[] = [];
  for (let each = innermost; each; each = each.parent) {
    texts.push(mark.document.getText(each.range));
  }
  return texts;
}

/** The lenses as `line: words`, the line counted from 0. */
export async function lensesIn(mark: Pick<Mark, 'document'>): Promise<readonly string[]> {
  const lenses = await ask<vscode.CodeLens>('executeCodeLensProvider', mark, 1_000);
  return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);
}
