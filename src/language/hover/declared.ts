import { isWithin } from '../../document/around';
import type { Guest, Principal, SharedPage, Span, Team } from '../../document/model';
import { principalsOn } from '../../document/principal';
import type { Hover } from '../hover';
import type { Known } from '../known';
import { guestLines } from './guest';
import type { Line } from './lines';
import { pageLines } from './page';
import { groupLines, teamLines, userLines } from './people';
import { spaceLines } from './space';

/** A name in an entry that was understood. */
export function declaredAt(offset: number, known: Known): Hover | undefined {
  const { guests = [], pages = [], teams, spaces } = known.document;
  const isHere = ({ span }: { readonly span: Span }): boolean => isWithin(span, offset);
  const guest = guests.find(isHere);
  if (guest) return inGuest(guest, offset, known);
  const page = pages.find(isHere);
  if (page) return inPage(page, offset, known);
  const space = [...spaces.values()].find(isHere);
  if (space) return { span: space.span, lines: spaceLines(space.key, known) };
  for (const team of teams.values()) {
    const found = inTeam(team, offset, known);
    if (found) return found;
  }
  return undefined;
}

function inGuest(guest: Guest, offset: number, known: Known): Hover | undefined {
  const { email, emailSpan, space, spaceSpan } = guest;
  if (isWithin(emailSpan, offset)) {
    return { span: emailSpan, lines: guestLines(email, guest, known) };
  }
  // A space without a place of its own has that of the entry.
  return isWithin(spaceSpan, offset) && !isWithin(spaceSpan, emailSpan.start)
    ? { span: spaceSpan, lines: spaceLines(space, known) }
    : undefined;
}

function inPage(page: SharedPage, offset: number, known: Known): Hover | undefined {
  const { idSpan } = page;
  if (isWithin(idSpan, offset)) return { span: idSpan, lines: pageLines(page, known) };
  const principal = principalsOn(page).find(({ span }) => isWithin(span, offset));
  return principal && { span: principal.span, lines: principalLines(principal, known) };
}

function inTeam({ name, span, members }: Team, offset: number, known: Known): Hover | undefined {
  if (isWithin(span, offset)) return { span, lines: teamLines(name, known) };
  const member = members.find((one) => isWithin(one.span, offset));
  return member && { span: member.span, lines: guestLines(member.email, undefined, known) };
}

export function principalLines(principal: Principal, known: Known): readonly Line[] {
  switch (principal.kind) {
    case 'guest':
      return guestLines(principal.email, undefined, known);
    case 'team':
      return teamLines(principal.name, known);
    case 'group':
      return groupLines(principal.name, known);
    case 'user':
      return userLines(principal.user, known);
  }
}
