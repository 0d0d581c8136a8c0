import type { Answers } from '../language/ask/answers';
import type { Step } from '../language/ask/question';
import type { Known } from '../language/known';
import type { Writing } from '../language/writing';
import type { Sentence } from '../document/sentence';
import type { GuestFile } from './file';
import type { Files } from './files';
import type { KnownOf } from './known';
import { Refusal } from './refusal';
import { speak } from './speak';
import { runSteps } from './steps';
import { write } from './write';

/** What is to be added to a file, by asking a person. */
export interface Addition {
  readonly title: string;
  /** What is known before anything is asked. */
  readonly given: Answers;
  readonly steps: (known: Known) => readonly Step<Answers>[];
  /** Why that cannot be added. */
  readonly refuse: (answers: Answers, known: Known) => Sentence | undefined;
  readonly compose: (text: string, known: Known, answers: Answers) => Writing;
}

/** Asks for something and writes it into the file; the site is not changed. */
export async function addEntry(
  file: GuestFile,
  files: Files,
  knownOf: KnownOf,
  { title, given, steps, refuse, compose }: Addition,
): Promise<void> {
  const before = knownOf(file);
  accept(refuse(given, before));
  const answers = await runSteps(title, steps(before), given);
  await write(file, files, (now) => {
    const known = knownOf(now);
    accept(refuse(answers, known));
    return compose(now.text, known, answers);
  });
}

function accept(refused: Sentence | undefined): void {
  if (refused) throw new Refusal(speak(refused));
}
