import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import { cutForEdit } from '../../document/edit/cut';
import { lineEnd, lineStart, remove } from '../../document/edit/layout';
import type { Span } from '../../document/model';
import { moveSpan } from '../../document/move';
import type { Sentence } from '../../document/sentence';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { align, tabStops, untab } from './indent';
import type { Choice } from './listed';
import { maxWhileWaiting, mistakesIn } from './mistakes';
import { closeBrackets, closeQuote } from './open';
import { colonBehindKey, comma, quoteRest, spaceBehindColon, spaceBehindDash } from './slips';

/** UTF-16 code units that are read once for each way to repair them. */
const maxTried = 8192;

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
  const region = regionAround(text, span.start);
  if (region.end - region.start > maxWhileWaiting) return [];
  const line = { start: lineStart(text, span.start), end: lineEnd(text, span.start) };
  const count = counter(asked, region);
  const before = count([]);

  function repair(title: Sentence, choice: Choice, ...ways: (readonly TextEdit[])[]): Fix {
    let best: Way = { edits: [], left: before };
    for (const edits of ways) {
      const left = edits.length > 0 ? count(edits) : before;
      const isBetter = left.all < best.left.all && (left.same < before.same || before.same === 0);
      if (isBetter) best = { edits, left };
    }
    return fix(title, best.edits, choice);
  }

  return [
    repair(
      sentence('Indent with spaces'),
      sure,
      ...tabStops.map((stop) => untab(text, region, stop)),
    ),
    repair(sentence('Put a space behind the colon'), sure, spaceBehindColon(text, line)),
    repair(sentence('Put a space behind the dash'), sure, spaceBehindDash(text, line)),
    repair(sentence('Put a colon behind the name'), likely, colonBehindKey(text, line)),
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
      template.includes('in quotes') ? quoteRest(text, line) : [],
    ),
  ];
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
}

/** Counts the mistakes that edits leave in a region. */
function counter(
  { text, problem, known }: Asked,
  { start, end }: Span,
): (edits: readonly TextEdit[]) => Left {
  const part = text.slice(start, end);
  return (edits) => {
    const moved = edits.map((edit) => ({ ...edit, span: moveSpan(edit.span, -start) }));
    const mistakes = mistakesIn(applyEdits(part, moved), known.today);
    const same = mistakes.filter((one) => one.sentence.template === problem.sentence.template);
    return { all: mistakes.length, same: same.length };
  };
}

/** The text, or the lines around a place that are read by themselves. */
function regionAround(text: string, at: number): Span {
  const whole = { start: 0, end: text.length };
  if (text.length <= maxTried) return whole;
  for (const { head, below } of cutForEdit(text) ?? []) {
    if (at < head.end) return head;
    const end = below?.bounds.find((bound) => bound > at);
    const start = below?.bounds.findLast((bound) => bound <= at);
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return whole;
}
