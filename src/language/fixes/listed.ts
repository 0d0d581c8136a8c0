import { removeItem } from '../../document/edit/list';
import { columnOf, lineBreakOf } from '../../document/edit/layout';
import { itemAt, pieceAt } from '../../document/edit/piece';
import { quote, quotesOf } from '../../document/edit/quote';
import { rewrite, wordsOf, writeText } from '../../document/edit/value';
import type { Span } from '../../document/model';
import { itemsOf } from '../../document/node';
import { keyOf } from '../../document/repeats';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix } from './fix';

/** How sure a change is. */
export interface Choice {
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** Puts another principal in the place of one in a list, which it rather takes out than repeat the other. */
export function changeListed(
  text: string,
  span: Span,
  to: string,
  { safe = false, preferred = safe }: Choice,
): Fix {
  return isListed(text, span, to)
    ? removeRepeated(text, span, safe)
    : fix(sentence('Change to `{to}`', { to }), writeText(text, span, to), { preferred, safe });
}

export function repeatedPrincipal({ text, problem: { span } }: Asked): readonly Fix[] {
  return [removeRepeated(text, span, true)];
}

/** Writes the several that stand in one entry of a list as entries of their own. */
export function splitListed(text: string, span: Span, parts: readonly string[]): Fix {
  const piece = pieceAt(text, span.start);
  const found = piece && itemAt(piece, span.start);
  const flow = found?.list.flow === true;
  const written = parts.map((part) => quote(part, { flow, quotes: quotesOf(text) }));
  const column = columnOf(text, found?.list.range?.[0] ?? 0);
  const between = flow ? ', ' : `${lineBreakOf(text)}${' '.repeat(column ?? 0)}- `;
  const edits =
    found && (flow || column !== undefined)
      ? rewrite(text, span.start, () => written.join(between))
      : [];
  return fix(sentence('Split into {count} entries', { count: parts.length }), edits, {
    preferred: true,
  });
}

function removeRepeated(text: string, span: Span, safe: boolean): Fix {
  return fix(sentence('Remove the repeated entry'), removeItem(text, span), {
    preferred: safe,
    safe,
  });
}

/** Whether another entry of the list at a place names the same. */
function isListed(text: string, { start }: Span, to: string): boolean {
  const piece = pieceAt(text, start);
  const found = piece && itemAt(piece, start);
  const key = keyOf(to);
  if (key === undefined) return false;
  return itemsOf(found?.list).some(
    (item, index) => index !== found?.index && keyOf(wordsOf(item) ?? '') === key,
  );
}
