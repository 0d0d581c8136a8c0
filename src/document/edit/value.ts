import { isCollection, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { spanOf, valueOf } from '../node';
import { contentOf, replace } from './field';
import { isMarked, pieceAt } from './piece';
import { quotesOf, requote } from './quote';

/** A value of the file, of a key or of a list. */
export interface ValueAt {
  readonly node: Node;
  /** The nearest key that it stands behind. */
  readonly key: string;
  readonly keySpan: Span | undefined;
  /** It is an item of a list. */
  readonly item: boolean;
  /** It stands in brackets or braces. */
  readonly flow: boolean;
  /** The mapping in a list, such as a guest, that holds it. */
  readonly entry: YAMLMap | undefined;
}

/** The outermost value that begins at a place. */
export function valueAt(text: string, at: number): ValueAt | undefined {
  const piece = pieceAt(text, at);
  let found: ValueAt | undefined;
  if (piece)
    visit(piece.root, {
      Node(role, node, path) {
        if (role === 'key' || node.range?.[0] !== at) return undefined;
        const holder = path.findLast(isPair)?.key;
        found = {
          node,
          key: isScalar(holder) && typeof holder.value === 'string' ? holder.value : piece.section,
          keySpan: isScalar(holder) ? spanOf(holder) : undefined,
          item: isSeq(path.at(-1)),
          flow: path.some((one) => isCollection(one) && one.flow === true),
          entry: [...path, node].find(
            (one, index): one is YAMLMap => isMap(one) && isSeq(path[index - 1]),
          ),
        };
        return visit.BREAK;
      },
    });
  return found;
}

/** What a value says, unless it is a list, a mapping or nothing. */
export function wordsOf(node: Node | undefined): string | undefined {
  const value = valueOf(node);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The same for the value that begins at a place. */
export function wordsAt(text: string, { start }: Span): string | undefined {
  return wordsOf(valueAt(text, start)?.node);
}

/** The entry of a list, such as a guest, around a value that begins at a place. */
export function entryAt(text: string, at: number): Span | undefined {
  const entry = valueAt(text, at)?.entry;
  return entry && spanOf(entry);
}

/** The edits that put a text in the place of the value that begins at a place. */
export function writeText(text: string, { start }: Span, value: string): readonly TextEdit[] {
  return rewrite(text, start, ({ node, key, flow }) =>
    requote(node, key, value, { flow, quotes: quotesOf(text) }),
  );
}

/** The same for anything, as it is written inside brackets or not. */
export function rewrite(
  text: string,
  start: number,
  write: (at: ValueAt) => string,
): readonly TextEdit[] {
  const found = valueAt(text, start);
  if (!found || isMarked(found.node)) return [];
  const span = contentOf(text, found.node);
  return span.end > span.start ? [replace(text, span, write(found), found.keySpan)] : [];
}
