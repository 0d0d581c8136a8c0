import { lineStarts, positionAt } from '../document/position';
import { say } from '../document/sentence';
import { hasErrors, problemLines, readDocument, type ReadFile } from './file';
import type { Options } from './options';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/** Check a file without a network. Fails when it has an error. */
export async function validate(
  file: string,
  { json }: Pick<Options, 'json'>,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  if (json) around.out(JSON.stringify(problemsJson(read), undefined, 2));
  else {
    for (const line of problemLines(read)) around.out(line);
    const style = styleFor(around.colours);
    around.out(
      hasErrors(read.problems)
        ? style('trouble', `${read.source.name} has errors.`)
        : style('good', `${read.source.name} is valid: ${counts(read)}.`),
    );
  }
  return hasErrors(read.problems) ? 1 : 0;
}

function counts({ document }: ReadFile): string {
  return [
    count(document.spaces.size, 'space'),
    count(document.guests?.length ?? 0, 'guest'),
    count(document.pages?.length ?? 0, 'page'),
  ].join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function problemsJson({ source, problems }: ReadFile): object {
  const starts = lineStarts(source.text);
  return {
    file: source.name,
    problems: problems.map(({ code, severity, span, sentence }) => ({
      code,
      severity,
      message: say(sentence),
      ...positionAt(starts, span.start),
    })),
  };
}
