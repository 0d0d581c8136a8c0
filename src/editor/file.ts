import * as vscode from 'vscode';
import type { Document, Problem } from '../document/model';
import { parse } from '../document/parse';
import type { Memory } from '../document/recall';
import { today } from './clock';

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

/** Read and check a file; what has not changed since `before` is not read again. */
export function fileFromText(
  uri: vscode.Uri,
  text: string,
  version: number | undefined,
  before?: GuestFile,
): GuestFile {
  const name = vscode.workspace.asRelativePath(uri);
  return { uri, name, text, version, ...parse(text, today(), before) };
}

export function hasErrors({ problems }: GuestFile): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** The host of the file's site, for people; empty when it names none. */
export function hostOf({ document }: GuestFile): string {
  return document.site ? new URL(document.site.origin).host : '';
}

/** By its name, and not a copy that another extension only shows, such as one of a commit. */
export function isGuestFile(uri: vscode.Uri): boolean {
  return (
    /\/collaborators\.ya?ml$/.test(uri.path) &&
    (vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
      vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true)
  );
}
