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
  const rest = pieces.toReversed();
  let at = 0;
  /** Takes over, or leaves out, what comes up to a place of the text. */
  const pass = (to: number, isKept: boolean): void => {
    for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
      const length = Math.min(lengthOf(piece), to - at);
      if (isKept && length > 0) changed.push(part(piece, 0, length));
      at += length;
      if (length === lengthOf(piece)) continue;
      rest.push(part(piece, length, lengthOf(piece)));
      break;
    }
  };
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    pass(span.start, true);
    pass(span.end, false);
    changed.push(text);
  }
  pass(Infinity, true);
  return changed;
}

function part(piece: Piece, start: number, end: number): Piece {
  return typeof piece === 'string'
    ? piece.slice(start, end)
    : { start: piece.start + start, end: piece.start + end };
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
