import * as vscode from 'vscode';
import type { Report } from '../access/check/report';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';

/** How long a report is good enough not to be read again of one's own accord, in milliseconds. */
const enoughFor = 10 * 60 * 1000;

/**
 * The last word of a site on what somebody can do there, for each file. It ends with the window, and
 * when somebody signs in or out.
 */
export class AccessReports implements vscode.Disposable {
  readonly #reports = new Map<string, Report>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #watching: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(credentials: Credentials) {
    this.#watching = credentials.onDidChange(() => {
      const known = [...this.#reports.keys()];
      this.#reports.clear();
      for (const uri of known) this.#changed.fire(vscode.Uri.parse(uri));
    });
  }

  /** Nothing when the file has come to name another site since. */
  get({ uri, document }: GuestFile): Report | undefined {
    const report = this.#reports.get(uri.toString());
    return report && report.origin === document.site?.origin ? report : undefined;
  }

  keep({ uri }: GuestFile, report: Report): void {
    this.#reports.set(uri.toString(), report);
    this.#changed.fire(uri);
  }

  /** Whether it is time for another. */
  isDue(file: GuestFile): boolean {
    const report = this.get(file);
    return !report || Date.parse(report.readAt) + enoughFor <= Date.now();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }
}
