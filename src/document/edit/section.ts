import type { Node } from 'yaml';
import { isCollection, isMap } from 'yaml';
import type { CutSection, SectionName } from '../cut';
import { cutForEdit } from './cut';
import type { Field } from '../node';
import { fieldsOf } from '../node';
import { isVoid } from './layout';
import { readPiece } from './piece';

/** A section of the file. */
export interface SectionAt {
  readonly key: Field;
  /** The list or mapping; of entries that are read one by one, it has only the last that can be read. */
  readonly node: Node | undefined;
  /** The whole file is in braces. */
  readonly flow: boolean;
}

/** How many entries that are no sound YAML may stand at the end of a section. */
const maxUnsound = 100;

/** The section of a name; `undefined` when there is none, and `unsound` when it cannot be edited. */
export function sectionAt(text: string, name: SectionName): SectionAt | 'unsound' | undefined {
  const cut = cutForEdit(text);
  if (!cut) {
    const root = readPiece(text, { start: 0, end: text.length })?.root;
    if (isMap(root)) return sectionIn(root, name);
    return isVoid(text) ? undefined : 'unsound';
  }
  const section = cut.find((one) => keyOf(text, one) === name);
  if (!section) return undefined;
  const head = readPiece(text, section.head);
  const found = head && sectionIn(head.root, name);
  if (!found) return 'unsound';
  if (!section.below) return found;
  const node = lastEntry(text, section.below);
  return node ? { ...found, node } : 'unsound';
}

function sectionIn(root: Node, name: string): SectionAt | undefined {
  const key = fieldsOf(root).find((field) => field.name === name);
  return key && { key, node: key.node, flow: isCollection(root) && root.flow === true };
}

function lastEntry(text: string, { bounds }: NonNullable<CutSection['below']>): Node | undefined {
  const ends = bounds.slice(1).slice(-maxUnsound);
  const starts = bounds.slice(0, -1).slice(-maxUnsound);
  for (const [index, start] of [...starts.entries()].reverse()) {
    const root = readPiece(text, { start, end: ends[index] ?? start })?.root;
    if (isCollection(root)) return root;
  }
  return undefined;
}

/** The key with which a section of a text begins. */
export function keyOf(text: string, { head }: CutSection): string | undefined {
  return /(?:^\uFEFF?|\n)([A-Za-z]\w*)[ \t]*:/.exec(text.slice(head.start, head.end))?.[1];
}
