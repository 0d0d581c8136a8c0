import type { Problem, ProblemCode, Severity, Span } from './model';
import type { Sentence } from './sentence';

export function problem(
  code: ProblemCode,
  span: Span,
  text: Sentence,
  { severity = 'error', related = [] }: { severity?: Severity; related?: Problem['related'] } = {},
): Problem {
  return { code, severity, span, sentence: text, related };
}

/** Sorted by place; at the same place in the order given. Every span is brought inside the text. */
export function inOrder(problems: readonly Problem[], text: string): readonly Problem[] {
  const inside = (span: Span): Span => {
    const start = Math.min(span.start, text.length);
    return { start, end: Math.max(start, Math.min(span.end, text.length)) };
  };
  return problems
    .map((one) => ({
      ...one,
      span: inside(one.span),
      related: one.related.map((other) => ({ ...other, span: inside(other.span) })),
    }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The first line of a long stretch, for a problem about a whole entry. */
export function firstLine(text: string, { start, end }: Span): Span {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = start;
  const found = lineEnd.exec(text.slice(0, end));
  return { start, end: found?.index ?? end };
}

/** The text as a fact of a sentence, short enough to be read. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
