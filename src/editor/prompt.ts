import * as vscode from 'vscode';
import { unlinked } from './unlinked';

/** Asks for one line; a person who leaves ends the command with a cancellation. */
export async function ask(options: {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** Why this text cannot be. */
  readonly refuse?: (text: string) => string | undefined;
}): Promise<string> {
  const { refuse, prompt, ...rest } = options;
  const answer = await vscode.window.showInputBox({
    ...rest,
    prompt: unlinked(prompt),
    ignoreFocusOut: true,
    ...(refuse && { validateInput: (text) => refuse(text.trim()) }),
  });
  if (answer === undefined) throw new vscode.CancellationError();
  return answer.trim();
}
