import type { Node, YAMLMap } from 'yaml';
import { visit } from 'yaml';
import type { Guest, Span } from './model';
import { fieldsOf, spanOf, valueOf } from './node';
import { readTree } from './tree';

/** A replacement in the text as it was before any of the edits. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The edits that write `access: revoked` into the guest's entry and touch nothing else. The guest must
 * come from this very text. None when it is written already.
 */
export function revoke(text: string, guest: Guest): readonly TextEdit[] {
  const entry = entryAt(text, guest.span.start);
  const fields = fieldsOf(entry);
  const access = fields.find(({ name }) => name === 'access')?.node;
  if (access)
    return valueOf(access) === 'revoked' ? [] : [{ span: spanOf(access), text: 'revoked' }];
  const space = fields.find(({ name }) => name === 'space')?.node;
  if (!entry || !space) return [];
  const { end } = spanOf(space);
  return [entry.flow ? insert(end, ', access: revoked') : insertLine(text, entry, end)];
}

function entryAt(text: string, start: number): YAMLMap | undefined {
  let found: YAMLMap | undefined;
  const { root } = readTree(text);
  if (root)
    visit(root, {
      Map(_, node) {
        if (node.range?.[0] !== start) return undefined;
        found = node;
        return visit.BREAK;
      },
    });
  return found;
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** A new line below the one that ends the value, indented as the entry's keys and ended as its lines. */
function insertLine(text: string, entry: Node, valueEnd: number): TextEdit {
  const start = entry.range?.[0] ?? 0;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const below = /\r?\n|$/g;
  below.lastIndex = valueEnd;
  const end = below.exec(text)?.index ?? text.length;
  return insert(end, `${lineBreak}${' '.repeat(column)}access: revoked`);
}

/** The text after all edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { span, text: replacement } of [...edits].sort((a, b) => b.span.start - a.span.start))
    result = result.slice(0, span.start) + replacement + result.slice(span.end);
  return result;
}
