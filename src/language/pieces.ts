import type { TextEdit } from '../document/edit';
import type { Span } from '../document/model';

/** A piece of a changed text: what is still there of the first text, or what was written. */
export type Piece = Span | string;

/** All of a first text. */
export function piecesOf(first: string): readonly Piece[] {
  return [{ start: 0, end: first.length }];
}

/** The pieces after edits of the text that they make, which do not touch each other. */
export function change(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const changed: Piece[] = [];
  let at = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    for (const piece of cut(pieces, at, span.start)) changed.push(piece);
    changed.push(text);
    at = span.end;
  }
  return [...changed, ...cut(pieces, at, Infinity)];
}

/** What of the pieces stands between two places of the text that they make. */
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

export function textOf(pieces: readonly Piece[], first: string): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : first.slice(piece.start, piece.end)))
    .join('');
}

/** Where something of the first text stands now, with what was written within it and right behind it. */
export function placeIn(pieces: readonly Piece[], { start, end }: Span): Span {
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

/** The edits that make the pieces out of the first text. */
export function editsOf(pieces: readonly Piece[], first: string): readonly TextEdit[] {
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
