import type * as vscode from 'vscode';
import type { GuestFile } from './file';
import type { Files } from './files';
import { rangesIn, type RangeOf } from './range';

/**
 * What is asked about a file, once it is read. Nothing when it is no file of guests, and when the question
 * has become void meanwhile: nobody waits for the answer any more, or the text is another.
 */
export async function provide<Answer>(
  files: Pick<Files, 'current'>,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  answer: (file: GuestFile, rangeOf: RangeOf) => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  const { version } = document;
  const file = await files.current(document.uri);
  const isVoid = (): boolean => token.isCancellationRequested || document.version !== version;
  if (!file || isVoid()) return undefined;
  const answered = await answer(file, rangesIn(file));
  return isVoid() ? undefined : answered;
}
