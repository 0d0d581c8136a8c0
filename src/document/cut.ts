import type { Span } from './model';

/** The keys of the file whose entries are read one by one. */
export type SectionName = 'spaces' | 'teams' | 'guests' | 'pages';

/** Whether a key of the file holds entries that are read one by one. */
export function isSection(key: string): key is SectionName {
  return holdsList(key) || key === 'spaces' || key === 'teams';
}

/** The others hold mappings. */
export function holdsList(section: string): boolean {
  return section === 'guests' || section === 'pages';
}

/** One key of the file with all that stands below it. */
export interface CutSection {
  /** The lines of the key and, unless the section is cut into entries, all below it. */
  readonly head: Span;
  /** The entries of a section in which each begins on a line of its own. */
  readonly below: Below | undefined;
}

interface Below {
  readonly name: SectionName;
  /** Where each entry begins, and where the last one ends. */
  readonly bounds: readonly number[];
}

/** More than the format has keys; each is read at every change. */
const maxSections = 32;
/** Of all sections together. */
const maxEntries = 50_000;

const space = 0x20;
const tab = 0x09;
const colon = 0x3a;
const key = /[A-Za-z]/y;
/** A key whose entries can only stand below it. */
const sectionKey = /(spaces|teams|guests|pages):(?: +#.*| *)\r?(?:\n|$)/y;
const item = /-(?: |\r?(?:\n|$))/y;
/** Without `? ` and `: `, which belong together, and what may stand before a value. */
const field = /[\p{L}\p{N}_~.'"]/uy;
/** Text alone below a key is its value. */
const firstField = /[\p{L}\p{N}_~.'"].*:(?:\s|$)/uy;
const blank = /#|\r?(?:\n|$)/y;
const closing = /[\]}]/y;

interface OpenSection {
  readonly start: number;
  readonly name: SectionName | undefined;
  /** Of its entries; `undefined` before the first, -1 when they do not begin on lines of their own. */
  indent: number | undefined;
  readonly starts: number[];
}

/**
 * Cuts the text at lines with which, at their indent, YAML cannot but begin something new: the keys of
 * the file, and the entries of its sections. `undefined` for a text that is laid out so that only a
 * reading of the whole can tell what belongs where.
 */
export function cutText(text: string): readonly CutSection[] | undefined {
  const sections: OpenSection[] = [];
  let section: OpenSection | undefined;
  let entries = 0;
  let next: number;
  for (let line = text.startsWith('\uFEFF') ? 1 : 0; line < text.length; line = next) {
    next = text.indexOf('\n', line) + 1 || text.length;
    let first = line;
    while (text.charCodeAt(first) === space) first += 1;
    switch (kindOf(text, first, first - line, section)) {
      case 'key':
        section = openSection(text, first, section ? first : 0);
        sections.push(section);
        break;
      case 'entry':
        section?.starts.push(line);
        entries += 1;
        break;
      case 'more':
        break;
      case 'unclear':
        return undefined;
    }
    if (sections.length > maxSections || entries > maxEntries) return undefined;
  }
  if (!section) return undefined;
  return sections.map((one, index) => closeSection(one, sections[index + 1]?.start ?? text.length));
}

/** What stands above the first key belongs to it, so a section may start before its key. */
function openSection(text: string, keyAt: number, start: number): OpenSection {
  sectionKey.lastIndex = keyAt;
  const name = sectionKey.exec(text)?.[1] as SectionName | undefined;
  return { start, name, indent: name === undefined ? -1 : undefined, starts: [] };
}

/** What is begun, if anything, by a line whose first sign stands at an offset. */
function kindOf(
  text: string,
  first: number,
  indent: number,
  section: OpenSection | undefined,
): 'key' | 'entry' | 'more' | 'unclear' {
  const sign = text.charCodeAt(first);
  // yaml takes some colons for one of a line above, and a tab is no indent at all.
  if (sign === tab || sign === colon) return 'unclear';
  const outer = section?.indent;
  if (outer !== undefined && indent > 0 && indent > outer) return 'more';
  if (indent === 0 && matches(key, text, first)) return 'key';
  if (matches(blank, text, first)) return 'more';
  if (!section) return 'unclear';
  if (matches(closing, text, first)) return 'more';
  const isItem = matches(item, text, first);
  if (indent === 0 && !isItem) return 'unclear';
  if (section.name === undefined) return 'more';
  const isList = holdsList(section.name);
  section.indent ??= (isList ? isItem : matches(firstField, text, first)) ? indent : -1;
  if (section.indent === -1) return 'more';
  const isField = matches(field, text, first);
  if (indent === section.indent && (isList ? isItem : isField)) return 'entry';
  // Text too far to the left spoils the entry above it, and nothing else.
  return isField ? 'more' : 'unclear';
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function closeSection({ start, name, starts }: OpenSection, end: number): CutSection {
  const [first] = starts;
  if (name === undefined || first === undefined) return { head: { start, end }, below: undefined };
  return { head: { start, end: first }, below: { name, bounds: [...starts, end] } };
}
