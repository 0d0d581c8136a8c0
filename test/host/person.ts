import * as vscode from 'vscode';
import { search } from '../support/search';
import { quickInputs, type Act } from './quickInput';

/** What a person at the editor's own prompts does. */
export interface Answers {
  /** What to write, by a word of the prompt; a prompt without one is left with Escape. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The buttons to press and the entries to pick where they are offered. */
  readonly choices?: readonly string[];
  /** What to do at one input of several steps after the other; then Escape. */
  readonly acts?: readonly Act[];
  /** Cancels the progress whose report contains this. */
  readonly cancelAt?: string;
  /** What happens before a button is pressed. */
  readonly meanwhile?: () => Promise<unknown>;
}

type Prompts = Pick<
  typeof vscode.window,
  | 'showInputBox'
  | 'showQuickPick'
  | 'showInformationMessage'
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'withProgress'
  | 'createInputBox'
  | 'createQuickPick'
>;

/** Does something as that person. Resolves with every message that was shown and every prompt. */
export async function as(
  answers: Answers,
  work: () => Thenable<unknown>,
): Promise<readonly string[]> {
  const shown: string[] = [];
  const prompts: Prompts = vscode.window;
  const doubles = doublesFor(answers, shown);
  const real = Object.fromEntries(
    Object.keys(doubles).map((name) => [name, prompts[name as keyof Prompts]]),
  );
  Object.assign(prompts, doubles);
  try {
    await work();
  } finally {
    Object.assign(prompts, real);
    search('text', 'what a person was shown', shown.join('\n'));
  }
  return shown;
}

function doublesFor(
  { inputs = {}, choices = [], acts = [], cancelAt, meanwhile }: Answers,
  shown: string[],
): Record<keyof Prompts, unknown> {
  const message = async (text: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const [options] = rest;
    const detail = isModal(options) ? ` (${options.detail ?? ''})` : '';
    shown.push(text + detail);
    const pressed = rest.find((item) => choices.some((choice) => choice === item));
    if (pressed !== undefined) await meanwhile?.();
    return pressed;
  };
  return {
    ...quickInputs(acts, shown),
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    showInputBox: ({ prompt = '' }: vscode.InputBoxOptions) => {
      shown.push(prompt);
      const known = Object.entries(inputs).find(([word]) => prompt.includes(word));
      return Promise.resolve(known?.[1]);
    },
    showQuickPick: (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => choices.includes(label))),
    withProgress: (_options: unknown, task: Parameters<Prompts['withProgress']>[1]) => {
      const source = new vscode.CancellationTokenSource();
      const report = ({ message: text = '' }: { message?: string }): void => {
        if (cancelAt !== undefined && text.includes(cancelAt)) source.cancel();
      };
      return task({ report }, source.token);
    },
  };
}

function isModal(options: unknown): options is vscode.MessageOptions {
  return typeof options === 'object' && options !== null && 'modal' in options;
}
