import { setImmediate } from 'node:timers/promises';
import type { Question, Step } from '../language/ask/question';
import { showLine } from './line';
import { showPick } from './pick';
import type { Frame, Reply } from './quickInput';

/** A question that is to be asked, and the step that it belongs to. */
interface Asked<Answers> {
  readonly index: number;
  readonly question: Question<Answers>;
}

/**
 * Asks one question after another. Back returns to the one before and keeps what was answered; a person
 * who leaves ends it all with a cancellation.
 */
export async function runSteps<Answers>(
  title: string,
  steps: readonly Step<Answers>[],
  given: Answers,
): Promise<Answers> {
  let answers = given;
  let at = 0;
  for (;;) {
    const asked = await questionsAfter(answers, steps);
    const position = asked.findIndex(({ index }) => index >= at);
    const now = asked[position];
    if (!now) return answers;
    const frame = { title, step: position + 1, totalSteps: asked.length };
    const reply = await show(now.question, frame);
    if (reply === 'back') at = asked[position - 1]?.index ?? 0;
    else {
      answers = reply.answers;
      at = now.index + 1;
    }
  }
}

/** Others get a turn after each, for a large site has many pages to offer. */
async function questionsAfter<Answers>(
  answers: Answers,
  steps: readonly Step<Answers>[],
): Promise<readonly Asked<Answers>[]> {
  const asked: Asked<Answers>[] = [];
  for (const [index, step] of steps.entries()) {
    const question = step(answers);
    if (question) asked.push({ index, question });
    await setImmediate();
  }
  return asked;
}

function show<Answers>(question: Question<Answers>, frame: Frame): Promise<Reply<Answers>> {
  return question.kind === 'line' ? showLine(question, frame) : showPick(question, frame);
}
