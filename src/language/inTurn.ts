import type { TextEdit } from '../document/edit';
import type { Span } from '../document/model';
import { change, editsOf, piecesOf, placeIn, textOf } from './pieces';

/** Finds edits for a text; `place` tells where something of the first text stands in it. */
export type FindEdits = (text: string, place: (span: Span) => Span) => readonly TextEdit[];

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
