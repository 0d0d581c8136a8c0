import { isScalar } from 'yaml';
import type { Node } from 'yaml';
import type { SectionName } from './cut';
import { duplicateKeys } from './duplicates';
import type { Problem } from './model';
import type { Field } from './node';
import { fieldsOf, spanOf } from './node';
import type { EntryOf, Part } from './part';
import { readParts } from './part';
import { problem } from './problem';
import { sentence } from './sentence';
import { readTree } from './tree';

/** What a piece of the text says by itself. */
export interface ReadPiece<Content> {
  /** `undefined` when the piece has not the form of an entry. */
  readonly content: Content | undefined;
  /** What keeps it from being YAML. */
  readonly syntax: readonly Problem[];
  readonly duplicates: readonly Problem[];
  /** In lexemes. */
  readonly size: number;
}

/** Places in it are counted from where it begins. */
export type EntryPiece<Name extends SectionName> = ReadPiece<Part<EntryOf[Name]>>;

/** The entry in some lines; `undefined` when what they mean depends on the rest of the file. */
export function readEntry<Name extends SectionName>(
  name: Name,
  lines: string,
): EntryPiece<Name> | undefined {
  // A copy, for its values would keep the whole file in memory of which the lines are a part.
  const text = ` ${lines}`.slice(1);
  return readPiece(text, 0, (root) => only(readParts[name](root, text)));
}

/** The key in a piece that begins at an offset, and what stands below it. */
export function readHead(text: string, at: number): ReadPiece<Field> | undefined {
  return readPiece(text, at, (root) => only(fieldsOf(root)));
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function readPiece<Content>(
  text: string,
  at: number,
  read: (root: Node) => Content | undefined,
): ReadPiece<Content> | undefined {
  const { root, problems, size, bound } = readTree(text, at);
  if (bound || !root) return undefined;
  const content = read(root);
  const duplicates = [...duplicateKeys(root)];
  if (content !== undefined) return { content, syntax: problems, duplicates, size };
  if (!isScalar(root)) return undefined;
  return { content, syntax: [...problems, noColon(root)], duplicates, size };
}

/** To YAML a line of text alone is text; beside keys it cannot be. */
function noColon(root: Node): Problem {
  return problem(
    'syntax',
    spanOf(root),
    sentence('A `: ` and a value are missing after this name: write `name: value`.'),
  );
}
