import * as vscode from 'vscode';
import { pendingSteps } from '../sync/step';
import { errorsIn, hostOf, type GuestFile } from './file';
import { whenRead } from './node';
import type { SiteProblems } from './siteProblems';

/** How it stands with a file in numbers. */
export interface Tally {
  readonly file: GuestFile;
  readonly guests: number;
  /** The changes that a sync would make; `undefined` when that is not known. */
  readonly pending: number | undefined;
  /** What is wrong in the file, and what the site said about it. */
  readonly troubles: number;
  /** When the site was read, for people. */
  readonly read: string;
}

export function tallyOf(file: GuestFile, problems: SiteProblems): Tally {
  const reading = problems.reading(file);
  const grave = problems
    .of(file.uri)
    .filter(({ level }) => level === 'error' || level === 'warning');
  return {
    file,
    guests: file.document.guests?.length ?? 0,
    pending: reading && pendingSteps(reading.plan).length,
    troubles: grave.length + errorsIn(file).length,
    read: whenRead(reading),
  };
}

/** The changes of all files together; `undefined` when nothing is known of any. */
export function pendingOf(tallies: readonly Tally[]): number | undefined {
  const known = tallies.flatMap(({ pending }) => pending ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count);
}

export function sum(tallies: readonly Tally[], of: 'guests' | 'troubles'): number {
  return tallies.reduce((total, tally) => total + tally[of], 0);
}

/** One file in one line. */
export function lineOf({ file, guests, pending, troubles, read }: Tally): string {
  return [
    file.name,
    hostOf(file),
    guestWords(guests),
    ...(pending === undefined ? [] : [changeWords(pending)]),
    ...(troubles === 0 ? [] : [troubleWords(troubles)]),
    read,
  ].join(' · ');
}

export function guestWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 guest') : vscode.l10n.t('{count} guests', { count });
}

export function changeWords(count: number): string {
  if (count === 0) return vscode.l10n.t('nothing to sync');
  return count === 1
    ? vscode.l10n.t('1 change to sync')
    : vscode.l10n.t('{count} changes to sync', { count });
}

export function troubleWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{count} problems', { count });
}
