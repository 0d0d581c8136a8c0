import { allowanceOf } from './allowance';
import { cutText } from './cut';
import { duplicatesAmong } from './duplicates';
import { moveProblem, moveSpan } from './move';
import type { Field } from './node';
import type { Outline } from './outline';
import { isWhole } from './outline';
import type { ReadPiece } from './piece';
import { readHead } from './piece';
import type { Entries, EntryAt, Memory } from './recall';
import { readerOf } from './recall';
import { maxLength, maxLexemes, maxSyntaxProblems } from './tree';

/**
 * Reads the text piece by piece, with an outline as if it had been read in one go. `undefined` when it
 * is laid out so that it must be, and when it takes to read more than `most` code units of it.
 */
export function readPieces(
  text: string,
  known: Memory | undefined,
  most = Infinity,
): { readonly outline: Outline; readonly memory: Memory } | undefined {
  const sections = text.length > maxLength ? undefined : cutText(text);
  if (!sections) return undefined;
  const allowance = allowanceOf(most);
  const readEntries = readerOf(text, allowance, known);
  const heads: ReadPiece<Field>[] = [];
  let entries: Entries = {};
  for (const { head, below } of sections) {
    if (!allowance.take(head.end - head.start)) return undefined;
    const read = readHead(text.slice(head.start, head.end), head.start);
    if (!read) return undefined;
    heads.push(read);
    if (!below) continue;
    const found = readEntries(below.name, below.bounds);
    // Lines of which none is an entry are one text below a key.
    if (!found?.some(({ content }) => content)) return undefined;
    entries = { ...entries, [below.name]: found };
  }
  const outline = join(heads, entries);
  return outline && { outline, memory: { text, entries } };
}

function join(heads: readonly ReadPiece<Field>[], entries: Entries): Outline | undefined {
  const fields = heads.flatMap(({ content }) => content ?? []);
  const [first] = fields;
  // Of a key that is repeated only the first counts, with all that stands below it.
  if (!first || new Set(fields.map(({ name }) => name)).size < fields.length) return undefined;
  const { spaces = [], teams = [], guests = [], pages = [] } = entries;
  const syntax = heads.flatMap((head) => head.syntax);
  const duplicates = heads.flatMap((head) => head.duplicates);
  let size = heads.reduce((sum, head) => sum + head.size, 0);
  for (const section of [spaces, teams, guests, pages])
    for (const entry of section) {
      size += entry.size;
      for (const one of entry.syntax) syntax.push(moveProblem(one, entry.at));
      for (const one of entry.duplicates) duplicates.push(moveProblem(one, entry.at));
    }
  if (size > maxLexemes) return undefined;
  for (const mapping of [spaces, teams])
    for (const one of duplicatesAmong(mapping.flatMap(keyOf))) duplicates.push(one);
  return {
    fields,
    entries,
    beginning: first.keySpan,
    whole: isWhole(syntax),
    syntax: syntax.slice(0, maxSyntaxProblems),
    duplicates,
  };
}

function keyOf({ at, content }: EntryAt<'spaces' | 'teams'>) {
  return content?.keySpan ? [{ name: content.name, keySpan: moveSpan(content.keySpan, at) }] : [];
}
