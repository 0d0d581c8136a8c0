import { lineAt } from '../line';
import type { Place } from '../place';
import { endOf } from './block';
import { entryIn, textIn, valueIn } from './entry';
import type { Trail } from './flow';
import { findInFlow, trailOf } from './flow';
import type { Opening } from './opening';

/** Within brackets that begin at an offset, below the openings. */
export function placeInFlow(
  text: string,
  openings: readonly Opening[],
  bracket: number,
  cursor: number,
): Place | undefined {
  const opening = openings.at(-1);
  const limit = opening ? endOf(text, opening) : text.length;
  const spot = findInFlow(text, { start: bracket, end: limit }, cursor);
  if (!spot) return undefined;
  const { kind, span, collection, member, missesComma } = spot;
  if (text.slice(span.start, span.end).includes('\n')) return undefined;
  const trail = trailOf(spot);
  const others = collection.members.filter((one) => one !== member);
  const line = lineAt(text, span.start);
  const column = span.start - line.start;
  // Too far to the left, it would end the brackets.
  if (opening && column <= opening.column && span.start <= line.first) return undefined;
  return {
    path: [...openings.map(({ name }) => name), ...namesAlong(text, trail, kind)],
    ...{ kind, span },
    written: text.slice(span.start, cursor),
    siblings: kind === 'item' ? [] : others.map(({ key }) => textIn(text, key)),
    items: kind === 'item' ? others.map(({ value }) => valueIn(text, value)) : [],
    entry: entryIn(text, openings, trail),
    flow: true,
    ownLine: span.start === line.first || line.first === line.end,
    column,
    lead: span.start === span.end && /[:,{]/.test(text.charAt(cursor - 1)) ? ' ' : '',
    tail: missesComma ? ',' : '',
    colon: kind === 'key' && member?.colon === true,
  };
}

function namesAlong(text: string, trail: Trail, kind: Place['kind']): readonly string[] {
  return trail.flatMap(({ collection, member }, index) => {
    if (collection.kind === 'list') return ['-'];
    return kind === 'key' && index === trail.length - 1 ? [] : [textIn(text, member?.key)];
  });
}
