import * as vscode from 'vscode';
import { guestActions, pageActions, type Action } from '../access/actions';
import type { Detail } from '../access/detail';
import type { GuestRow } from '../access/guestRows';
import type { PageRow } from '../access/pageRows';
import type { Span } from '../document/model';
import { tame } from '../document/sentence';
import { siteSpan } from '../document/site';
import { timeOf } from './clock';
import { errorsIn, hostOf, type GuestFile } from './file';
import { appendLiteral } from './literal';
import { iconOf, iconOfDetail } from './look';
import type { FileReading } from './readings';
import { speak } from './speak';

/** What stands in a tree; every node knows its file. */
export type Node = { readonly uri: vscode.Uri } & (
  | { readonly kind: 'file'; readonly file: GuestFile; readonly reading: FileReading | undefined }
  | { readonly kind: 'errors'; readonly file: GuestFile }
  | ({ readonly kind: 'guest' } & OfFile & { readonly row: GuestRow })
  | ({ readonly kind: 'page' } & OfFile & { readonly row: PageRow })
  | { readonly kind: 'detail'; readonly file: GuestFile; readonly detail: Detail }
);

interface OfFile {
  readonly file: GuestFile;
  readonly reading: FileReading | undefined;
}

/** The guest for whose row a command was called; `undefined` for a command called in another way. */
export function guestOf(argument: unknown): GuestRow | undefined {
  const node = argument as Node | undefined;
  return node?.kind === 'guest' ? node.row : undefined;
}

/** The place in the file that a node is about. */
export function spanOf(node: Node): Span {
  switch (node.kind) {
    case 'file':
      return siteSpan(node.file.document);
    case 'errors':
      return errorsIn(node.file)[0]?.span ?? { start: 0, end: 0 };
    case 'guest':
    case 'page':
      return node.row.span;
    case 'detail':
      return node.detail.span;
  }
}

export function treeItemOf(node: Node): vscode.TreeItem {
  const item = bareItemOf(node);
  item.command ??= {
    title: vscode.l10n.t('Reveal in File'),
    command: 'confluenceGuests.reveal',
    arguments: [node],
  };
  return item;
}

function bareItemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'file':
      return fileItem(node.file, node.reading);
    case 'errors':
      return errorsItem(errorsIn(node.file).length);
    case 'guest':
      return rowItem(node, guestActions(node.row, node.file.document.site !== undefined));
    case 'page':
      return rowItem(node, pageActions(node.file.document.site !== undefined));
    case 'detail':
      return detailItem(node.detail);
  }
}

function fileItem(file: GuestFile, reading: FileReading | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(file.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = file.uri.toString();
  item.description = [hostOf(file), whenRead(reading)].join(' · ');
  item.iconPath = new vscode.ThemeIcon('file');
  return item;
}

function errorsItem(count: number): vscode.TreeItem {
  const label =
    count === 1
      ? vscode.l10n.t('1 error in the file')
      : vscode.l10n.t('{count} errors in the file', { count });
  const item = new vscode.TreeItem(label);
  const words = vscode.l10n.t('what has an error is not listed');
  item.description = words;
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.accessibilityInformation = { label: `${label}, ${words}` };
  item.command = {
    title: vscode.l10n.t('Show Problems'),
    command: 'workbench.actions.view.problems',
  };
  return item;
}

/** A statement about the site says when the site was read. */
export function whenRead(reading: FileReading | undefined): string {
  return reading
    ? vscode.l10n.t('read at {time}', { time: timeOf(reading.live.readAt) })
    : vscode.l10n.t('not checked');
}

function rowItem(
  { file, reading, row }: OfFile & { readonly row: GuestRow | PageRow },
  actions: readonly Action[],
): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const isListed = 'page' in row || row.guest !== undefined;
  const label = tame(row.label);
  const item = new vscode.TreeItem(label, isListed ? Collapsed : None);
  const words = speak(row.words);
  item.id = `${file.uri.toString()} ${row.id}`;
  item.description = words;
  item.iconPath = iconOf(row.state);
  item.contextValue = actions.join(' ');
  item.tooltip = plainText([`${label}: ${words}`, `${hostOf(file)}, ${whenRead(reading)}`]);
  item.accessibilityInformation = { label: `${label}, ${words}` };
  return item;
}

function detailItem({ kind, label, words }: Detail): vscode.TreeItem {
  const item = new vscode.TreeItem(tame(label));
  if (words) item.description = speak(words);
  item.iconPath = iconOfDetail(kind);
  return item;
}

/** Names come from the file and the site, so nothing in them is taken for markup. */
function plainText(lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const line of lines) appendLiteral(text, line).appendMarkdown('\n\n');
  return text;
}
