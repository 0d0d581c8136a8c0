import type { TextEdit } from '../../document/edit';
import { lineEnd, lineStart, remove } from '../../document/edit/layout';
import type { Span } from '../../document/model';
import type { Sentence } from '../../document/sentence';
import { sentence } from '../../document/sentence';
import { tabIndent } from '../../document/syntax';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { align, tabStops, untab } from './indent';
import type { Choice } from './listed';
import { maxWhileWaiting, mistakesAmong, mistakesIn, problemsIn } from './mistakes';
import type { Lines } from './near';
import { linesNear } from './near';
import { closeBrackets, closeQuote } from './open';
import { quoteItem, quoteRest, quoteText } from './quotes';
import {
  colonBehindKey,
  colonsBehindKeys,
  comma,
  spaceBehindColon,
  spaceBehindDash,
} from './slips';

/** One that no file may hold, and those right behind it. */
const control = /(?:(?![\t\n\r\u0085])\p{Cc})+/uy;

/** The slips whose repair leaves fewer problems in the lines around. */
export function syntax(asked: Asked): readonly Fix[] {
  const { text, problem } = asked;
  const { span } = problem;
  const { template } = problem.sentence;
  control.lastIndex = span.start;
  const [signs] = control.exec(text) ?? [];
  if (signs !== undefined) {
    const edits = [remove(span.start, span.start + signs.length)];
    return [fix(sentence('Delete the control character'), edits, sure)];
  }
  const near = linesNear(text, span.start);
  if (!near) return [];
  const whole = { start: 0, end: text.length };
  const region = text.length <= maxWhileWaiting ? whole : near.span;
  const line = { start: lineStart(text, span.start), end: lineEnd(text, span.start) };
  const count = counter(asked, near);
  const before = count([]);

  function repair(title: Sentence, choice: Choice, ...ways: (readonly TextEdit[])[]): Fix {
    let best: Way = { edits: [], left: before };
    for (const edits of ways) {
      const left = edits.length > 0 ? count(edits) : before;
      const isRepair = left.all < before.all && (left.same < before.same || before.same === 0);
      const isBetter =
        left.all < best.left.all || (left.all === best.left.all && left.errors < best.left.errors);
      if (isRepair && isBetter) best = { edits, left };
    }
    return fix(title, best.edits, choice);
  }

  return [
    repair(
      sentence('Indent with spaces'),
      sure,
      ...tabStops.map((stop) => (template === tabIndent.template ? untab(text, whole, stop) : [])),
    ),
    repair(sentence('Put a space behind the colon'), sure, spaceBehindColon(text, line)),
    repair(sentence('Put a space behind the dash'), sure, spaceBehindDash(text, line)),
    repair(
      sentence('Put a colon behind the name'),
      likely,
      colonBehindKey(text, line),
      colonsBehindKeys(text, span),
    ),
    repair(sentence('Delete the comma'), sure, comma(text, span.start)),
    repair(sentence('Indent it like the lines above'), likely, ...align(text, region, span.start)),
    repair(
      sentence('Close it where the line ends'),
      likely,
      template.startsWith('A bracket') ? closeBrackets(text, span.start) : [],
      template.startsWith('A quote') ? closeQuote(text, region) : [],
    ),
    repair(
      sentence('Put it in quotes'),
      likely,
      ...quoted(asked, line).filter((edits) => isMended(asked, near, line, edits)),
    ),
  ];
}

function quoted({ text, problem }: Asked, line: Span): readonly (readonly TextEdit[])[] {
  const { template } = problem.sentence;
  if (template.includes('in quotes'))
    return [quoteRest(text, line), quoteItem(text, problem.span.start)];
  const isText = template.startsWith('This does not belong') || template.includes('single quotes');
  return isText ? [quoteText(text, line)] : [];
}

/** Whether edits of a line leave no mistake in it. */
function isMended(
  { known }: Asked,
  { edited, placeOf }: Lines,
  line: Span,
  edits: readonly TextEdit[],
): boolean {
  const grown = edits.reduce((sum, { span, text }) => sum + text.length - span.end + span.start, 0);
  const [start, end] = [placeOf(line.start), placeOf(line.end) + grown];
  return !mistakesIn(edited(edits), known.today).some(
    ({ span }) => span.start <= end && span.end > start,
  );
}

const likely = { preferred: true };
const sure = { preferred: true, safe: true };

/** Edits, and the mistakes that they leave. */
interface Way {
  readonly edits: readonly TextEdit[];
  readonly left: Left;
}

interface Left {
  readonly all: number;
  /** Those that say the same as the one to be repaired. */
  readonly same: number;
  /** Everything that is wrong, YAML or not. */
  readonly errors: number;
}

/** Counts the mistakes that edits leave in the lines around. */
function counter(
  { problem, known }: Asked,
  { edited }: Lines,
): (edits: readonly TextEdit[]) => Left {
  return (edits) => {
    const problems = problemsIn(edited(edits), known.today);
    const mistakes = mistakesAmong(problems);
    const same = mistakes.filter((one) => one.sentence.template === problem.sentence.template);
    return { all: mistakes.length, same: same.length, errors: problems.length };
  };
}
