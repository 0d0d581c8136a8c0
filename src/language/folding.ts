import type { Span } from '../document/model';
import type { Line } from './line';
import { isBoundary, isSpace, lineAt, lineBelow } from './line';

/** Lines that can be hidden behind the one in which they begin. */
export interface Fold {
  /** From the first sign of the first line to the end of the last. */
  readonly span: Span;
  readonly kind: 'comment' | 'region';
}

interface Open {
  readonly line: Line;
  /** How far to the right it stands; an item stands further than a key above it in the same column. */
  readonly depth: number;
}

/**
 * Sections, entries, lists and other values of several lines, and comments of several lines, in the
 * order of their ends. What belongs to what is told by the indents alone, so the text may be broken.
 */
export function foldsIn(text: string): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Open[] = [];
  let last: Line | undefined;
  let comment: { readonly from: Line; to: Line } | undefined;

  const add = (kind: Fold['kind'], from: Line, to: Line | undefined): void => {
    if (to && to.start > from.start) folds.push({ span: { start: from.first, end: to.end }, kind });
  };
  const closeFrom = (depth: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      add('region', top.line, last);
      open.pop();
    }
  };
  const closeComment = (): void => {
    if (comment) add('comment', comment.from, comment.to);
    comment = undefined;
  };

  for (let line: Line | undefined = lineAt(text, 0); line; line = lineBelow(text, line)) {
    if (text[line.first] === '#') {
      comment = { from: comment?.from ?? line, to: line };
      continue;
    }
    closeComment();
    if (line.first === line.end) continue;
    const depth = depthOf(text, line);
    closeFrom(depth);
    if (depth >= 0) open.push({ line, depth });
    last = line;
  }
  closeComment();
  closeFrom(-1);
  return folds;
}

/** -1 for the lines between YAML documents, which end everything above. */
function depthOf(text: string, line: Line): number {
  if (isBoundary(text, line)) return -1;
  const next = line.first + 1;
  const isItem = text[line.first] === '-' && (next >= line.end || isSpace(text, next));
  return 2 * line.column + (isItem ? 1 : 0);
}
