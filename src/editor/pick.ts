import * as vscode from 'vscode';
import type { Choice, PickMany, PickOne } from '../language/ask/question';
import { plain, showInput, type Frame, type Item, type Reply } from './quickInput';

/** Asks for one or for any of a list. */
export function showPick<Answers>(
  question: PickOne<Answers> | PickMany<Answers>,
  frame: Frame,
): Promise<Reply<Answers>> {
  const pick = vscode.window.createQuickPick<Item>();
  const items = itemsOf(question.choices);
  const picked = items.filter(({ choice }) => choice?.picked);
  pick.placeholder = plain(question.prompt);
  pick.matchOnDescription = true;
  pick.canSelectMany = question.kind === 'many';
  pick.items = items;
  if (pick.canSelectMany) pick.selectedItems = picked;
  else if (picked.length > 0) pick.activeItems = picked;
  const links = question.kind === 'one' ? (question.links ?? []) : [];
  return showInput(pick, links, frame, ({ reply }) =>
    pick.onDidAccept(() => {
      const values = pick.selectedItems.flatMap(({ choice }) => choice?.value ?? []);
      const [value] = values;
      if (question.kind === 'one') {
        if (value !== undefined) reply(question.take(value, pick.value));
      } else if (value === undefined && question.needed) {
        // What was typed to search the list would hide it.
        pick.value = '';
        pick.placeholder = plain(question.needed);
      } else reply(question.take(values));
    }),
  );
}

/** The choices below their headings; what leads to something new comes last. */
function itemsOf(choices: readonly Choice[]): readonly Item[] {
  let heading = '';
  return choices.flatMap((choice) => {
    const group = choice.group ? plain(choice.group) : '';
    const items =
      group === heading ? [] : [{ label: group, kind: vscode.QuickPickItemKind.Separator }];
    heading = group;
    return [...items, itemOf(choice)];
  });
}

function itemOf(choice: Choice): Item {
  const { label, description, detail, isNew = false } = choice;
  return {
    label: plain(label),
    ...(description && { description: plain(description) }),
    ...(detail && { detail: plain(detail) }),
    ...(isNew && { alwaysShow: true, iconPath: new vscode.ThemeIcon('add') }),
    choice,
  };
}
