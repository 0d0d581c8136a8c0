import type { TextEdit } from '../document/edit';
import type { Span } from '../document/model';
import { change, editsOf, piecesOf, placeIn, textOf } from './pieces';

/** Finds edits for a text; `place` tells where something of the first text stands in it. */
export type FindEdits = (text: string, place: (span: Span) => Span) => readonly TextEdit[];

/** As one: edits that do not touch each other, all found in the same text; none when one finds none. */
export function together(finds: readonly FindEdits[]): readonly FindEdits[] {
  if (finds.length === 0) return [];
  return [
    (text, place) => {
      const found = finds.map((find) => find(text, place));
      return found.every((edits) => edits.length > 0) ? found.flat() : [];
    },
  ];
}

/**
 * Edits that are found one after another, each for the text that those before it leave, as edits of the
 * first text. `undefined` when one of them finds none, for then not all can be written.
 */
export function inTurn(
  first: string,
  finds: readonly FindEdits[],
): readonly TextEdit[] | undefined {
  let pieces = piecesOf(first);
  for (const find of finds) {
    const before = pieces;
    const edits = find(textOf(before, first), (span) => placeIn(before, span));
    if (edits.length === 0) return undefined;
    pieces = change(before, edits);
  }
  return editsOf(pieces, first);
}
