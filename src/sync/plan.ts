import { groupBy } from '../document/groupBy';
import type { Document } from '../document/model';
import { join, type Draft } from './draft';
import type { Finding } from './finding';
import { fingerprintOf } from './fingerprint';
import { countRemovals, refusalsOf, type Removal } from './guard';
import type { Memory } from './journal';
import type { Live } from './live';
import type { Caller } from './model';
import { planGuests } from './planGuests';
import { planPages } from './planPages';
import type { Step } from './step';
import { worldOf } from './world';

/** The ordered way from live to desired. It is data: it is reviewed, and exactly it is applied. */
export interface Plan {
  /** Stands for the steps and the live state beneath them. */
  readonly fingerprint: string;
  readonly origin: string;
  /** When the site was read, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly caller: Caller;
  readonly steps: readonly Step[];
  /** What the file asks for and cannot be done now, with the remedy. */
  readonly blocked: readonly Finding[];
  /** What a reader of the plan should know. */
  readonly notices: readonly Finding[];
  /** Why the plan must not be applied unless a person allows it; see {@link Removal}. */
  readonly refusals: readonly Finding[];
  readonly removals: Removal;
  /** Always 0: the only role this product can give is the Guest role. */
  readonly paidSeats: 0;
}

/**
 * Compare the file with the site. Pure: `today` (`YYYY-MM-DD`), what the journal remembers and the
 * live state are arguments. The file must have no problem of severity `error`.
 */
export function makePlan(document: Document, live: Live, memory: Memory, today: string): Plan {
  const world = worldOf(document, live, memory, today);
  const guests = planGuests(world);
  const pages = planPages(world, guests.steps);
  return toPlan(
    { ...join([guests, pages]), steps: revokeLast(guests.steps, pages.steps) },
    document,
    live,
  );
}

/** The Guest role stays until the page entries are gone, for without it nobody would look for them again. */
function revokeLast(guestSteps: readonly Step[], pageSteps: readonly Step[]): readonly Step[] {
  const entries = groupBy(
    pageSteps.filter((step) => step.kind === 'disallow'),
    (step) => ('who' in step ? step.who.accountId : undefined),
  );
  const revised = guestSteps.map((step): Step => {
    if (step.kind !== 'revoke') return step;
    const ids = entries.get(step.who.accountId)?.map(({ id }) => id) ?? [];
    return { ...step, after: [...step.after, ...ids] };
  });
  return [...revised, ...pageSteps];
}

/** A plan from what is to be done: in order, with its fingerprint and its guard rails. */
export function toPlan(draft: Draft, document: Document, live: Live): Plan {
  const steps = inOrder(draft.steps);
  const removals = countRemovals(steps, document, live);
  return {
    fingerprint: fingerprintOf(live.origin, steps),
    origin: live.origin,
    readAt: live.readAt,
    caller: live.caller,
    steps,
    blocked: draft.blocked,
    notices: draft.notices,
    refusals: refusalsOf(removals, document),
    removals,
    paidSeats: 0,
  };
}

/** Additions before removals; on revocation page entries, then the space, then the Guest role. */
const order: readonly Step['kind'][] = [
  'invite',
  'move',
  'grant',
  'changeRole',
  'close',
  'open',
  'allow',
  'disallow',
  'leave',
  'revoke',
];

function inOrder(steps: readonly Step[]): readonly Step[] {
  const byKind = groupBy(steps, ({ kind }) => kind);
  return order.flatMap((kind) => byKind.get(kind) ?? []);
}
