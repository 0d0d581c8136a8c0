import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventually } from '../support/deadline';

/** What a person does at an input, and then presses Enter. */
export type Act =
  /** Writes this line, or picks the entry of this label. */
  | string
  /** Checks the entries of these labels. */
  | readonly string[]
  /** Searches a list for something and picks the entry of this label. */
  | { readonly search: string; readonly pick: string }
  /** Presses this button, or the one that is called so, instead of Enter. */
  | { readonly press: vscode.QuickInputButton | string };

export const goBack: Act = { press: vscode.QuickInputButtons.Back };

type Input = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/**
 * Doubles of the editor's inputs for a person who does one thing after another, with the events that the
 * editor fires. An input that stays after one thing gets the next; a person with nothing left to do
 * presses Escape.
 */
export function quickInputs(
  acts: readonly Act[],
  shown: string[],
): Record<'createInputBox' | 'createQuickPick', () => Input> {
  const left = [...acts];
  const use = async (input: Input, events: Events, act: (act: Act) => void): Promise<void> => {
    shown.push(words(input));
    for (;;) {
      const next = left.shift();
      if (next === undefined) input.hide();
      else if (typeof next === 'object' && 'press' in next)
        events.button.fire(buttonOf(input, next.press));
      else act(next);
      // What was entered is looked at elsewhere.
      await eventually(() => {
        assert.equal(input.busy, false);
      });
      // The extension goes on to its next input before this one is looked at again.
      await setImmediate();
      if (events.isOver()) return;
      shown.push(complaint(input));
    }
  };
  return {
    createInputBox: () => {
      const events = eventsOf();
      const box: vscode.InputBox = {
        ...bare(events, () =>
          use(box, events, (act) => {
            write(box, act, events);
          }),
        ),
        password: false,
        prompt: undefined,
        validationMessage: undefined,
        valueSelection: undefined,
      };
      return box;
    },
    createQuickPick: () => {
      const events = eventsOf();
      const pick: vscode.QuickPick<vscode.QuickPickItem> = {
        ...bare(events, () =>
          use(pick, events, (act) => {
            choose(pick, act, events);
          }),
        ),
        items: [],
        activeItems: [],
        selectedItems: [],
        canSelectMany: false,
        matchOnDescription: false,
        matchOnDetail: false,
        onDidChangeActive: new vscode.EventEmitter<readonly vscode.QuickPickItem[]>().event,
        onDidChangeSelection: events.selection.event,
        onDidTriggerItemButton: new vscode.EventEmitter<
          vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>
        >().event,
      };
      return pick;
    },
  };
}

type Events = ReturnType<typeof eventsOf>;

function eventsOf() {
  let over = false;
  return {
    value: new vscode.EventEmitter<string>(),
    accept: new vscode.EventEmitter<void>(),
    button: new vscode.EventEmitter<vscode.QuickInputButton>(),
    selection: new vscode.EventEmitter<readonly vscode.QuickPickItem[]>(),
    hide: new vscode.EventEmitter<void>(),
    isOver: () => over,
    end: () => {
      over = true;
    },
  };
}

function buttonOf(
  { buttons }: Input,
  wanted: vscode.QuickInputButton | string,
): vscode.QuickInputButton {
  if (typeof wanted !== 'string') return wanted;
  const button = buttons.find(({ tooltip }) => tooltip === wanted);
  assert.ok(button, `no button “${wanted}”`);
  return button;
}

/** What both inputs have. */
function bare(events: Events, use: () => Promise<void>) {
  const hide = (): void => {
    if (events.isOver()) return;
    events.end();
    events.hide.fire();
  };
  return {
    title: undefined,
    step: undefined,
    totalSteps: undefined,
    enabled: true,
    busy: false as boolean,
    ignoreFocusOut: false,
    value: '',
    placeholder: undefined,
    buttons: [],
    onDidChangeValue: events.value.event,
    onDidAccept: events.accept.event,
    onDidTriggerButton: events.button.event,
    onDidHide: events.hide.event,
    show: () => void use(),
    hide,
    dispose: hide,
  };
}

function write(box: vscode.InputBox, act: Act, { value, accept }: Events): void {
  box.value = typeof act === 'string' ? act : '';
  value.fire(box.value);
  accept.fire();
}

function choose(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  act: Act,
  { value, selection, accept }: Events,
): void {
  const isSearch = typeof act === 'object' && 'search' in act;
  if (isSearch) {
    pick.value = act.search;
    value.fire(pick.value);
  }
  const labels = isSearch ? [act.pick] : [act].flat();
  pick.selectedItems = pick.items.filter(({ label }) => labels.includes(label));
  pick.activeItems = pick.selectedItems.slice(0, 1);
  selection.fire(pick.selectedItems);
  if (pick.selectedItems.length === labels.length) accept.fire();
  else pick.hide();
}

/** An input as a person reads it: its title, which step it is, what it asks and what stands in it. */
function words(input: Input): string {
  const { title = '', step, totalSteps } = input;
  const value = 'password' in input && input.password ? '' : input.value;
  const steps = step === undefined ? '' : ` (${step}/${totalSteps ?? 0})`;
  const asked = 'prompt' in input ? input.prompt : input.placeholder;
  return `${title}${steps}: ${asked ?? ''}${value === '' ? '' : ` “${value}”`}`;
}

function complaint(input: Input): string {
  if (!('prompt' in input)) return input.placeholder ?? '';
  const message = input.validationMessage;
  return typeof message === 'string' ? message : (message?.message ?? '');
}
