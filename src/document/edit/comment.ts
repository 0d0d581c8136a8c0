import type { TextEdit } from '../edit';
import { lineStart } from './layout';

/** Whether edits take out a comment for good, or leave one next to what they take out. */
export function losesComment(text: string, edits: readonly TextEdit[]): boolean {
  const written = edits.map((edit) => edit.text).join('\n');
  return edits.some(({ span: { start, end }, text: replacement }) => {
    const comments = text.slice(start, end).match(/(?:^|\s)#.*/gm) ?? [];
    const isRemoval = end > start && replacement === '';
    return (
      comments.some((comment) => !written.includes(comment.trim())) ||
      (isRemoval && isBesideComment(text, start, end))
    );
  });
}

/** Whether a comment stands on the line above whole lines, or right behind a part of one. */
function isBesideComment(text: string, start: number, end: number): boolean {
  const isBegin = start === lineStart(text, start);
  const isLines = isBegin && (text[end - 1] === '\n' || end === text.length);
  const beside = isLines
    ? text.slice(lineStart(text, start - 1), start)
    : text.slice(end, end + longest);
  return /^[ \t]*#/.test(beside);
}

/** UTF-16 code units; nobody puts a comment further to the right. */
const longest = 80;
