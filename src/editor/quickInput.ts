import * as vscode from 'vscode';
import type { Sentence } from '../document/sentence';
import type { Choice, Link } from '../language/ask/question';
import { speak } from './speak';
import { unlinked } from './unlinked';

/** Where a question stands among the others. */
export interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export type Reply<Answers> = { readonly answers: Answers } | 'back';

/** An entry of a list; a heading has no choice. */
export interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/** Ends an input, with the answers or with what went wrong. */
export interface Ending<Answers> {
  readonly reply: (answers: Answers) => void;
  readonly fail: (error: unknown) => void;
}

/** A button that opens a page in the browser, and leaves the input as it is. */
interface LinkButton extends vscode.QuickInputButton {
  readonly address: string;
}

/** Shows an input until `listen` replies, or the person goes back; to leave it is a cancellation. */
export async function showInput<Answers>(
  input: vscode.InputBox | vscode.QuickPick<Item>,
  links: readonly Link[],
  { title, step, totalSteps }: Frame,
  listen: (ending: Ending<Answers>) => vscode.Disposable,
): Promise<Reply<Answers>> {
  input.title = title;
  if (totalSteps > 1) {
    input.step = step;
    input.totalSteps = totalSteps;
  }
  input.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...links.map(linkButton)];
  // Somebody may have to look an address up elsewhere.
  input.ignoreFocusOut = true;
  const ending: { dispose(): unknown }[] = [input];
  try {
    return await new Promise((resolve, reject) => {
      ending.push(
        listen({
          reply: (answers) => {
            resolve({ answers });
          },
          fail: reject,
        }),
        input.onDidTriggerButton((button) => {
          if (isLink(button)) void vscode.env.openExternal(vscode.Uri.parse(button.address, true));
          else resolve('back');
        }),
        input.onDidHide(() => {
          reject(new vscode.CancellationError());
        }),
      );
      input.show();
    });
  } finally {
    vscode.Disposable.from(...ending).dispose();
  }
}

function linkButton({ label, address }: Link): LinkButton {
  return { iconPath: new vscode.ThemeIcon('link-external'), tooltip: plain(label), address };
}

function isLink(button: vscode.QuickInputButton): button is LinkButton {
  return 'address' in button;
}

/** Text for an input, where nothing from the file or the site is taken for an icon or a link. */
export function plain(sentence: Sentence): string {
  return unlinked(speak(sentence));
}
