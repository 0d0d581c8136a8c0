import type { SectionName } from '../document/cut';
import type { Document, Guest, Problem, SharedPage, Team } from '../document/model';
import type { Parsed } from '../document/parse';
import type { EntryAt } from '../document/recall';

/** All of a reading that may be long. */
interface Lists {
  readonly problems: readonly Problem[];
  readonly teams: readonly Team[];
  readonly guests: readonly Guest[];
  readonly pages: readonly SharedPage[];
  readonly spaceEntries: readonly EntryAt<'spaces'>[];
  readonly teamEntries: readonly EntryAt<'teams'>[];
  readonly guestEntries: readonly EntryAt<'guests'>[];
  readonly pageEntries: readonly EntryAt<'pages'>[];
}

/** The rest. */
interface Frame {
  readonly header: Omit<Document, 'teams' | 'guests' | 'pages'>;
  /** The sections that the file has, be they empty. */
  readonly present: readonly SectionName[];
  /** The sections of the memory, if there is one. */
  readonly remembered: readonly SectionName[] | undefined;
}

/** A part of a reading, so small that taking it over from another thread delays nobody. */
export type Parcel = Partial<Lists> & { readonly frame?: Frame };

/** Of the items in one parcel; so many are taken over in a few milliseconds. */
const most = 500;

/** All parcels of the reading of a text; what is remembered of an earlier text stays behind. */
export function* parcelsOf({ document, problems, memory }: Parsed, text: string): Iterable<Parcel> {
  const { teams, guests, pages, ...header } = document;
  const entries = memory?.text === text ? memory.entries : undefined;
  yield {
    frame: {
      header,
      present: [...(guests ? (['guests'] as const) : []), ...(pages ? (['pages'] as const) : [])],
      remembered: entries && (Object.keys(entries) as SectionName[]),
    },
  };
  const lists: Lists = {
    problems,
    teams: [...teams.values()],
    guests: guests ?? [],
    pages: pages ?? [],
    spaceEntries: entries?.spaces ?? [],
    teamEntries: entries?.teams ?? [],
    guestEntries: entries?.guests ?? [],
    pageEntries: entries?.pages ?? [],
  };
  for (const [name, items] of Object.entries<readonly unknown[]>({ ...lists }))
    for (let at = 0; at < items.length; at += most) yield { [name]: items.slice(at, at + most) };
}

/** The reading of a text from all of its parcels, in their order. */
export function joinParcels(parcels: readonly Parcel[], text: string): Parsed {
  const frame = parcels.find((parcel) => parcel.frame)?.frame;
  if (!frame) throw new RangeError('A reading has a frame.');
  const all = <Name extends keyof Lists>(name: Name) =>
    parcels.flatMap((parcel): readonly Lists[Name][number][] => parcel[name] ?? []);
  const { header, present, remembered } = frame;
  const entries = {
    spaces: all('spaceEntries'),
    teams: all('teamEntries'),
    guests: all('guestEntries'),
    pages: all('pageEntries'),
  };
  return {
    document: {
      ...header,
      teams: new Map(all('teams').map((team) => [team.name, team])),
      guests: present.includes('guests') ? all('guests') : undefined,
      pages: present.includes('pages') ? all('pages') : undefined,
    },
    problems: all('problems'),
    memory: remembered && {
      text,
      entries: Object.fromEntries(remembered.map((name) => [name, entries[name]])),
    },
  };
}
