import path from 'node:path';
import type * as vscode from 'vscode';
import type { Parsed } from '../document/parse';
import { parse, parseAtMost } from '../document/parse';
import { Parser } from '../worker/parser';
import { today } from './clock';
import { fileOf, type GuestFile } from './file';

/** How many code units are read at once, which takes less than 50 ms; longer texts are read aside. */
const most = 65_536;

/** Reads and checks files. What has not changed since a file was read before is not read again. */
export class Reader implements vscode.Disposable {
  readonly #parser = new Parser(path.join(__dirname, 'worker.js'));

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** The file if it takes no time worth mentioning; else `undefined`. */
  readAtOnce(
    uri: vscode.Uri,
    text: string,
    version: number | undefined,
    before: GuestFile | undefined,
  ): GuestFile | undefined {
    const parsed = parseAtMost(most, text, today(), before);
    return parsed && fileOf(uri, text, version, parsed);
  }

  /** The same for a file of any length, without keeping the editor waiting. */
  async readAside(
    uri: vscode.Uri,
    text: string,
    version: number | undefined,
    before: GuestFile | undefined,
  ): Promise<GuestFile> {
    const parsed = await this.parse(uri, text, before);
    return fileOf(uri, text, version, { ...parsed, memory: parsed.memory ?? before?.memory });
  }

  /** What a text of a file says, of any length and without keeping the editor waiting. */
  async parse(uri: vscode.Uri, text: string, before?: Pick<Parsed, 'memory'>): Promise<Parsed> {
    if (text.length <= most) return parse(text, today(), before);
    try {
      return await this.#parser.parse({ file: uri.toString(), text, today: today() });
    } catch (error) {
      this.log.error(`A long file is read in the editor's own thread: ${String(error)}`);
      return parse(text, today(), before);
    }
  }

  dispose(): void {
    this.#parser.dispose();
  }
}
