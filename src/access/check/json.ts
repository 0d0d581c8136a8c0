import { lineStarts, positionAt } from '../../document/position';
import { say } from '../../document/sentence';
import type { Source } from '../../sync/print';
import type { Line, Report } from './report';

/** The report for programs; without a name the source is no file, and nothing has a place in it. */
export function reportJson({ readAt, origin, lines, questions }: Report, source: Source): object {
  const isFile = source.name !== '';
  const starts = lineStarts(source.text);
  return {
    ...(isFile ? { file: source.name } : {}),
    site: origin,
    readAt,
    lines: lines.map((line) => ({
      ...lineJson(line),
      ...(isFile && line.span ? positionAt(starts, line.span.start) : {}),
    })),
    questions: questions.map(({ id, question, answer }) => ({
      id,
      question: say(question),
      answer: say(answer),
    })),
  };
}

function lineJson({ id, topic, answer, title, sentence, how, fixer }: Line): object {
  return {
    id,
    topic,
    answer,
    title: say(title),
    message: say(sentence),
    how: say(how),
    ...(fixer && {
      fixer: { who: fixer.who, remedy: say(fixer.remedy), ...(fixer.link && { link: fixer.link }) },
    }),
  };
}
