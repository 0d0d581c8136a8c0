/** One line of a text, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Its first sign; `end` when it is blank. */
  readonly first: number;
  /** Signs before the first one, a tab counting as one. */
  readonly column: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = 0xfeff;
const space = 0x20;
const tab = 0x09;
const hash = 0x23;

export function lineAt(text: string, offset: number): Line {
  const before = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const start = before === 0 && text.charCodeAt(0) === byteOrderMark ? 1 : before;
  const lineBreak = text.indexOf('\n', before);
  const withReturn = lineBreak === -1 ? text.length : lineBreak;
  const end =
    withReturn > start && text.charCodeAt(withReturn - 1) === carriageReturn
      ? withReturn - 1
      : withReturn;
  const first = skipSpace(text, start, end);
  return { start, end, first, column: first - start };
}

export function lineAbove(text: string, { start }: Line): Line | undefined {
  return start > 1 || (start === 1 && text.charCodeAt(0) === lineFeed)
    ? lineAt(text, start - 1)
    : undefined;
}

export function lineBelow(text: string, { end }: Line): Line | undefined {
  const lineBreak = text.indexOf('\n', end);
  return lineBreak === -1 ? undefined : lineAt(text, lineBreak + 1);
}

/** Whether something stands on the line that says where it belongs: no comment and no closing bracket. */
export function hasPlace(text: string, { first, end }: Line): boolean {
  return first < end && !'#]}'.includes(text.charAt(first));
}

/** `---` and `...`, which begin and end a document. */
export function isBoundary(text: string, { first, column }: Line): boolean {
  return column === 0 && (text.startsWith('---', first) || text.startsWith('...', first));
}

export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text, at)) at += 1;
  return at;
}

export function backOverSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text, at - 1)) at -= 1;
  return at;
}

export function isSpace(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign === space || sign === tab;
}

/** Whether a comment begins here, which takes a space or a line break before it. */
export function isComment(text: string, at: number): boolean {
  return text.charCodeAt(at) === hash && (at === 0 || /\s|\uFEFF/.test(text.charAt(at - 1)));
}

/** Where a quoted text ends, behind its closing quote; at the end of its line when nothing closes it. */
export function quoteEnd(text: string, start: number, end: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\' && quote === '"') at += 1;
    else if (sign === quote && quote === "'" && text.charAt(at + 1) === quote) at += 1;
    else if (sign === quote) return at + 1;
  }
  return Math.min(lineAt(text, start).end, end);
}

/** A plain or quoted text without its quotes. Escapes stay as written, but for doubled single quotes. */
export function unquote(written: string): string {
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return written;
  const inner = written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined);
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}
