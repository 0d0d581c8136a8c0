import { isMap } from 'yaml';
import type { CutSection } from '../cut';
import { cutForEdit } from './cut';
import type { TextEdit } from '../edit';
import { spanOf } from '../node';
import { insertField } from './field';
import type { Write } from './field';
import { belowComments, endOfLines, insert, insertAt, isVoid, lineBreakOf } from './layout';
import { readPiece } from './piece';
import { rankOf } from './rank';
import { keyOf } from './section';

/**
 * The edits that add a key to the file, where it stands by custom. What is written follows the colon at
 * once.
 */
export function addKey(text: string, key: string, write: Write): readonly TextEdit[] {
  const cut = cutForEdit(text);
  if (cut) return [addAmong(cut, text, key, `${key}:${write(false)}`)];
  const root = readPiece(text, { start: 0, end: text.length })?.root;
  if (isMap(root)) return insertField(text, root, `${key}:${write(root.flow === true)}`, key);
  return !root && isVoid(text) ? [insertAt(text, text.length, `${key}:${write(false)}`)] : [];
}

function addAmong(cut: readonly CutSection[], text: string, key: string, lines: string) {
  const before = cut.findLast((one) => rankOf(keyOf(text, one)) < rankOf(key));
  if (before) return insertAt(text, endOfContent(text, before), lines);
  const first = /(?:^\uFEFF?|\n)(?=[A-Za-z])/.exec(text);
  return insert((first?.index ?? 0) + (first?.[0].length ?? 0), lines + lineBreakOf(text));
}

/** Where the lines of a section end, without the comments and blank lines above what follows. */
function endOfContent(text: string, { head, below }: CutSection): number {
  const start = below?.bounds.at(-2) ?? head.start;
  const end = below?.bounds.at(-1) ?? head.end;
  const root = readPiece(text, { start, end })?.root;
  return root ? belowComments(text, endOfLines(text, spanOf(root).end), 0) : end;
}
