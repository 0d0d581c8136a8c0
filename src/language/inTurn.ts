import type { TextEdit } from '../document/edit';
import type { Span } from '../document/model';

/** Finds edits for a text; `place` tells where something of the first text stands in it. */
export type FindEdits = (text: string, place: (span: Span) => Span) => readonly TextEdit[];

/** A stretch of the first text that is still there, or new text. */
type Piece = Span | string;

/**
 * Edits that are found one after another, each for the text that those before it leave, as edits of the
 * first text. `undefined` when one of them finds none, for then not all can be written.
 */
export function inTurn(
  first: string,
  finds: readonly FindEdits[],
): readonly TextEdit[] | undefined {
  let pieces: readonly Piece[] = [{ start: 0, end: first.length }];
  for (const find of finds) {
    const before = pieces;
    const edits = find(textOf(before, first), (span) => placeIn(before, span));
    if (edits.length === 0) return undefined;
    for (const { span, text } of [...edits].sort((a, b) => b.span.start - a.span.start))
      pieces = [...cut(pieces, 0, span.start), text, ...cut(pieces, span.end, Infinity)];
  }
  return differences(pieces, first);
}

function textOf(pieces: readonly Piece[], first: string): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : first.slice(piece.start, piece.end)))
    .join('');
}

/** With what has been added within it and right behind it. */
function placeIn(pieces: readonly Piece[], { start, end }: Span): Span {
  const placeOf = (at: number): number => {
    let length = 0;
    for (const piece of pieces) {
      if (typeof piece !== 'string' && piece.end > at)
        return length + Math.max(0, at - piece.start);
      length += lengthOf(piece);
    }
    return length;
  };
  return { start: placeOf(start), end: placeOf(end) };
}

/** What of the pieces stands between two places. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, lengthOf(piece))];
    at += lengthOf(piece);
    if (start >= end) return [];
    return typeof piece === 'string'
      ? piece.slice(start, end)
      : { start: piece.start + start, end: piece.start + end };
  });
}

function differences(pieces: readonly Piece[], first: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { start: first.length, end: first.length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text !== '' || piece.start > at)
      edits.push({ span: { start: at, end: piece.start }, text });
    at = piece.end;
    text = '';
  }
  return edits;
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}
