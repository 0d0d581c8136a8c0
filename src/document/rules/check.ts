import type { Contents } from '../contents';
import type { Problem } from '../model';
import { endingAccess } from './dates';
import { guestsOutsideSpaces, internalGuests, repeatedGuests } from './guests';
import { unknownNames } from './names';
import { pagesOutsideSpaces, pagesWithoutStaff, repeatedPages } from './pages';
import type { Rule } from './rule';
import { indexOf } from './rule';
import { guestsOnNoPage, guestsOutsidePages, revokedOnPages, viewersWhoEdit } from './sharing';

const rules: readonly Rule[] = [
  repeatedGuests,
  guestsOutsideSpaces,
  internalGuests,
  endingAccess,
  unknownNames,
  repeatedPages,
  pagesOutsideSpaces,
  pagesWithoutStaff,
  viewersWhoEdit,
  guestsOutsidePages,
  revokedOnPages,
  guestsOnNoPage,
];

/** What the entries of a file say wrongly together; `today` is `YYYY-MM-DD`. */
export function* checkRules(contents: Contents, today: string): Iterable<Problem> {
  const index = indexOf(contents, today);
  for (const rule of rules) yield* rule(index);
}
