import type { Guest, SharedPage } from '../../document/model';
import { readPageAddress } from '../../document/pageAddress';
import { readPrincipal } from '../../document/principal';
import type { Hover } from '../hover';
import type { Known } from '../known';
import { unquote } from '../line';
import { placeAt, type Place } from '../place';
import { principalLines } from './declared';
import { guestLines } from './guest';
import { expiresLines, keyLines, manageLines } from './key';
import type { Line } from './lines';
import { bareLines, pageLines } from './page';
import { teamLines } from './people';
import { roleLines } from './role';
import { spaceLines } from './space';

/** A key, or a value as its text alone says it, which half-typed entries have too. */
export function writtenAt(text: string, offset: number, known: Known): Hover | undefined {
  const place = placeAt(text, offset);
  if (!place) return undefined;
  const word = unquote(text.slice(place.span.start, place.span.end));
  // What stands behind an alias is written elsewhere.
  const lines = word === '' || word.startsWith('*') ? undefined : linesFor(place, word, known);
  return lines && { span: place.span, lines };
}

function linesFor(place: Place, word: string, known: Known): readonly Line[] | undefined {
  switch (place.kind) {
    case 'key':
      return nameLines(place.path.at(-1), word, known);
    case 'item':
      return itemLines(place, word, known);
    case 'value':
      return valueLines(place, word, known) ?? keyLines(place.path.at(-1) ?? '');
  }
}

/** Below `spaces` and `teams` the keys are names. */
function nameLines(
  section: string | undefined,
  name: string,
  known: Known,
): readonly Line[] | undefined {
  switch (section) {
    case 'spaces':
      return spaceLines(name, known);
    case 'teams':
      return teamLines(name, known);
    default:
      return keyLines(name);
  }
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
      return expiresLines(value, known.today);
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
  return origin === undefined || origin === known.document.site?.origin
    ? bareLines(id, known)
    : undefined;
}
