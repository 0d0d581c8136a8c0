import * as vscode from 'vscode';
import type { SiteCode } from '../access/problems/code';
import type { GuestFile } from './file';
import { checkAccess, renew } from './next';
import type { Action } from './refusal';
import { codeOf, source } from './siteDiagnostics';

/** What may be in the way, and who can change it, is told by Check Access. */
const inTheWay: readonly SiteCode[] = [
  'failed',
  'quotaNear',
  'quotaExceeded',
  'siteLimit',
  'planWithoutGuests',
  'noOrganization',
  'notOrganizationAdmin',
  'notSpaceAdmin',
  'cannotRestrictPage',
];
const ending: readonly SiteCode[] = ['credentialExpiring', 'credentialExpired'];

/** What helps with problems that no edit of the file can mend. */
export function siteActions(
  { uri, document: { site } }: GuestFile,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const among = (codes: readonly SiteCode[]) =>
    diagnostics.filter(
      (one) => one.source === source && codes.some((code) => code === codeOf(one)),
    );
  return [
    ...actionFor(checkAccess(uri), among(inTheWay)),
    ...(site ? actionFor(renew({ origin: site.origin }), among(ending)) : []),
  ];
}

function actionFor(
  { title, command, arguments: given = [] }: Action,
  diagnostics: vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  if (diagnostics.length === 0) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...given] };
  action.diagnostics = diagnostics;
  return [action];
}
