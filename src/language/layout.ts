import { lastUpTo } from '../document/around';
import { holdsList, isSection } from '../document/cut';
import type { Span } from '../document/model';
import type { Line } from './line';
import { isBoundary, lineAt, lineBelow } from './line';

/** A key of the file with all that stands below it, up to its last sign that is no comment. */
export interface Section {
  readonly name: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** Those that begin on a line of their own, with the dash of an item. */
  readonly entries: readonly Span[];
}

interface Open {
  readonly name: string;
  readonly keySpan: Span;
  end: number;
  /** Of its entries; -1 when they do not begin on lines of their own. */
  indent: number | undefined;
  readonly entries: { readonly start: number; end: number }[];
}

/** More than the format has keys. */
const maxSections = 64;

const key = /(["']?)([A-Za-z]\w*)\1[ \t]*:(?=\s|$)/y;
/** Behind the key of a section whose entries stand below it. */
const nothing = /^\s*(?:[&!]\S*\s*)?(?:#.*)?$/;
const dash = /-(?=\s|$)/y;

/**
 * Where the sections of a file and their entries stand, by the look of the lines alone, so that it can
 * be told of a text that is broken or half typed. Of a text that begins with a bracket there are none.
 */
export function layOut(text: string): readonly Section[] {
  const sections: Open[] = [];
  let line: Line | undefined = lineAt(text, 0);
  for (; line; line = lineBelow(text, line)) {
    if (line.first === line.end || text[line.first] === '#') continue;
    const mayOpen = line.column === 0 && sections.length < maxSections;
    const opened = mayOpen ? openSection(text, line) : undefined;
    if (opened) sections.push(opened);
    else addLine(text, line, sections.at(-1));
  }
  return sections.map(({ name, keySpan, end, entries }) => ({
    name,
    keySpan,
    span: { start: keySpan.start, end },
    entries,
  }));
}

function openSection(text: string, { first, end }: Line): Open | undefined {
  key.lastIndex = first;
  const [written, quote = '', name] = key.exec(text) ?? [];
  if (written === undefined || name === undefined) return undefined;
  const keySpan = { start: first, end: first + name.length + 2 * quote.length };
  const isOpen = isSection(name) && nothing.test(text.slice(first + written.length, end));
  return { name, keySpan, end, indent: isOpen ? undefined : -1, entries: [] };
}

function addLine(text: string, line: Line, section: Open | undefined): void {
  if (!section || isBoundary(text, line)) return;
  const { first, end, column } = line;
  section.end = end;
  const isEntry = holdsList(section.name) === matches(dash, text, first);
  section.indent ??= isEntry ? column : -1;
  const last = section.entries.at(-1);
  if (isEntry && column <= section.indent) section.entries.push({ start: first, end });
  else if (last) last.end = end;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The stretch that holds a place, of some in the order of the text. */
export function stretchAround(stretches: readonly Span[], { start, end }: Span): Span | undefined {
  const found = lastUpTo(stretches, (stretch) => stretch.start, start);
  return found && end <= found.end ? found : undefined;
}
