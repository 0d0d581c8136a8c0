import { isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { CutSection } from '../cut';
import { cutForEdit } from './cut';
import type { Span } from '../model';
import { isWhole } from '../outline';
import { readTree } from '../tree';

/** The nodes of a part of the text that can be read by itself; their places are those in the whole text. */
export interface Piece {
  readonly root: Node;
  /** The root goes on in lines that were not read. */
  readonly isPart: boolean;
  /** The section of which it is an entry, when it was read without the section's key. */
  readonly section: string;
}

/** The lines around a place: an entry, else a section, else all. `undefined` when they are not sound YAML. */
export function pieceAt(text: string, at: number): Piece | undefined {
  const cut = cutForEdit(text);
  const section = cut?.find(({ head, below }) => at < endOf(head, below));
  if (!cut || !section) return readPiece(text, { start: 0, end: text.length });
  const { head, below } = section;
  const { bounds } = below ?? { bounds: [] };
  const next = bounds.findIndex((bound) => bound > at);
  if (below && bounds.length > 2 && next > 0) {
    const entry = { start: bounds[next - 1] ?? 0, end: bounds[next] ?? 0 };
    return readPiece(text, entry, true, below.name);
  }
  return readPiece(text, { start: head.start, end: endOf(head, below) }, cut.length > 1);
}

function endOf(head: Span, below: CutSection['below']): number {
  return below?.bounds.at(-1) ?? head.end;
}

/** Some lines of the text; `undefined` when they are not sound YAML or hold nothing. */
export function readPiece(
  text: string,
  { start, end }: Span,
  isPart = false,
  section = '',
): Piece | undefined {
  const { root, problems } = readTree(text.slice(start, end), start);
  return root && isWhole(problems) ? { root, isPart, section } : undefined;
}

/** Whether it is all that a list or mapping of the piece holds. */
export function isAlone({ root, isPart }: Piece, collection: YAMLMap | YAMLSeq): boolean {
  return collection.items.length === 1 && !(isPart && (collection as Node) === root);
}

/** The mapping that begins at a place. */
export function mappingAt(text: string, at: number): YAMLMap | undefined {
  const piece = pieceAt(text, at);
  let found: YAMLMap | undefined;
  if (piece)
    visit(piece.root, {
      Map(_, node) {
        if (node.range?.[0] !== at) return undefined;
        found = node;
        return visit.BREAK;
      },
    });
  return found;
}

/** Something in a list, with the list and the mapping that holds it under a key. */
export interface ItemAt {
  readonly list: YAMLSeq;
  readonly index: number;
  readonly holder: Pair | undefined;
}

/** The item of a list that begins at a place. */
export function itemAt({ root }: Piece, at: number): ItemAt | undefined {
  let found: ItemAt | undefined;
  visit(root, {
    Node(index, node, path) {
      const list = path.at(-1);
      if (!isSeq(list) || typeof index !== 'number' || node.range?.[0] !== at) return undefined;
      const holder = path.at(-2);
      found = { list, index, holder: isPair(holder) ? holder : undefined };
      return visit.BREAK;
    },
  });
  return found;
}

/** A pair of a mapping, with the pair that holds the mapping. */
export interface PairAt {
  readonly map: YAMLMap;
  readonly index: number;
  readonly holder: Pair | undefined;
}

/** The pair whose key begins at a place. */
export function pairAt({ root }: Piece, at: number): PairAt | undefined {
  let found: PairAt | undefined;
  visit(root, {
    Pair(index, { key }, path) {
      const map = path.at(-1);
      if (!isMap(map) || typeof index !== 'number') return undefined;
      if (!isScalar(key) || key.range?.[0] !== at) return undefined;
      const holder = path.at(-2);
      found = { map, index, holder: isPair(holder) ? holder : undefined };
      return visit.BREAK;
    },
  });
  return found;
}

/** Whether other parts of the file may repeat some of it, or it has a tag, whose place no node tells. */
export function isMarked(node: unknown): boolean {
  if (isPair(node)) return isMarked(node.key) || isMarked(node.value);
  if (!isNode(node) || isAlias(node)) return false;
  if (node.anchor !== undefined || node.tag !== undefined) return true;
  return isCollection(node) && node.items.some(isMarked);
}
