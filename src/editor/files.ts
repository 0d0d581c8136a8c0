import * as vscode from 'vscode';
import { fileFromText, isGuestFile, type GuestFile } from './file';

const glob = '**/collaborators.{yml,yaml}';

/** After the last key of a burst, in milliseconds. */
const typingPause = 150;

/**
 * Every `collaborators.yaml` of every workspace folder, and every open one elsewhere. An open file
 * counts as it stands in the editor, saved or not.
 */
export class Files implements vscode.Disposable {
  readonly #files = new Map<string, GuestFile>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #pauses = new Map<string, NodeJS.Timeout>();
  readonly #watching: vscode.Disposable;

  /** A file appeared, changed or went away. */
  readonly onDidChange = this.#changed.event;
  /** When the workspace has been searched. */
  readonly ready: Promise<void>;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    const onDisk = (uri: vscode.Uri): void => void this.#load(uri);
    // When a folder is deleted, nothing is said of what was in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    this.#watching = vscode.Disposable.from(
      watcher,
      folders,
      folders.onDidDelete((uri) => {
        this.#reloadBelow(uri);
      }),
      watcher.onDidCreate(onDisk),
      watcher.onDidChange(onDisk),
      watcher.onDidDelete(onDisk),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.#load(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#load(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#readAfterPause(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#search()),
    );
    this.ready = this.#search();
  }

  /** By name, as the editor or the disk has them now. */
  all(): readonly GuestFile[] {
    return [...this.#files.values()]
      .map(({ uri }) => this.get(uri))
      .filter((file) => file !== undefined)
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** The file as it stands in the editor at this moment, or as it was last read from disk. */
  get(uri: vscode.Uri): GuestFile | undefined {
    if (!isGuestFile(uri)) return undefined;
    const known = this.#files.get(uri.toString());
    const open = documentAt(uri);
    if (!open || open.version === known?.version) return known;
    const file = fileFromText(uri, open.getText(), open.version, known);
    this.#files.set(uri.toString(), file);
    return file;
  }

  async #search(): Promise<void> {
    const found = await vscode.workspace.findFiles(glob, '**/node_modules/**');
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri).filter(isGuestFile);
    const known = [...this.#files.values()].map(({ uri }) => uri);
    await Promise.all([...found, ...open, ...known].map((uri) => this.#load(uri)));
  }

  async #load(uri: vscode.Uri): Promise<void> {
    if (!isGuestFile(uri)) return;
    const file = documentAt(uri) ? this.get(uri) : await this.#readFromDisk(uri);
    // It may have been opened while it was read.
    const current = documentAt(uri) ? this.get(uri) : file;
    if (current) this.#files.set(uri.toString(), current);
    else this.#files.delete(uri.toString());
    this.#changed.fire(uri);
  }

  async #readFromDisk(uri: vscode.Uri): Promise<GuestFile | undefined> {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return undefined;
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return fileFromText(uri, new TextDecoder().decode(bytes), undefined);
    } catch (error) {
      this.log.debug(`${uri.toString()} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  #reloadBelow(folder: vscode.Uri): void {
    for (const { uri } of [...this.#files.values()]) {
      if (uri.toString().startsWith(`${folder.toString()}/`)) void this.#load(uri);
    }
  }

  #readAfterPause(uri: vscode.Uri): void {
    if (!isGuestFile(uri)) return;
    const key = uri.toString();
    clearTimeout(this.#pauses.get(key));
    const read = (): void => {
      this.#pauses.delete(key);
      if (this.get(uri)) this.#changed.fire(uri);
    };
    this.#pauses.set(key, setTimeout(read, typingPause));
  }

  dispose(): void {
    for (const pause of this.#pauses.values()) clearTimeout(pause);
    this.#watching.dispose();
    this.#changed.dispose();
  }
}

function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === key,
  );
}
