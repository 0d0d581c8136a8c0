import * as vscode from 'vscode';
import { isConfluenceError } from '../sync/error';
import { logDefect } from './command';
import type { Credentials } from './credentials';
import { hasErrors, type GuestFile } from './file';
import type { Files } from './files';
import type { ReadQuietly } from './readQuietly';
import { Refusal } from './refusal';
import { clock, seldom } from './seldom';

/** From the beginning of one reading to that of the next, in milliseconds. */
const pause = 30_000;

/** What became of the last reading that nobody had asked for. */
export type LiveState =
  | { readonly state: 'idle' | 'reading' }
  | { readonly state: 'failed'; readonly at: string; readonly why: string };

/**
 * Reads the site of a file that was saved, if the setting wants that and somebody is signed in there:
 * one at a time and not too often. A failure is shown in the status bar alone.
 */
export class LiveChecks implements vscode.Disposable {
  readonly #saved = new Set<string>();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #stop = new AbortController();
  readonly #reading = seldom(
    () => this.#read(),
    pause,
    clock,
    (error) => {
      logDefect(error, this.log);
    },
  );
  readonly #watching: vscode.Disposable;
  #state: LiveState = { state: 'idle' };

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly files: Files,
    private readonly credentials: Credentials,
    private readonly readQuietly: ReadQuietly,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#watching = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      void files.current(uri).then((file) => {
        if (!file || !this.#isWanted(file)) return;
        this.#saved.add(uri.toString());
        this.#reading.ask();
      });
    });
  }

  get state(): LiveState {
    return this.#state;
  }

  #isWanted(file: GuestFile): boolean {
    const origin = file.document.site?.origin;
    return (
      vscode.workspace.isTrusted &&
      vscode.workspace.getConfiguration('confluenceGuests', file.uri).get('check') === 'onSave' &&
      origin !== undefined &&
      this.credentials.origins().includes(origin) &&
      !hasErrors(file)
    );
  }

  async #read(): Promise<void> {
    const saved = [...this.#saved];
    this.#saved.clear();
    this.#become({ state: 'reading' });
    let end: LiveState = { state: 'idle' };
    for (const key of saved) {
      const file = this.files.get(vscode.Uri.parse(key));
      if (file && this.#isWanted(file)) end = await this.#readOne(file);
    }
    this.#become(end);
  }

  async #readOne(file: GuestFile): Promise<LiveState> {
    const { signal } = this.#stop;
    try {
      await this.readQuietly(file, signal);
      return { state: 'idle' };
    } catch (error) {
      if (signal.aborted) return { state: 'idle' };
      const at = new Date().toISOString();
      if (isConfluenceError(error) || error instanceof Refusal) {
        this.log.warn(error.message);
        return { state: 'failed', at, why: error.message };
      }
      logDefect(error, this.log);
      return { state: 'idle' };
    }
  }

  #become(state: LiveState): void {
    this.#state = state;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#stop.abort(new vscode.CancellationError());
    this.#reading.dispose();
    this.#watching.dispose();
    this.#changed.dispose();
  }
}
