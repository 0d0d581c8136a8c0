import * as vscode from 'vscode';
import type { Sentence } from '../document/sentence';
import type { Line } from '../language/ask/question';
import { plain, showInput, type Frame, type Reply } from './quickInput';

/** Asks for a line, and says while it is typed, or once it was checked, what is wrong with it. */
export function showLine<Answers>(
  { prompt, placeHolder, value, isSecret = false, links = [], refuse, check, take }: Line<Answers>,
  frame: Frame,
): Promise<Reply<Answers>> {
  const box = vscode.window.createInputBox();
  box.prompt = plain(prompt);
  box.placeholder = plain(placeHolder);
  box.password = isSecret;
  box.value = value;
  const accepts = (refused: Sentence | undefined): boolean => {
    box.validationMessage = refused && plain(refused);
    return refused === undefined;
  };
  // What was given with the question may be wrong, and an empty line is not wrong yet.
  if (value !== '') accepts(refuse(value));
  const leaving = new AbortController();
  const isGood = async (): Promise<boolean> => {
    if (!accepts(refuse(box.value))) return false;
    if (!check) return true;
    box.enabled = false;
    box.busy = true;
    try {
      return accepts(await check(box.value, leaving.signal));
    } finally {
      box.busy = false;
      box.enabled = true;
    }
  };
  return showInput(box, links, frame, ({ reply, fail }) =>
    vscode.Disposable.from(
      box.onDidChangeValue(() => {
        accepts(box.value === '' ? undefined : refuse(box.value));
      }),
      box.onDidAccept(() => {
        isGood().then((good) => {
          if (good) reply(take(box.value));
        }, fail);
      }),
      new vscode.Disposable(() => {
        leaving.abort(new vscode.CancellationError());
      }),
    ),
  );
}
