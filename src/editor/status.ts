import * as vscode from 'vscode';
import { timeOf } from './clock';
import type { Files } from './files';
import { appendLiteral } from './literal';
import type { LiveChecks } from './liveChecks';
import type { SiteProblems } from './siteProblems';
import {
  changeWords,
  guestWords,
  lineOf,
  pendingOf,
  sum,
  tallyOf,
  troubleWords,
  type Tally,
} from './tally';
import type { Tree } from './tree';

/**
 * How it stands with the guests, in the status bar while there is a file of guests, and as the number
 * of pending changes on the view. A click leads to the view.
 */
export class Status implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem(
    'confluenceGuests.status',
    vscode.StatusBarAlignment.Left,
  );
  readonly #watching: vscode.Disposable;

  constructor(
    private readonly files: Files,
    private readonly problems: SiteProblems,
    private readonly checks: LiveChecks,
    private readonly guests: Tree,
  ) {
    this.item.name = vscode.l10n.t('Confluence Guests');
    this.item.command = {
      title: vscode.l10n.t('Show Guests'),
      command: 'confluenceGuests.guests.focus',
    };
    const show = (): void => {
      this.#show();
    };
    this.#watching = vscode.Disposable.from(problems.onDidChange(show), checks.onDidChange(show));
  }

  #show(): void {
    const tallies = this.files.all().map((file) => tallyOf(file, this.problems));
    const pending = pendingOf(tallies);
    this.guests.badge = pending
      ? { value: pending, tooltip: tallies.map(lineOf).join('\n') }
      : undefined;
    if (tallies.length === 0) {
      this.item.hide();
      return;
    }
    const { state } = this.checks;
    const guests = sum(tallies, 'guests');
    const troubles = sum(tallies, 'troubles');
    this.item.text = [
      state.state === 'reading' ? '$(sync~spin)' : '$(organization)',
      String(guests),
      ...(pending ? [`$(git-compare) ${pending}`] : []),
      ...(troubles > 0 ? [`$(warning) ${troubles}`] : []),
    ].join(' ');
    this.item.tooltip = this.#tooltip(tallies);
    this.item.accessibilityInformation = {
      label: [
        guestWords(guests),
        ...(pending === undefined ? [] : [changeWords(pending)]),
        ...(troubles > 0 ? [troubleWords(troubles)] : []),
      ].join(', '),
    };
    this.item.show();
  }

  /** Names come from the file, so nothing in them is taken for markup. */
  #tooltip(tallies: readonly Tally[]): vscode.MarkdownString {
    const { state } = this.checks;
    const lines = [
      ...tallies.map(lineOf),
      ...(state.state === 'failed'
        ? [
            vscode.l10n.t('The site could not be read at {time}: {why}', {
              time: timeOf(state.at),
              why: state.why,
            }),
          ]
        : []),
    ];
    const text = new vscode.MarkdownString();
    for (const line of lines) appendLiteral(text, line).appendMarkdown('\n\n');
    return text;
  }

  dispose(): void {
    this.#watching.dispose();
    this.item.dispose();
  }
}
