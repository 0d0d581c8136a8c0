import type { Document } from '../../document/model';
import { sentence } from '../../document/sentence';
import { siteSpan } from '../../document/site';
import { pendingSteps, type InviteStep } from '../../sync/step';
import type { Places } from '../check/report';
import type { SiteFacts, SiteProblem } from './problem';

/** From this share on the free guests count as nearly used up. */
const near = 0.8;

/**
 * The free guests of the paid seats and the users that the site takes: which of the guests to invite
 * do not fit, in file order, for a sync invites before it removes anybody.
 */
export function quotaProblems({ document, reading, report }: SiteFacts): readonly SiteProblem[] {
  if (!report || report.lines.some(({ topic, answer }) => topic === 'plan' && answer === 'no')) {
    return [];
  }
  const { places, readAt } = report;
  const invitations = (reading ? pendingSteps(reading.plan) : [])
    .filter((step): step is InviteStep => step.kind === 'invite')
    .sort((one, other) => one.span.start - other.span.start);
  const excess = [
    ...withoutFreePlace(invitations, document, places),
    ...withoutUser(invitations, places),
  ];
  const told = new Set<number>();
  const problems = excess.filter(({ span }) => !told.has(span.start) && told.add(span.start));
  return (problems.length > 0 ? problems : nearly(invitations.length, document, places)).map(
    (problem) => ({ ...problem, step: undefined, related: [], readAt }),
  );
}

type Bare = Pick<SiteProblem, 'code' | 'span' | 'sentence'>;

function withoutFreePlace(
  invitations: readonly InviteStep[],
  { limits: { guestsPerPaidUser: ratio } }: Document,
  { seats, guests: used }: Places,
): readonly Bare[] {
  if (seats === undefined || used === undefined) return [];
  const most = seats * ratio;
  return beyond(most - used, invitations).map(({ who, span, ahead }) => ({
    code: 'quotaExceeded',
    span,
    sentence: sentence(
      ahead === 0
        ? '{who} does not fit: {used} of {most} free guests are used, {ratio} for each paid seat; remove guests who are done, or pay for more seats'
        : '{who} does not fit: {used} of {most} free guests are used, {ratio} for each paid seat, and the invitations above take the rest; remove guests who are done, or pay for more seats',
      { who: who.label, used, most, ratio },
    ),
  }));
}

function withoutUser(
  invitations: readonly InviteStep[],
  { seats, guests, capacity: limit }: Places,
): readonly Bare[] {
  if (seats === undefined || guests === undefined || limit === undefined) return [];
  const count = seats + guests;
  return beyond(limit - count, invitations).map(({ who, span, ahead }) => ({
    code: 'siteLimit',
    span,
    sentence: sentence(
      ahead === 0
        ? '{who} does not fit: the site has {count} of {limit} users and guests; remove people who are done, or pay for more users'
        : '{who} does not fit: the site has {count} of {limit} users and guests, and the invitations above take the rest; remove people who are done, or pay for more users',
      { who: who.label, count, limit },
    ),
  }));
}

/** The invitations for which no place is left, with how many come before them. */
function beyond(
  left: number,
  invitations: readonly InviteStep[],
): readonly (InviteStep & { readonly ahead: number })[] {
  return invitations
    .map((step, ahead) => ({ ...step, ahead }))
    .filter(({ ahead }) => ahead >= left);
}

function nearly(
  invited: number,
  document: Document,
  { seats, guests: used }: Places,
): readonly Bare[] {
  if (seats === undefined || used === undefined) return [];
  const ratio = document.limits.guestsPerPaidUser;
  const most = seats * ratio;
  const after = used + invited;
  if (after < near * most) return [];
  return [
    {
      code: 'quotaNear',
      span: siteSpan(document),
      sentence: sentence(
        invited === 0
          ? '{used} of {most} free guests are used, {ratio} for each paid seat'
          : '{used} of {most} free guests are used, {ratio} for each paid seat, and the invitations of this file make it {after}',
        { used, most, ratio, after },
      ),
    },
  ];
}
