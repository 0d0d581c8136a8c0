import type { Document } from '../document/model';
import { principalsOn } from '../document/principal';
import type { Mention } from './mention';
import { define, mentionIn, mentionsOfPage, use } from './mention';

/** Everything that is named in what was understood of a file. */
export function* mentionsIn({ spaces, teams, guests, pages }: Document): Iterable<Mention> {
  for (const { key, span } of spaces.values()) yield define('space', key, span);
  for (const { name, span, members } of teams.values()) {
    yield define('team', name, span);
    for (const member of members) yield use('address', member.email, member.span);
  }
  for (const { email, emailSpan, space, spaceSpan, owner, ownerSpan } of guests ?? []) {
    yield define('address', email, emailSpan);
    yield use('space', space, spaceSpan);
    if (owner !== undefined && ownerSpan) yield use('address', owner, ownerSpan);
  }
  for (const page of pages ?? []) {
    yield* mentionsOfPage(page, page.idSpan);
    for (const principal of principalsOn(page)) yield mentionIn(principal);
  }
}
