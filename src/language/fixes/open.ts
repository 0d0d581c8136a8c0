import type { TextEdit } from '../../document/edit';
import { insert, lineEnd, lineStart, nextLine } from '../../document/edit/layout';
import type { Span } from '../../document/model';
import { maxLine } from './slips';

/** What is still open where a line ends, and the place at which it was meant to be closed. */
interface Open {
  readonly close: string;
  readonly at: number;
}

/** Closes the brackets that the last line before a place has left open. */
export function closeBrackets(text: string, at: number): readonly TextEdit[] {
  let line = lineStart(text, at);
  while (line > 0 && text.slice(line, at).trim() === '') {
    at = line - 1;
    line = lineStart(text, at);
  }
  return closeAt(openIn(text, line), /^[ \]}]+$/);
}

/** Closes the quote that the first line of several leaves open, and the brackets around it. */
export function closeQuote(text: string, { start, end }: Span): readonly TextEdit[] {
  for (let line = start; line < end; line = nextLine(text, line)) {
    const edits = closeAt(openIn(text, line), /^["']/);
    if (edits.length > 0) return edits;
  }
  return [];
}

function closeAt(open: Open | undefined, fitting: RegExp): readonly TextEdit[] {
  return open && fitting.test(open.close) ? [insert(open.at, open.close)] : [];
}

function openIn(text: string, start: number): Open | undefined {
  const line = text.slice(start, lineEnd(text, start));
  if (line.length > maxLine) return undefined;
  const brackets: string[] = [];
  let quoted: string | undefined;
  let end = line.length;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line.charAt(index);
    const before = line[index - 1] ?? ' ';
    if (quoted !== undefined) quoted = sign === quoted ? undefined : quoted;
    else if (/["']/.test(sign) && /[\s[{,]/.test(before)) quoted = sign;
    else if (sign === '#' && /\s/.test(before)) {
      end = index;
      break;
    } else if (sign === '[') brackets.push(']');
    else if (sign === '{') brackets.push(line[index + 1] === ' ' ? ' }' : '}');
    else if (sign === brackets.at(-1)?.trim()) brackets.pop();
  }
  const written = line.slice(0, end).replace(/(?:\s+#.*|\s+)$/, '');
  const closing = brackets.reverse().join('');
  if (quoted === undefined) return { close: closing, at: start + written.length };
  const isClosed = closing !== '' && written.endsWith(closing);
  return isClosed
    ? { close: quoted, at: start + written.length - closing.length }
    : { close: quoted + closing, at: start + written.length };
}
