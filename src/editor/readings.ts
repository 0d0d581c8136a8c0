import * as vscode from 'vscode';
import type { Reading } from '../access/reading';
import type { GuestFile } from './file';

/** A reading of the site with the text of the file that it was made for. */
export interface FileReading extends Reading {
  readonly text: string;
}

/** The last reading of the site for each file. It ends with the window. */
export class Readings implements vscode.Disposable {
  readonly #readings = new Map<string, FileReading>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  readonly onDidChange = this.#changed.event;

  /** Nothing when the file has come to name another site since. */
  get({ uri, document }: GuestFile): FileReading | undefined {
    const reading = this.#readings.get(uri.toString());
    return reading && reading.live.origin === document.site?.origin ? reading : undefined;
  }

  keep({ uri, text }: GuestFile, reading: Reading): void {
    this.#readings.set(uri.toString(), { ...reading, text });
    this.#changed.fire(uri);
  }

  forget({ uri }: GuestFile): void {
    if (this.#readings.delete(uri.toString())) this.#changed.fire(uri);
  }

  /** Signed out: what the site said to the person who was signed in no longer counts. */
  forgetSite(origin: string): void {
    for (const [key, { live }] of [...this.#readings]) {
      if (live.origin !== origin) continue;
      this.#readings.delete(key);
      this.#changed.fire(vscode.Uri.parse(key));
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
