import type { Guest, SharedPage } from '../../document/model';
import { isSameSite, readPageAddress } from '../../document/pageAddress';
import { readPrincipal } from '../../document/principal';
import { nameOf, slotAt } from '../completion/slot';
import type { Hover } from '../hover';
import type { Known } from '../known';
import { backOverSpace, unquote } from '../line';
import { placeAt, type Place } from '../place';
import { principalLines } from './declared';
import { guestLines } from './guest';
import { expiresLines, keyLines, manageLines } from './key';
import type { Line } from './lines';
import { bareLines, pageLines } from './page';
import { ownerLines, teamLines } from './people';
import { roleLines } from './role';
import { spaceLines } from './space';

type Path = Place['path'];

/** A key, or a value as its text alone says it, which half-typed entries have too. */
export function writtenAt(text: string, offset: number, known: Known): Hover | undefined {
  const place = placeAt(text, offset);
  if (!place) return undefined;
  const { start } = place.span;
  // A place goes on to the cursor, for what is typed there belongs to it.
  const end = backOverSpace(text, start, place.span.end);
  const word = unquote(text.slice(start, end));
  // What stands behind an alias is written elsewhere.
  if (offset > end || word === '' || word.startsWith('*')) return undefined;
  const lines = linesFor(place, word, known);
  return lines && { span: { start, end }, lines };
}

function linesFor(place: Place, word: string, known: Known): readonly Line[] | undefined {
  switch (place.kind) {
    case 'key':
      return nameLines(place.path, word, known);
    case 'item':
      return itemLines(place, word, known);
    case 'value':
      return (
        valueLines(place, word, known) ??
        keyLinesAt(place.path.slice(0, -1), place.path.at(-1) ?? '')
      );
  }
}

/** Below `spaces` and `teams` the keys are names. */
function nameLines(path: Path, name: string, known: Known): readonly Line[] | undefined {
  switch (path.join(' ')) {
    case 'spaces':
      return spaceLines(name, known);
    case 'teams':
      return teamLines(name, known);
    default:
      return keyLinesAt(path, name);
  }
}

/** What a key means where it stands; nothing for one that means nothing there. */
function keyLinesAt(path: Path, name: string): readonly Line[] | undefined {
  const slot = slotAt(nameOf(path));
  return slot.kind === 'keys' && Object.hasOwn(slot.keys, name) ? keyLines(name) : undefined;
}

function itemLines(
  { path: [section, ...rest], span }: Place,
  written: string,
  known: Known,
): readonly Line[] | undefined {
  if (section === 'teams') return guestLines(written, undefined, known);
  if (section !== 'pages' || rest.length < 2) return undefined;
  const { principal } = readPrincipal(written, span);
  return principal && principalLines(principal, known);
}

function valueLines(
  { path, entry }: Place,
  value: string,
  known: Known,
): readonly Line[] | undefined {
  const [section] = path;
  switch (`${section ?? ''} ${path.at(-1) ?? ''}`) {
    case 'guests email':
      return guestLines(value, undefined, known);
    case 'guests name':
      return about(known.document.guests, entry, (guest: Guest) =>
        guestLines(guest.email, guest, known),
      );
    case 'guests space':
      return spaceLines(value, known);
    case 'guests role':
      return roleLines(value, known);
    case 'guests expires':
      return entry?.fields.get('access') === 'revoked'
        ? undefined
        : expiresLines(value, known.today);
    case 'guests owner':
      return ownerLines(value, known);
    case 'pages title':
      return about(known.document.pages, entry, (page: SharedPage) => pageLines(page, known));
    case 'pages page':
      return addressedPage(value, known);
    case 'spaces manage':
      return manageLines(value);
    default:
      return undefined;
  }
}

/** What is said of the entry around a place, if it was understood. */
function about<Declared extends Guest | SharedPage>(
  declared: readonly Declared[] | undefined,
  entry: Place['entry'],
  say: (one: Declared) => readonly Line[],
): readonly Line[] | undefined {
  const found = entry && declared?.find(({ span }) => span.start === entry.start);
  return found && say(found);
}

/** A page whose entry could not be understood; one of another site is none of this file. */
function addressedPage(written: string, known: Known): readonly Line[] | undefined {
  const address = readPageAddress(written);
  if ('refused' in address) return undefined;
  const { id, origin } = address;
  const { site } = known.document;
  return origin === undefined || (site && isSameSite(origin, site.origin))
    ? bareLines(id, known)
    : undefined;
}
