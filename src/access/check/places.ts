import type { Document } from '../../document/model';
import { sentence } from '../../document/sentence';
import { findingOf, valueOf } from './asked';
import { adminScreen } from './fixers';
import type { Found } from './found';
import { fromPlan } from './plan';
import { no, unknown, yes, type Finding, type Fixer, type Places } from './report';

/** The numbers behind what is said about places. */
export function placesOf({ organization: { users, guests, workspace } }: Found): Places {
  return {
    seats: valueOf(users),
    guests: valueOf(guests),
    capacity: valueOf(workspace)?.capacity,
  };
}

const noPlaces: Finding = {
  ...no(sentence('This plan has neither guests nor paid seats.')),
  how: fromPlan,
};

/** How many seats are paid, for each of which some guests are free. */
export function judgeSeats({ organization: { users } }: Found, plan: Finding): Finding {
  if (plan.answer === 'no') return noPlaces;
  return findingOf(users, (count) =>
    count > 0
      ? yes(sentence('{count} users have a paid seat.', { count }))
      : no(sentence('Nobody has a paid seat.')),
  );
}

/** Whether the free guests of the paid seats are used up. */
export function judgeGuests(
  { organization: { users, guests } }: Found,
  { limits: { guestsPerPaidUser }, organization: id }: Pick<Document, 'limits' | 'organization'>,
  plan: Finding,
): Finding {
  if (plan.answer === 'no') return noPlaces;
  return findingOf(users, (seats) =>
    findingOf(guests, (used) => {
      const most = seats * guestsPerPaidUser;
      const counts = { used, most, left: Math.max(0, most - used), ratio: guestsPerPaidUser };
      return used < most
        ? yes(
            sentence(
              '{used} of {most} free guests are used and {left} are left, {ratio} for each paid seat.',
              counts,
            ),
          )
        : no(
            sentence('All {most} free guests are used, {ratio} for each paid seat.', counts),
            makeRoom(id),
          );
    }),
  );
}

/** Whether the site takes one more person, paid or guest. */
export function judgeUserLimit(
  { organization: { workspace, users, guests } }: Found,
  { organization: id }: Pick<Document, 'organization'>,
): Finding {
  return findingOf(workspace, (found) => {
    const limit = found?.capacity;
    if (limit === undefined) {
      return unknown(sentence('The organization does not tell the user limit of the site.'));
    }
    return findingOf(users, (seats) =>
      findingOf(guests, (used) => {
        const counts = { count: seats + used, limit };
        return counts.count < limit
          ? yes(sentence('{count} of {limit} users and guests are there.', counts))
          : no(
              sentence('The site is full: it has {count} of {limit} users and guests.', counts),
              makeRoom(id),
            );
      }),
    );
  });
}

function makeRoom(id: string | undefined): Fixer {
  return {
    who: 'siteAdmin',
    remedy: sentence('Remove guests who are done, or pay for more users'),
    link: adminScreen(id),
  };
}
