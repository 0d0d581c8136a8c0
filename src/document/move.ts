import type { Guest, OwnedSpace, Principal, Problem, SharedPage, Span, Team } from './model';

/** Something with places, which are counted from an offset of the text. */
export interface Placed<Content> {
  readonly at: number;
  readonly content: Content;
}

/** The stretch so many code units further on. */
export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function moveProblem(one: Problem, by: number): Problem {
  return {
    ...one,
    span: moveSpan(one.span, by),
    related: one.related.map((other) => ({ ...other, span: moveSpan(other.span, by) })),
  };
}

export function moveSpace(space: OwnedSpace, by: number): OwnedSpace {
  return { ...space, span: moveSpan(space.span, by) };
}

export function moveTeam(team: Team, by: number): Team {
  return {
    ...team,
    members: team.members.map(({ email, span }) => ({ email, span: moveSpan(span, by) })),
    span: moveSpan(team.span, by),
  };
}

export function moveGuest(guest: Guest, by: number): Guest {
  return {
    ...guest,
    span: moveSpan(guest.span, by),
    emailSpan: moveSpan(guest.emailSpan, by),
    spaceSpan: moveSpan(guest.spaceSpan, by),
    ownerSpan: guest.ownerSpan && moveSpan(guest.ownerSpan, by),
  };
}

export function movePage(page: SharedPage, by: number): SharedPage {
  return {
    ...page,
    view: page.view && movePrincipals(page.view, by),
    edit: page.edit && movePrincipals(page.edit, by),
    span: moveSpan(page.span, by),
    idSpan: moveSpan(page.idSpan, by),
  };
}

function movePrincipals(list: readonly Principal[], by: number): readonly Principal[] {
  return list.map((one) => ({ ...one, span: moveSpan(one.span, by) }));
}
