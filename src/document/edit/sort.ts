import { isMap, isSeq } from 'yaml';
import type { Node, YAMLSeq } from 'yaml';
import { addressKey } from '../address';
import type { TextEdit } from '../edit';
import type { Span } from '../model';
import { itemsOf, locate, spanOf, valueOf } from '../node';
import { isWhole } from '../outline';
import type { Parsed } from '../parse';
import type { EntryAt } from '../recall';
import { cutForEdit } from './cut';
import { endOfLines } from './layout';
import { isMarked, readPiece } from './piece';
import { entryLines, withComments } from './remove';
import { keyOf, sectionAt } from './section';

/** A guest's stretch of the text, with the comments that belong to it, and its address to compare. */
interface Entry {
  readonly span: Span;
  readonly address: string;
}

/**
 * The edits that put the guests in the order of their addresses, each entry with its comments as it is
 * written. Headings stay, and the guests between two of them are sorted among themselves. None when they
 * are in order, or one of them cannot be read. With `known`, what is remembered of the text, they need
 * not be read again.
 */
export function sortGuests(text: string, known?: Pick<Parsed, 'memory'>): readonly TextEdit[] {
  const remembered = known?.memory?.text === text ? known.memory.entries.guests : undefined;
  const read = readEach(text, remembered ?? boundsIn(text)) ?? readList(text) ?? [];
  const entries = underHeadings(text, read);
  const sorted = entries.toSorted(
    (a, b) => a.group - b.group || (a.address < b.address ? -1 : Number(a.address > b.address)),
  );
  return entries.flatMap(({ span }, index) => {
    const other = sorted[index]?.span ?? span;
    return other === span ? [] : [{ span, text: text.slice(other.start, other.end) }];
  });
}

/** A comment with a blank line below. */
const apart = /#.*\r?\n[ \t]*\r?\n/;

/** Comments down to one that begins with a line drawn in signs, such as `# == Partners ==`. */
const drawn = /^(?: *#.*\r?\n)* *# *([-=*~_#])\1.*\r?\n/;

/**
 * The entries without the headings above them, and the number of headings that stand before each: comments
 * that a blank line keeps apart from the entry below, or that begin with a drawn line.
 */
function underHeadings(
  text: string,
  entries: readonly Entry[],
): readonly (Entry & { readonly group: number })[] {
  let group = 0;
  let behind = entries[0]?.span.start ?? 0;
  return entries.map(({ span, address }) => {
    const heading = drawn.exec(text.slice(span.start, span.end))?.[0] ?? '';
    const start = span.start + heading.length;
    if (heading !== '' || apart.test(text.slice(behind, span.start))) group += 1;
    behind = span.end;
    return { span: { start, end: span.end }, address, group };
  });
}

/** Where a guest stands that is read by itself, with what may be remembered of it. */
type Place = Pick<EntryAt<'guests'>, 'at' | 'end'> & Partial<EntryAt<'guests'>>;

function boundsIn(text: string): readonly Place[] {
  const section = cutForEdit(text)?.find((one) => keyOf(text, one) === 'guests');
  const bounds = section?.below?.bounds ?? [];
  return bounds.slice(1).map((end, index) => ({ at: bounds[index] ?? 0, end }));
}

function readEach(text: string, places: readonly Place[]): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const { at, end, content, syntax = [] } of places) {
    const { guest, key: address = '' } = content?.entry ?? {};
    const [entry] =
      guest && isWhole(syntax)
        ? [{ span: linesOfGuest(text, at, at + guest.span.end), address }]
        : (entriesOf(text, readPiece(text, { start: at, end })?.root) ?? []);
    if (!entry) return undefined;
    entries.push(entry);
  }
  return entries.length > 0 ? entries : undefined;
}

/** Of an entry that begins at a line. */
function linesOfGuest(text: string, at: number, end: number): Span {
  const column = text.indexOf('-', at) - at;
  return withoutBreak(text, withComments(text, { start: at, end: endOfLines(text, end) }, column));
}

function readList(text: string): readonly Entry[] | undefined {
  if (boundsIn(text).length > 0) return undefined;
  const section = sectionAt(text, 'guests');
  return section && section !== 'unsound' ? entriesOf(text, section.node) : undefined;
}

function entriesOf(text: string, list: Node | undefined): readonly Entry[] | undefined {
  if (!isSeq(list) || isMarked(list)) return undefined;
  const items = itemsOf(list);
  const entries = items.flatMap((item, index) => {
    const email = valueOf(locate(item, ['email']).node);
    const span = isMap(item) ? stretchOf(text, list, index) : undefined;
    return span && typeof email === 'string' ? [{ span, address: addressKey(email) }] : [];
  });
  const hasComments = list.flow && text.slice(...(list.range ?? [0, 0])).includes('#');
  return entries.length === items.length && !hasComments ? entries : undefined;
}

function stretchOf(text: string, list: YAMLSeq, index: number): Span | undefined {
  const item = itemsOf(list)[index];
  if (list.flow) return item && spanOf(item);
  const lines = entryLines(text, { list, index, holder: undefined });
  return lines && withoutBreak(text, lines);
}

/** Without the line break at its end, which the last entry of a file may lack. */
function withoutBreak(text: string, { start, end }: Span): Span {
  return { start, end: end - (/\r?\n$/.exec(text.slice(start, end))?.[0].length ?? 0) };
}
