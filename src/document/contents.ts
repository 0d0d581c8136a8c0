import type { Node } from 'yaml';
import { addressKey } from './address';
import type { GuestEntry } from './guest';
import { readGuest } from './guest';
import { readHeader } from './header';
import type { Document, OwnedSpace, Team } from './model';
import { locate, valueOf } from './node';
import type { PageEntry } from './page';
import { readPage } from './page';
import { listAt, mappingAt } from './section';
import type { Reading, Slots } from './slot';
import { readSpace } from './space';
import { readTeam } from './team';

/** A section of the file as far as it was understood. */
export interface Section<Entry> {
  readonly entries: readonly Entry[];
  /** Whether the file has the section's key. */
  readonly present: boolean;
  /** The names of entries that are written but have errors. */
  readonly unread: ReadonlySet<string>;
  /** Everything written was seen; otherwise a name that is not here may well be in the file. */
  readonly complete: boolean;
}

/** The document with what the rules need besides: places, and what could not be understood. */
export interface Contents {
  readonly document: Document;
  readonly spaces: Section<OwnedSpace>;
  readonly teams: Section<Team>;
  readonly guests: Section<GuestEntry>;
  readonly pages: Section<PageEntry>;
}

/** Reads the sections entry by entry; `whole` is false when syntax errors may hide some of them. */
export function readContents(slots: Slots, reading: Reading, whole: boolean): Contents {
  const header = readHeader(slots, reading);
  const pageContext = {
    origin: header.site?.origin,
    internalDomains: new Set(header.internalDomains),
  };

  function section<Raw, Entry>(
    key: string,
    split: (key: string) => readonly Raw[] | undefined,
    readEntry: (raw: Raw) => Entry | undefined,
    nameOf: (raw: Raw) => string,
  ): Section<Entry> {
    const present = slots(key).keySpan !== undefined;
    const raws = split(key);
    const entries: Entry[] = [];
    const unread = new Set<string>();
    for (const raw of raws ?? []) {
      const entry = readEntry(raw);
      if (entry === undefined) unread.add(nameOf(raw));
      else entries.push(entry);
    }
    return { entries, present, unread, complete: whole && (raws !== undefined || !present) };
  }

  const list = (key: string) => listAt(slots(key), reading);
  const mapping = (key: string) => mappingAt(slots(key), reading);
  const spaces = section(
    'spaces',
    mapping,
    (field) => readSpace(field, reading),
    (field) => field.name,
  );
  const teams = section(
    'teams',
    mapping,
    (field) => readTeam(field, reading),
    (field) => field.name,
  );
  const guests = section(
    'guests',
    list,
    (node) => readGuest(node, reading),
    (node) => addressKey(textAt(node, 'email')),
  );
  const pages = section(
    'pages',
    list,
    (node) => readPage(node, pageContext, reading),
    (node) => textAt(node, 'page'),
  );
  return {
    document: {
      ...header,
      spaces: new Map(spaces.entries.map((space) => [space.key, space])),
      teams: new Map(teams.entries.map((team) => [team.name, team])),
      guests: guests.present ? guests.entries.map(({ guest }) => guest) : undefined,
      pages: pages.present ? pages.entries.map(({ page }) => page) : undefined,
    },
    spaces,
    teams,
    guests,
    pages,
  };
}

function textAt(node: Node | undefined, key: string): string {
  const value = valueOf(locate(node, [key]).node);
  return typeof value === 'string' ? value : '';
}
