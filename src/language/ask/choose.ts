import { onceEach } from '../../document/once';
import type { Sentence } from '../../document/sentence';
import { visible, type Choice, type Step } from './question';

/** One text as an answer: picked from a list, or written because it was not listed. */
export interface Answer {
  readonly text: string;
  readonly written: boolean;
}

/** What the list offers, and how somebody writes what it lacks. */
export interface Choosing {
  readonly prompt: Sentence;
  readonly choices: readonly Choice[];
  /** The entry of the list that leads to the line. */
  readonly other: Sentence;
  readonly line: {
    readonly prompt: Sentence;
    readonly placeHolder: Sentence;
    readonly refuse: (text: string) => Sentence | undefined;
  };
}

/** The value of an entry that leads to something new; no other value is empty. */
export const other = '';

/** Two steps for one answer: a list, and a line for what is not on it. An empty list is not shown. */
export function chooseOrWrite<
  Key extends string,
  Answers extends object & Partial<Record<Key, Answer>>,
>(key: Key, offerAfter: (answers: Answers) => Choosing): readonly Step<Answers>[] {
  const offer = onceEach(offerAfter);
  const answerOf = (answers: Answers): Answer | undefined => answers[key];
  const choose: Step<Answers> = (answers) => {
    const offered = offer(answers);
    if (offered.choices.length === 0) return undefined;
    const known = answerOf(answers);
    const isPicked = (value: string): boolean =>
      known !== undefined && (known.written ? value === other : value === known.text);
    const choices = [
      ...offered.choices,
      { value: other, label: offered.other, isNew: true },
    ] satisfies readonly Choice[];
    return {
      kind: 'one',
      prompt: offered.prompt,
      choices: known
        ? choices.map((choice) => ({ ...choice, picked: isPicked(choice.value) }))
        : choices,
      take: (value, typed) => {
        const written = value === other;
        const draft = visible(typed) || (known?.written === true ? known.text : '');
        return { ...answers, [key]: { text: written ? draft : value, written } };
      },
    };
  };
  const write: Step<Answers> = (answers) => {
    const offered = offer(answers);
    const known = answerOf(answers);
    if (offered.choices.length > 0 && known?.written !== true) return undefined;
    return {
      kind: 'line',
      ...offered.line,
      value: known?.written === true ? known.text : '',
      refuse: (text) => offered.line.refuse(visible(text)),
      take: (text) => ({ ...answers, [key]: { text: visible(text), written: true } }),
    };
  };
  return [choose, write];
}
