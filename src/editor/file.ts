import * as vscode from 'vscode';
import type { Document, Problem } from '../document/model';
import { parse } from '../document/parse';
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
}

export function fileFromText(
  uri: vscode.Uri,
  text: string,
  version: number | undefined,
): GuestFile {
  const name = vscode.workspace.asRelativePath(uri);
  return { uri, name, text, version, ...parse(text, today()) };
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
