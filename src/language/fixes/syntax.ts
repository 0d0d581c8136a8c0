import type { TextEdit } from '../../document/edit';
import { applyEdits } from '../../document/edit';
import { holdsList } from '../../document/cut';
import { cutForEdit } from '../../document/edit/cut';
import { insert, lineEnd, lineStart, nextLine, remove } from '../../document/edit/layout';
import { quotesOf } from '../../document/edit/quote';
import { keyNamed } from '../../document/keys';
import type { Problem, Span } from '../../document/model';
import { moveSpan } from '../../document/move';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { maxReread, mistakesIn } from './mistakes';

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
  if (region.end - region.start > maxReread) return [];
  const line = { start: lineStart(text, span.start), end: lineEnd(text, span.start) };
  const repairs = [
    fix(sentence('Indent with spaces'), untab(text, region), sure),
    fix(sentence('Put a space behind the colon'), spaceBehindColon(text, line), sure),
    fix(sentence('Put it in quotes'), template.includes('in quotes') ? enclose(text, line) : [], {
      preferred: true,
    }),
  ];
  return repairs.filter(({ edits }) => edits.length > 0 && isBetter(asked, region, edits));
}

const sure = { preferred: true, safe: true };

/** The text, or the lines around a place that are read by themselves. */
function regionAround(text: string, at: number): Span {
  const whole = { start: 0, end: text.length };
  if (text.length <= maxReread) return whole;
  for (const { head, below } of cutForEdit(text) ?? []) {
    if (at < head.end) return head;
    const end = below?.bounds.find((bound) => bound > at);
    const start = below?.bounds.findLast((bound) => bound <= at);
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return whole;
}

function isBetter(
  { text, problem, known }: Asked,
  region: Span,
  edits: readonly TextEdit[],
): boolean {
  const part = text.slice(region.start, region.end);
  const moved = edits.map((edit) => ({ ...edit, span: moveSpan(edit.span, -region.start) }));
  const [before, after] = [
    mistakesIn(part, known.today),
    mistakesIn(applyEdits(part, moved), known.today),
  ];
  const same = (mistakes: readonly Problem[]) =>
    mistakes.filter((one) => one.sentence.template === problem.sentence.template).length;
  return after.length < before.length && (same(after) < same(before) || same(before) === 0);
}

/** Two spaces for each tab at the beginning of a line. */
function untab(text: string, { start, end }: Span): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = start; line < end; line = nextLine(text, line)) {
    const indent = /[ \t]*/y;
    indent.lastIndex = line;
    const [written = ''] = indent.exec(text) ?? [];
    const spaces = written.replaceAll('\t', '  ');
    if (spaces !== written)
      edits.push({ span: { start: line, end: line + written.length }, text: spaces });
  }
  return edits;
}

function spaceBehindColon(text: string, { start, end }: Span): readonly TextEdit[] {
  const [written = '', key = '', next = ''] =
    /^\s*(?:- +)?(\w+):(?=([^\s:/]))/.exec(text.slice(start, end)) ?? [];
  const holdsMore = holdsList(key) || /^(?:spaces|teams|limits)$/.test(key);
  const isValue = keyNamed(key) && (!holdsMore || /[[{]/.test(next));
  return isValue ? [insert(start + written.length, ' ')] : [];
}

/** UTF-16 code units; nobody writes longer ones, and the search in them takes long. */
const maxLine = 1024;

/** Quotes around all that stands behind a key or a dash, but for a comment. */
function enclose(text: string, { start, end }: Span): readonly TextEdit[] {
  if (end - start > maxLine) return [];
  const [, before = '', value] =
    /^(\s*(?:- +)?(?:\w+: +|(?<=- )))([^\s"'[\]{}].*?)(?:\s+#.*)?\s*$/.exec(
      text.slice(start, end),
    ) ?? [];
  if (value === undefined) return [];
  const at = { start: start + before.length, end: start + before.length + value.length };
  const written =
    quotesOf(text) === "'" ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  return [{ span: at, text: written }];
}
