import type { TextEdit } from '../edit';

export function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

export function remove(start: number, end: number): TextEdit {
  return { span: { start, end }, text: '' };
}

/** What the file ends its lines with. */
export function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line of a place begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of a place ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = /\r?\n|$/g;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}

/** Where the next line begins, or the text ends. */
export function nextLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}

/** Where the lines of a value end that ends at a place; a block of text ends where the next line begins. */
export function endOfLines(text: string, end: number): number {
  return text[end - 1] === '\n' ? end : nextLine(text, end);
}

/** New lines below those of a value that ends at a place. */
export function insertBelow(text: string, end: number, lines: string): TextEdit {
  const lineBreak = lineBreakOf(text);
  return text[end - 1] === '\n'
    ? insert(end, lines + lineBreak)
    : insert(lineEnd(text, end), lineBreak + lines);
}

/** New lines at a place where a line begins or the text ends. */
export function insertAt(text: string, at: number, lines: string): TextEdit {
  const lineBreak = lineBreakOf(text);
  const isBegun = at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\uFEFF';
  return insert(at, isBegun ? lineBreak + lines : lines + lineBreak);
}

/** Whether the text holds nothing but comments. */
export function isVoid(text: string): boolean {
  return /^\uFEFF?(?:\s|#.*)*$/.test(text);
}

/** How far a place is from the left; `undefined` when something else than indents and dashes stands before it. */
export function columnOf(text: string, at: number): number | undefined {
  const before = text.slice(lineStart(text, at), at).replace(/^\uFEFF/, '');
  return /^(?: |- )*$/.test(before) ? before.length : undefined;
}

/** Where comments end that stand right below a place where a line begins, further to the right than a column. */
export function belowComments(text: string, at: number, column: number): number {
  let end = at;
  while (isComment(text, end, (indent) => indent > column)) end = nextLine(text, end);
  return end;
}

/** Where comments begin that stand right above a place where a line begins, at a column. */
export function aboveComments(text: string, at: number, column: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!isComment(text, above, (indent) => indent === column)) break;
    start = above;
  }
  return start;
}

function isComment(text: string, line: number, fits: (indent: number) => boolean): boolean {
  const comment = / *#/y;
  comment.lastIndex = line;
  const found = comment.exec(text);
  return found !== null && fits(found[0].length - 1);
}
