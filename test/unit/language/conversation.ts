import assert from 'node:assert/strict';
import type { Question, Step } from '../../../src/language/ask/question';
import type { Known } from '../../../src/language/known';
import type { SiteLists } from '../../../src/sync/lists';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import { today } from '../../support/samples';

/** What is known of this text, and of its site if there are lists. */
export function knownFrom(text: string, lists?: Partial<SiteLists>): Known {
  const { document } = parse(text, today);
  return { document, today, reading: undefined, lists: lists && { ...noLists, ...lists } };
}

const noLists: SiteLists = {
  origin: 'https://acme.atlassian.net',
  readAt: '2027-01-01T09:30:00Z',
  spaces: { state: 'unread', why: 'not asked' },
  groups: { state: 'unread', why: 'not asked' },
  roles: { state: 'unread', why: 'not asked' },
  guests: { state: 'unread', why: 'not asked' },
  pages: { state: 'unread', why: 'not asked' },
};

/** What the person says to one question: a line, the label of an entry, or the labels of several. */
export type Reply = string | readonly string[];

/** Everything that is asked, and the answers, when somebody replies this to one question after the other. */
export function converse<Answers>(
  steps: readonly Step<Answers>[],
  given: Answers,
  replies: readonly Reply[],
): { readonly asked: readonly Question<Answers>[]; readonly answers: Answers } {
  const asked: Question<Answers>[] = [];
  let answers = given;
  for (const step of steps) {
    const question = step(answers);
    if (!question) continue;
    const reply = replies[asked.length];
    asked.push(question);
    assert.notEqual(reply, undefined, `no reply to “${say(question.prompt)}”`);
    answers = answer(question, reply ?? '');
  }
  assert.equal(asked.length, replies.length, asked.map(({ prompt }) => say(prompt)).join('\n'));
  return { asked, answers };
}

function answer<Answers>(question: Question<Answers>, reply: Reply): Answers {
  switch (question.kind) {
    case 'line': {
      const text = String(reply);
      const refused = question.refuse(text);
      assert.equal(refused && say(refused), undefined, `“${text}” was refused`);
      return question.take(text);
    }
    case 'one':
      return question.take(valueOf(question, String(reply)), '');
    case 'many':
      return question.take([reply].flat().map((label) => valueOf(question, label)));
  }
}

function valueOf(
  { choices }: Extract<Question<unknown>, { choices: unknown }>,
  label: string,
): string {
  const choice = choices.find((one) => say(one.label) === label);
  assert.ok(choice, `“${label}” is not offered`);
  return choice.value;
}

/** The entries of a list with all that stands beside them, and with the headings above. */
export function offered(question: Question<unknown> | undefined): readonly string[] {
  assert.ok(question && question.kind !== 'line');
  return question.choices.map(({ label, description, detail, group }) =>
    [group, label, description, detail].map((part) => (part ? say(part) : '')).join(' | '),
  );
}
