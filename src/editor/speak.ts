import * as vscode from 'vscode';
import type { Sentence } from '../document/sentence';

/** A sentence in the language of the editor. */
export function speak({ template, facts }: Sentence): string {
  return vscode.l10n.t(template, facts);
}
