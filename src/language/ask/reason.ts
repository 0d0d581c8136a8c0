import { sentence } from '../../document/sentence';
import type { Answers } from './answers';
import { visible, type Question } from './question';

/** Why the guest has access, for those who read the file later. */
export function askReason(answers: Answers): Question<Answers> {
  return {
    kind: 'line',
    prompt: sentence('Why does the guest have access? It may be left empty'),
    placeHolder: sentence('API launch review'),
    value: answers.reason ?? '',
    refuse: () => undefined,
    take: (text) => ({ ...answers, reason: visible(text) }),
  };
}
