import * as vscode from 'vscode';
import type { Document, Problem } from '../document/model';
import type { Parsed } from '../document/parse';
import type { Memory } from '../document/recall';
import { tame } from '../document/sentence';

/** One `collaborators.yaml`, read and checked. */
export interface GuestFile {
  readonly uri: vscode.Uri;
  /** Its path as people know it. */
  readonly name: string;
  readonly text: string;
  /** The version of the open document that it was read from; `undefined` when read from disk. */
  readonly version: number | undefined;
  readonly document: Document;
  readonly problems: readonly Problem[];
  /** What makes the next reading after an edit quick. */
  readonly memory: Memory | undefined;
}

/** What was read of a text, as a file. */
export function fileOf(
  uri: vscode.Uri,
  text: string,
  version: number | undefined,
  parsed: Parsed,
): GuestFile {
  return { uri, name: tame(vscode.workspace.asRelativePath(uri)), text, version, ...parsed };
}

export function hasErrors(file: GuestFile): boolean {
  return errorsIn(file).length > 0;
}

export function errorsIn({ problems }: GuestFile): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** The host of the file's site, for people; empty when it names none. */
export function hostOf({ document }: GuestFile): string {
  return document.site ? new URL(document.site.origin).host : '';
}
