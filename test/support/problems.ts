import { parse } from '../../src/document/parse';
import { say } from '../../src/document/sentence';
import { today } from './samples';

/** A text, and the problems that it has as `code@the text that is underlined`. */
export type Case = readonly [name: string, text: string, ...problems: string[]];

/** The problems of a file as `code@the text that is underlined`, in order. */
export function problemsOf(text: string): readonly string[] {
  return parse(text, today).problems.map(
    ({ code, span }) => `${code}@${text.slice(span.start, span.end)}`,
  );
}

/** The sentences of a file's problems in English, in order. */
export function sentencesOf(text: string): readonly string[] {
  return parse(text, today).problems.map((one) => say(one.sentence));
}
