import type { TextEdit } from '../../document/edit';
import type { Span } from '../../document/model';

/** A part of a changed text: what stood in the text at first, or what was written. */
export type Stretch = { readonly kept: Span } | { readonly text: string };

/** The parts of the text after edits of it. */
export function change(
  stretches: readonly Stretch[],
  edits: readonly TextEdit[],
): readonly Stretch[] {
  const changed: Stretch[] = [];
  let at = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    changed.push(...part(stretches, at, span.start), { text });
    at = span.end;
  }
  return [...changed, ...part(stretches, at, Infinity)];
}

function part(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const one of stretches) {
    const length = 'kept' in one ? one.kept.end - one.kept.start : one.text.length;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end)
      found.push(
        'kept' in one
          ? { kept: { start: one.kept.start + start, end: one.kept.start + end } }
          : { text: one.text.slice(start, end) },
      );
    at += length;
  }
  return found;
}

/** The edits that make the parts out of a text of some length. */
export function editsOf(stretches: readonly Stretch[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const one of [...stretches, { kept: { start: length, end: length } }]) {
    if ('text' in one) text += one.text;
    else {
      if (text !== '' || one.kept.start > at)
        edits.push({ span: { start: at, end: one.kept.start }, text });
      at = one.kept.end;
      text = '';
    }
  }
  return edits;
}
