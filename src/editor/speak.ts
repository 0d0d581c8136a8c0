import * as vscode from 'vscode';
import type { Sentence } from '../document/sentence';

/** A sentence in the language of the editor, which shows backticks as such and no code between them. */
export function speak({ template, facts }: Sentence): string {
  return vscode.l10n.t(template, facts).replace(/`([^`\n]+)`/g, '“$1”');
}
