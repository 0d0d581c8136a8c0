import * as vscode from 'vscode';
import { today } from './clock';
import { hasErrors, type GuestFile } from './file';
import type { Files } from './files';
import { language } from './language';
import { treeItemOf, whenRead, type Node } from './node';
import type { FileReading, Readings } from './readings';

export type View = 'guests' | 'pages';

/** One of the two trees: rows at once for a single file, below a root each for several. */
export class Tree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #watching: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;
  readonly getTreeItem = treeItemOf;

  constructor(
    private readonly view: View,
    private readonly files: Files,
    private readonly readings: Readings,
  ) {
    this.#view = vscode.window.createTreeView(`confluenceGuests.${view}`, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const update = (): void => {
      this.#describe();
      this.#changed.fire(undefined);
    };
    this.#watching = vscode.Disposable.from(
      files.onDidChange(update),
      readings.onDidChange(update),
    );
  }

  getChildren(node?: Node): Node[] {
    if (node) return this.#below(node);
    const [first, ...others] = this.files.all();
    if (!first) return [];
    if (others.length === 0) return this.#rowsOf(first, this.readings.get(first));
    return [first, ...others].map((file) => ({
      kind: 'file',
      uri: file.uri,
      file,
      reading: this.readings.get(file),
    }));
  }

  #below(node: Node): Node[] {
    switch (node.kind) {
      case 'file':
        return this.#rowsOf(node.file, node.reading);
      case 'guest': {
        const { file, reading, row } = node;
        const details = row.guest
          ? language().guestDetails(row.guest, file.document, reading, today())
          : [];
        return details.map((detail) => ({ kind: 'detail', uri: file.uri, file, detail }));
      }
      case 'page': {
        const { file, row } = node;
        const details = language().pageDetails(row.page, file.document, today());
        return details.map((detail) => ({ kind: 'detail', uri: file.uri, file, detail }));
      }
      case 'errors':
      case 'detail':
        return [];
    }
  }

  /** An entry with errors has no row, so that is said; where no guest has one, by the welcome. */
  #rowsOf(file: GuestFile, reading: FileReading | undefined): Node[] {
    const rows = this.view === 'guests' ? guestNodes(file, reading) : pageNodes(file, reading);
    const { uri, document } = file;
    const hasList = rows.length > 0 || (this.view === 'pages' && document.pages !== undefined);
    return hasList && hasErrors(file) ? [{ kind: 'errors', uri, file }, ...rows] : [...rows];
  }

  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  set badge(badge: vscode.ViewBadge | undefined) {
    this.#view.badge = badge;
  }

  #describe(): void {
    const [only, ...others] = this.files.all();
    this.#view.description = only && others.length === 0 ? whenRead(this.readings.get(only)) : '';
  }

  dispose(): void {
    this.#watching.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function guestNodes(file: GuestFile, reading: FileReading | undefined): readonly Node[] {
  const { uri, document } = file;
  const rows = language().guestRows(document, reading, today());
  return rows.map((row) => ({ kind: 'guest', uri, file, reading, row }));
}

function pageNodes(file: GuestFile, reading: FileReading | undefined): readonly Node[] {
  const { uri, document } = file;
  const rows = language().pageRows(document, reading, today());
  return rows.map((row) => ({ kind: 'page', uri, file, reading, row }));
}
