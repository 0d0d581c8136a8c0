import type { CutSection } from '../cut';
import { cutText } from '../cut';
import { readHead } from '../piece';

/** The last text that was cut, for all edits of a moment are of the same one. */
let last: { readonly text: string; readonly cut: readonly CutSection[] | undefined } | undefined;

/**
 * The sections and entries that can be read by themselves; `undefined` when the text must be read in one
 * go, as it is when some of it may be repeated elsewhere or is no key with what stands below it.
 */
export function cutForEdit(text: string): readonly CutSection[] | undefined {
  if (last?.text !== text) last = { text, cut: cutNow(text) };
  return last.cut;
}

function cutNow(text: string): readonly CutSection[] | undefined {
  const cut = mark.test(text) ? undefined : cutText(text);
  return cut?.every(({ head }) => readHead(text.slice(head.start, head.end), head.start))
    ? cut
    : undefined;
}

/** What may be the name of a part that is repeated, or the place where it is. */
const mark = /(?:^|[\s:,[{-])[&*][^\s,[\]{}]/;
