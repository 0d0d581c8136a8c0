import * as vscode from 'vscode';
import type { Expiry } from '../access/expiry';
import type { Action } from './refusal';

/** What messages offer to do next; `file` is the one that they are about. */
export function signIn(file?: vscode.Uri): Action {
  return {
    title: vscode.l10n.t('Sign In'),
    command: 'confluenceGuests.signIn',
    arguments: file ? [file] : [],
  };
}

/** What is to be renewed, as far as that is known. */
export interface Renewal {
  readonly origin?: string;
  readonly secret?: Expiry['secret'];
}

export function renew(renewal: Renewal): Action {
  return {
    title: vscode.l10n.t('Renew'),
    command: 'confluenceGuests.renewCredentials',
    arguments: [renewal],
  };
}

export function checkAccess(file?: vscode.Uri): Action {
  return {
    title: vscode.l10n.t('Check Access'),
    command: 'confluenceGuests.checkAccess',
    arguments: file ? [file] : [],
  };
}

export function showGuests(): Action {
  return { title: vscode.l10n.t('Show Guests'), command: 'confluenceGuests.guests.focus' };
}

export function showHistory(file: vscode.Uri): Action {
  return {
    title: vscode.l10n.t('Show Sync History'),
    command: 'confluenceGuests.history',
    arguments: [file],
  };
}
