import { sentence } from '../document/sentence';
import type { Document } from '../document/model';
import { siteSpan } from '../document/site';
import { guestsIn, type Live } from './live';
import type { Finding } from './finding';
import type { Step } from './step';

/** How many guests a plan removes, against how many it may. */
export interface Removal {
  /** Guests who lose their space or their Guest role. */
  readonly guests: number;
  /** Guests in the owned spaces today. */
  readonly of: number;
  /** `limits.removals` in guests. */
  readonly limit: number;
}

export function countRemovals(steps: readonly Step[], document: Document, live: Live): Removal {
  const removed = new Set(
    steps.flatMap((step) =>
      step.kind === 'leave' || step.kind === 'revoke' ? [step.who.accountId] : [],
    ),
  );
  const present = new Set(
    [...document.spaces.keys()].flatMap((key) =>
      guestsIn(live, key).map(({ accountId }) => accountId),
    ),
  );
  const { removals } = document.limits;
  const limit =
    'count' in removals ? removals.count : Math.floor((present.size * removals.percent) / 100);
  return { guests: removed.size, of: present.size, limit };
}

/** The reasons why a plan needs a person's word beyond the ordinary confirmation. */
export function refusalsOf(removal: Removal, document: Document): readonly Finding[] {
  if (removal.guests <= removal.limit) return [];
  return [
    {
      code: 'removalCap',
      span: siteSpan(document),
      sentence: sentence(
        removal.guests === 1
          ? 'This plan removes {guests} of {of} guests and `limits.removals` allows {limit}; check that the file is complete, then allow exactly 1 removal or raise the limit'
          : 'This plan removes {guests} of {of} guests and `limits.removals` allows {limit}; check that the file is complete, then allow exactly {guests} removals or raise the limit',
        { guests: removal.guests, of: removal.of, limit: removal.limit },
      ),
    },
  ];
}
