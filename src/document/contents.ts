import type { SectionName } from './cut';
import type { GuestEntry } from './guest';
import { readHeader } from './header';
import type { Document, OwnedSpace, Team } from './model';
import type { Placed } from './move';
import { moveProblem } from './move';
import type { PageEntry } from './page';
import type { EntryOf, Part } from './part';
import { readParts } from './part';
import type { Entries } from './recall';
import { entriesAt } from './section';
import { settlePage } from './settle';
import type { Reading, Slot, Slots } from './slot';

/** A section of the file as far as it was understood. */
export interface Section<Entry> {
  readonly entries: readonly Placed<Entry>[];
  /** Whether the file has the section's key. */
  readonly present: boolean;
  /** The names of entries that are written but have errors. */
  readonly unread: ReadonlySet<string>;
  /** Everything written was seen; otherwise a name that is not here may well be in the file. */
  readonly complete: boolean;
}

/** The parts of the file that are no lists of entries. */
export type Header = Pick<Document, 'site' | 'organization' | 'internalDomains' | 'limits'>;

/** All that the file says, and what could not be understood. */
export interface Contents {
  readonly header: Header;
  readonly spaces: Section<OwnedSpace>;
  readonly teams: Section<Team>;
  readonly guests: Section<GuestEntry>;
  readonly pages: Section<PageEntry>;
}

/** An entry, or lines that have not the form of one. */
type PlacedPart<Entry> = Placed<Part<Entry> | undefined>;

/** Puts the sections together; `whole` is false when syntax errors may hide some of their entries. */
export function readContents(
  slots: Slots,
  known: Entries,
  reading: Reading,
  whole: boolean,
): Contents {
  const { problems } = reading;
  const header = readHeader(slots, reading);
  const setting = { site: header.site, internalDomains: new Set(header.internalDomains) };

  function section<Name extends SectionName>(
    name: Name,
    settle = ({ content }: Placed<EntryOf[Name]>): EntryOf[Name] | undefined => content,
  ): Section<EntryOf[Name]> {
    const slot = slots(name);
    const present = slot.keySpan !== undefined;
    const parts: readonly PlacedPart<EntryOf[Name]>[] | undefined =
      known[name] ?? readAt(name, slot, reading);
    const entries: Placed<EntryOf[Name]>[] = [];
    const unread = new Set<string>();
    const keys = new Set<string>();
    for (const { at, content: part } of parts ?? []) {
      // Of entries with the same key the first counts.
      if (!part || (part.keySpan && keys.has(part.name))) continue;
      if (part.keySpan) keys.add(part.name);
      for (const one of part.problems) problems.push(moveProblem(one, at));
      const content = part.entry && settle({ at, content: part.entry });
      if (content === undefined) unread.add(part.name);
      else entries.push({ at, content });
    }
    return { entries, present, unread, complete: whole && (parts !== undefined || !present) };
  }

  return {
    header,
    spaces: section('spaces'),
    teams: section('teams'),
    guests: section('guests'),
    pages: section('pages', (entry) => settlePage(entry, setting, problems)),
  };
}

/** The entries of a section that was read in one go. */
function readAt<Name extends SectionName>(
  name: Name,
  slot: Slot,
  reading: Reading,
): readonly PlacedPart<EntryOf[Name]>[] | undefined {
  const node = entriesAt(slot, reading);
  return node && readParts[name](node, reading.text).map((content) => ({ at: 0, content }));
}
