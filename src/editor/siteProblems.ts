import * as vscode from 'vscode';
import { staleAt } from '../access/fresh';
import { levelOf, type Level } from '../access/problems/code';
import type { SiteProblem } from '../access/problems/problem';
import type { Reading } from '../access/reading';
import type { Drift } from '../sync/drift';
import type { AccessReports } from './accessReports';
import { credentialProblems } from './credentialProblems';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { journalOf } from './journal';
import { online } from './online';
import type { FileReading, Readings } from './readings';

const section = 'confluenceGuests';

/** A problem, and how grave the settings say it is. */
export interface GradedProblem extends SiteProblem {
  readonly level: Exclude<Level, 'off'>;
}

/**
 * What the site said about each file, as long as that counts: it is gone when the file is edited, when
 * nobody is signed in any more, and an hour after it was read. When credentials end is told as well.
 */
export class SiteProblems implements vscode.Disposable {
  readonly #problems = new Map<string, readonly GradedProblem[]>();
  readonly #drift = new WeakMap<Reading, readonly Drift[]>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #listening: vscode.Disposable;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** What is known of a file, or the file, is another than before. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly files: Files,
    private readonly readings: Readings,
    private readonly reports: AccessReports,
    private readonly credentials: Credentials,
    /** The folder of the journals. */
    private readonly journals: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const update = (uri: vscode.Uri): void => {
      this.#update(uri);
    };
    const updateAll = (): void => {
      for (const { uri } of files.all()) update(uri);
    };
    this.#listening = vscode.Disposable.from(
      files.onDidChange(update),
      credentials.onDidChange(updateAll),
      vscode.workspace.onDidGrantWorkspaceTrust(updateAll),
      reports.onDidChange(update),
      readings.onDidChange((uri) => {
        update(uri);
        void this.#compare(uri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) updateAll();
      }),
    );
  }

  of(uri: vscode.Uri): readonly GradedProblem[] {
    return this.#problems.get(uri.toString()) ?? [];
  }

  /** What was read for the file exactly as it is now, and not too long ago. */
  reading(file: GuestFile): FileReading | undefined {
    const reading = this.readings.get(file);
    if (reading?.text !== file.text || staleAt(reading.live.readAt) <= Date.now()) return undefined;
    return reading;
  }

  #update(uri: vscode.Uri): void {
    const file = this.files.get(uri);
    const problems = file ? this.#problemsOf(file) : [];
    if (file) this.#wake(file);
    if (problems.length > 0) this.#problems.set(uri.toString(), problems);
    else this.#problems.delete(uri.toString());
    this.#changed.fire(uri);
  }

  #problemsOf(file: GuestFile): readonly GradedProblem[] {
    const settings = vscode.workspace.getConfiguration(section, file.uri);
    const severity = settings.get('problems.severity');
    const isWanted = settings.get('check') !== 'never';
    const said = isWanted ? this.#saidBySite(file) : [];
    return [...credentialProblems(file, this.credentials), ...said].flatMap((problem) => {
      const level = levelOf(problem.code, severity);
      return level === 'off' ? [] : [{ ...problem, level }];
    });
  }

  #saidBySite(file: GuestFile): readonly SiteProblem[] {
    const reading = this.reading(file);
    const kept = this.reports.get(file);
    const report = kept && staleAt(kept.readAt) > Date.now() ? kept : undefined;
    if (!reading && !report) return [];
    const drift = (reading && this.#drift.get(reading)) ?? [];
    return online().siteProblems({ document: file.document, reading, report, drift });
  }

  /** Looks again when the first of what was read no longer counts. */
  #wake(file: GuestFile): void {
    const key = file.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const moments = [this.readings.get(file)?.live.readAt, this.reports.get(file)?.readAt];
    const ends = moments.flatMap((at) => (at === undefined ? [] : staleAt(at) - Date.now()));
    const next = Math.min(...ends.filter((wait) => wait > 0));
    if (next === Infinity) return;
    const wake = setTimeout(() => {
      this.#update(file.uri);
    }, next);
    this.#timers.set(key, wake);
  }

  /** What syncs from this computer had changed, compared with what the site shows now. */
  async #compare(uri: vscode.Uri): Promise<void> {
    const file = this.files.get(uri);
    const reading = file && this.readings.get(file);
    if (!reading) return;
    const { driftIn, history } = online();
    try {
      const entries = await journalOf(this.journals, reading.live.origin).read('history');
      const drift = driftIn(reading.plan, history(entries));
      this.#drift.set(reading, drift);
      if (drift.length > 0) this.#update(uri);
    } catch (error) {
      this.log.warn(`What earlier syncs did could not be read: ${String(error)}`);
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }
}
