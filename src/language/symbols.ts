import { countBefore } from '../document/around';
import type { Document, Span } from '../document/model';
import { excerpt } from '../document/problem';
import { say, sentence, steers } from '../document/sentence';
import type { Section } from './layout';
import { stretchAround } from './layout';
import { lineAt } from './line';
import type { Mention } from './mention';
import { nameSpan } from './mention';
import { namesIn, sectionsIn } from './names';
import type { Source } from './source';

/** One line of the outline of a file. */
export interface FileSymbol {
  readonly kind: 'key' | 'section' | 'space' | 'team' | 'guest' | 'page';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The name, within the span. */
  readonly selection: Span;
  readonly children: readonly FileSymbol[];
}

const entryKinds: ReadonlyMap<string, FileSymbol['kind']> = new Map([
  ['spaces', 'space'],
  ['teams', 'team'],
  ['guests', 'guest'],
  ['pages', 'page'],
]);

/**
 * The keys of the file and what stands below them, one after another, for those of a long file take
 * their time; of a broken file, as far as it can be told.
 */
export function* symbolsIn(source: Source): Iterable<FileSymbol> {
  const sections = sectionsIn(source);
  const { mentions } = namesIn(source);
  const details = detailsIn(source.document);
  const whole = { span: { start: 0, end: source.text.length }, entries: [] };
  if (sections.length === 0) yield* definitionsIn(whole, source, mentions, details);
  for (const section of sections) yield sectionSymbol(source, section, mentions, details);
}

function sectionSymbol(
  source: Source,
  section: Section,
  mentions: readonly Mention[],
  details: Details,
): FileSymbol {
  const { name, keySpan, span, entries } = section;
  const kind = entryKinds.get(name);
  const symbol = { name, span, selection: keySpan };
  if (!kind) {
    const { text } = source;
    const end = Math.min(lineAt(text, span.start).end, span.end);
    const value = text.slice(keySpan.end, end).replace(/^[ \t]*:|[ \t]#.*$/g, '');
    return { ...symbol, kind: 'key', detail: clean(value), children: [] };
  }
  const own = mentionsWithin(span, mentions);
  const children = definitionsIn(section, source, own, details);
  const named = new Set(children.map((child) => stretchAround(entries, child.selection)));
  for (const entry of entries)
    if (!named.has(entry)) children.push(namelessSymbol(source.text, entry, kind));
  children.sort((one, other) => one.span.start - other.span.start);
  return { ...symbol, kind: 'section', detail: '', children };
}

/** Of some in the order of the text. */
function mentionsWithin(span: Span, mentions: readonly Mention[]): readonly Mention[] {
  const [first, end] = [span.start, span.end].map((at) =>
    countBefore(mentions, (one) => one.span.start, at),
  );
  return mentions.slice(first, end).filter((one) => isWithin(one.span, span));
}

/** What is defined, and below a team its members. */
function definitionsIn(
  { span: around, entries }: Pick<Section, 'span' | 'entries'>,
  source: Source,
  mentions: readonly Mention[],
  details: Details,
): FileSymbol[] {
  const symbols: FileSymbol[] = [];
  let team: { span: Span; readonly children: FileSymbol[] } | undefined;
  for (const mention of mentions) {
    const { name, span } = mention;
    if (!mention.isDefinition && !(team && mention.kind === 'address')) continue;
    const selection = nameSpan(source.text, mention);
    const children: FileSymbol[] = [];
    const named = { name: shown(name), detail: '', selection, children };
    if (mention.isDefinition) {
      const known = details.get(span.start);
      const isKnown = known && isWithin(known.span, around);
      const whole = stretchAround(entries, selection) ?? (isKnown ? known.span : span);
      const symbol = { kind: kindOf(mention), ...named, ...known?.shown, span: whole };
      symbols.push(symbol);
      team = symbol.kind === 'team' ? symbol : undefined;
    } else if (team) {
      team.children.push({ kind: 'guest', ...named, span });
      team.span = { start: team.span.start, end: Math.max(team.span.end, span.end) };
    }
  }
  return symbols;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function kindOf({ kind }: Mention): FileSymbol['kind'] {
  switch (kind) {
    case 'space':
    case 'team':
    case 'page':
      return kind;
    case 'address':
    case 'account':
    case 'group':
      return 'guest';
  }
}

function namelessSymbol(text: string, entry: Span, kind: FileSymbol['kind']): FileSymbol {
  const end = Math.min(lineAt(text, entry.start).end, entry.end);
  const name = shown(text.slice(entry.start, end).replace(/^-[ \t]*/, ''));
  return { kind, name, detail: '', span: entry, selection: { ...entry, end }, children: [] };
}

/** What the outline shows of what was understood, by where its name begins. */
type Details = ReadonlyMap<number, Detail>;

interface Detail {
  readonly span: Span;
  readonly shown: Partial<Pick<FileSymbol, 'name' | 'detail'>>;
}

function detailsIn({ spaces, guests = [], pages = [] }: Document): Details {
  const details = new Map<number, Detail>();
  for (const { span, manage } of spaces.values())
    details.set(span.start, { span, shown: { detail: manage } });
  for (const { span, emailSpan, name, space } of guests) {
    const detail = name === undefined ? space : `${name} · ${space}`;
    details.set(emailSpan.start, { span, shown: { detail: clean(detail) } });
  }
  for (const { span, idSpan, id, title } of pages)
    details.set(idSpan.start, {
      span,
      shown: title === undefined ? {} : { name: shown(title), detail: id },
    });
  return details;
}

function shown(text: string): string {
  return clean(text) || '…';
}

/** Text from the file, short and without what could turn the words around it. */
function clean(text: string): string {
  const tame = steers(text) ? say(sentence('{text}', { text })) : text;
  return excerpt(tame.trim());
}
