import type { CutSection } from '../cut';
import { cutText } from '../cut';
import { readHead } from '../piece';

/** The last text that was cut, for all edits of a moment are of the same one. */
let last: { readonly text: string; readonly cut: readonly CutSection[] | undefined } | undefined;

/**
 * The sections and entries that can be read by themselves; `undefined` when the text must be read in one
 * go, as it is when some of it may be repeated elsewhere or is no key with what stands below it, or when
 * no key is written yet.
 */
export function cutForEdit(text: string): readonly CutSection[] | undefined {
  if (last?.text !== text) last = { text, cut: cutNow(text) };
  return last.cut;
}

function cutNow(text: string): readonly CutSection[] | undefined {
  const cut = mark.test(text) ? undefined : cutText(text);
  const heads = cut?.map(({ head }) => readHead(text.slice(head.start, head.end), head.start));
  const isMapping = heads?.every((head) => head) && heads.some((head) => head?.content);
  return isMapping ? cut : undefined;
}

/** What may be the name of a part that is repeated, or the place where it is. */
const mark = /(?:^|[\s:,[{-])[&*][^\s,[\]{}]/;
