import type { Span } from './model';

/** A replacement in the text as it was before any of the edits. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text after all edits, which must not overlap; of those at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
