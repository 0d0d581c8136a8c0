import * as vscode from 'vscode';
import { guestDetails, pageDetails } from '../access/detail';
import { guestRows } from '../access/guestRows';
import { pageRows } from '../access/pageRows';
import { today } from './clock';
import type { GuestFile } from './file';
import type { Files } from './files';
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
        const details = row.guest ? guestDetails(row.guest, file.document, reading) : [];
        return details.map((detail) => ({ kind: 'detail', uri: file.uri, file, detail }));
      }
      case 'page': {
        const { file, row } = node;
        const details = pageDetails(row.page, file.document);
        return details.map((detail) => ({ kind: 'detail', uri: file.uri, file, detail }));
      }
      case 'detail':
        return [];
    }
  }

  #rowsOf(file: GuestFile, reading: FileReading | undefined): Node[] {
    const { uri, document } = file;
    return this.view === 'guests'
      ? guestRows(document, reading, today()).map((row) => ({
          kind: 'guest',
          uri,
          file,
          reading,
          row,
        }))
      : pageRows(document, reading).map((row) => ({ kind: 'page', uri, file, reading, row }));
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
