import * as vscode from 'vscode';
import type { Parsed } from '../document/parse';
import type { GuestFile } from './file';
import { changesNames, readNames } from './names';
import { isBelow, watchNewFolders } from './newFolders';
import { documentAt, isGone, urisOf } from './openDocument';
import { Reader } from './reader';

/** After the last key of a burst, in milliseconds. */
const typingPause = 150;

/**
 * Every `collaborators.yaml` of every workspace folder, and every open one elsewhere, by whatever name
 * the settings give it. An open file counts as it stands in the editor, saved or not.
 */
export class Files implements vscode.Disposable {
  readonly #files = new Map<string, GuestFile>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #renamed = new vscode.EventEmitter<undefined>();
  readonly #pauses = new Map<string, NodeJS.Timeout>();
  /** The open files that are too long to be read at once, while they are read. */
  readonly #aside = new Map<string, Promise<void>>();
  /** The files that are asked of the editor or the disk at this moment. */
  readonly #loading = new Map<string, Promise<void>>();
  /** The files that were deleted while the editor holds their documents. */
  readonly #gone = new Set<string>();
  readonly #reader: Reader;
  readonly #listening: vscode.Disposable;
  #names = readNames();
  #watching: vscode.Disposable;
  #ready: Promise<void>;

  /** A file appeared, changed or went away. */
  readonly onDidChange = this.#changed.event;
  /** Files are looked for by other names than before. */
  readonly onDidChangeNames = this.#renamed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const { workspace } = vscode;
    this.#reader = new Reader(log);
    this.#listening = vscode.Disposable.from(
      workspace.onDidOpenTextDocument(({ uri }) => void this.#load(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#forgetVersion(uri);
        void this.#load(uri);
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const uri of closed.flatMap(urisOf)) if (documentAt(uri)) void this.#load(uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#readAfterPause(document.uri);
      }),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#lookAgain();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (changesNames(change)) this.#lookAgain();
      }),
    );
    this.#watching = this.#watch();
    this.#ready = this.#search();
  }

  /** When the workspace has been searched. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The files of the workspace and those open elsewhere, for the editor's providers. */
  get selector(): vscode.DocumentSelector {
    return { pattern: this.#names.glob };
  }

  /** By name, as the editor or the disk has them now, or as they were before they became what they are. */
  all(): readonly GuestFile[] {
    return [...this.#files.values()]
      .map(({ uri }) => this.last(uri))
      .filter((file) => file !== undefined)
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /**
   * The file as it stands in the editor at this moment, or as it was last read from disk. `undefined`
   * while a long file is being read.
   */
  get(uri: vscode.Uri): GuestFile | undefined {
    if (!this.#isGuestFile(uri)) return undefined;
    const key = uri.toString();
    const known = this.#files.get(key);
    const open = documentAt(uri);
    if (!open || open.version === known?.version) return known;
    if (this.#gone.has(key) && !open.isDirty) return undefined;
    if (this.#aside.has(key)) return undefined;
    const file = this.#reader.readAtOnce(uri, open.getText(), open.version, known);
    if (file) this.#files.set(key, file);
    else this.#aside.set(key, this.#readAside(open, known));
    return file;
  }

  /** The same, or while a long file is being read what it was before. */
  last(uri: vscode.Uri): GuestFile | undefined {
    return this.get(uri) ?? (this.#isGuestFile(uri) ? this.#files.get(uri.toString()) : undefined);
  }

  /** Like `get`, but waits until a long file is read. */
  async current(uri: vscode.Uri): Promise<GuestFile | undefined> {
    for (;;) {
      const file = this.get(uri);
      const reading = this.#aside.get(uri.toString());
      if (file || !reading) return file;
      await reading;
    }
  }

  /** Like `current`, but asks the disk, of which not every change is noticed. */
  async read(uri: vscode.Uri): Promise<GuestFile | undefined> {
    await this.#load(uri);
    return this.current(uri);
  }

  /** What a file would say with another text than its own. */
  async parse(uri: vscode.Uri, text: string): Promise<Parsed> {
    return this.#reader.parse(uri, text);
  }

  #watch(): vscode.Disposable {
    const { createFileSystemWatcher } = vscode.workspace;
    const files = createFileSystemWatcher(this.#names.glob);
    // When a folder is deleted or replaced, nothing is said of what was in it.
    const folders = createFileSystemWatcher('**', true, false, false);
    const load = (uri: vscode.Uri): void => void this.#load(uri);
    const loadBelow = (folder: vscode.Uri): void => {
      for (const uri of this.#known()) if (isBelow(uri, folder)) void this.#load(uri);
    };
    return vscode.Disposable.from(
      ...[files, files.onDidCreate(load), files.onDidChange(load), files.onDidDelete(load)],
      ...[folders, folders.onDidChange(loadBelow), folders.onDidDelete(loadBelow)],
      watchNewFolders(this.#names.glob, (place) => this.#searchIn(place)),
    );
  }

  #lookAgain(): void {
    this.#names = readNames();
    this.#watching.dispose();
    this.#watching = this.#watch();
    this.#ready = this.#search();
    this.#renamed.fire(undefined);
  }

  async #search(): Promise<void> {
    const found = await findFiles(this.#names.glob);
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri);
    const all = new Map([...found, ...open, ...this.#known()].map((uri) => [uri.toString(), uri]));
    await Promise.all([...all.values()].map((uri) => this.#load(uri)));
  }

  async #searchIn(place: vscode.GlobPattern): Promise<void> {
    try {
      for (const uri of await findFiles(place)) await this.#load(uri);
    } catch (error) {
      this.log.debug(`A new folder is gone again: ${String(error)}`);
    }
  }

  /** When a file is opened again, its versions are counted anew. */
  #forgetVersion(uri: vscode.Uri): void {
    const key = uri.toString();
    const known = this.#files.get(key);
    if (known) this.#files.set(key, { ...known, version: undefined });
  }

  #known(): readonly vscode.Uri[] {
    return [...this.#files.values()].map(({ uri }) => uri);
  }

  /** Once what was asked of the file before is done: the last answer of the disk counts. */
  async #load(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const before = this.#loading.get(key) ?? Promise.resolve();
    const loading = before.catch(() => undefined).then(() => this.#loadNow(uri));
    this.#loading.set(key, loading);
    try {
      await loading;
    } finally {
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    }
  }

  async #loadNow(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const known = this.#files.get(key);
    if (!known && !this.#isGuestFile(uri)) return;
    const current = await this.#readNow(uri, known);
    if (current) this.#files.set(key, current);
    else this.#files.delete(key);
    this.#changed.fire(uri);
  }

  async #readNow(uri: vscode.Uri, known: GuestFile | undefined): Promise<GuestFile | undefined> {
    const key = uri.toString();
    const open = documentAt(uri);
    this.#gone.delete(key);
    if (open && (await isGone(open))) {
      this.#gone.add(key);
      return undefined;
    }
    const file = await (open ? this.current(uri) : this.#readFromDisk(uri, known));
    // It may have been opened while it was read, or is called otherwise now.
    return documentAt(uri) || !this.#isGuestFile(uri) ? this.current(uri) : file;
  }

  async #readFromDisk(
    uri: vscode.Uri,
    before: GuestFile | undefined,
  ): Promise<GuestFile | undefined> {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return undefined;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const file = this.#reader.readAtOnce(uri, text, undefined, before);
      return file ?? (await this.#reader.readAside(uri, text, undefined, before));
    } catch (error) {
      this.log.debug(`${uri.toString()} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  async #readAside(open: vscode.TextDocument, before: GuestFile | undefined): Promise<void> {
    const { uri, version } = open;
    const key = uri.toString();
    try {
      const file = await this.#reader.readAside(uri, open.getText(), version, before);
      if (documentAt(uri) === open) this.#files.set(key, file);
    } finally {
      this.#aside.delete(key);
    }
    if (this.get(uri)) this.#changed.fire(uri);
  }

  /** By its name, and not a copy that another extension only shows, such as one of a commit. */
  #isGuestFile(uri: vscode.Uri): boolean {
    return (
      this.#names.cover(uri) &&
      (vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
        vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true)
    );
  }

  #readAfterPause(uri: vscode.Uri): void {
    if (!this.#isGuestFile(uri)) return;
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
    this.#reader.dispose();
    this.#watching.dispose();
    this.#listening.dispose();
    this.#changed.dispose();
    this.#renamed.dispose();
  }
}

async function findFiles(place: vscode.GlobPattern): Promise<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(place, '**/node_modules/**');
}
