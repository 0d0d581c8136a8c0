import { addressKey } from '../document/address';
import { groupBy } from '../document/groupBy';
import type { Guest } from '../document/model';
import { onceEach } from '../document/once';
import type { Finding } from '../sync/finding';
import type { Step } from '../sync/step';
import { saysSame, troublesOf, type Reading, type Trouble } from './reading';

/** What a reading says about one entry of the file. */
export interface GuestFacts {
  readonly reading: Reading;
  readonly steps: readonly Step[];
  readonly trouble: Trouble | undefined;
  /** What could not be planned. */
  readonly blocked: Finding | undefined;
  /** Invited, and not accepted yet. */
  readonly invited: boolean;
}

/**
 * Look up entries in a reading. An entry that was written or changed after the reading has no facts,
 * for nobody has asked the site about it.
 */
export const factsFrom = onceEach((reading: Reading): FactsOf => {
  const { document, live, plan } = reading;
  const entries = groupBy(document.guests ?? [], ({ email }) => email);
  const steps = groupBy(plan.steps, keyOf);
  const troubles = new Map(troublesOf(reading).map((trouble) => [keyOf(trouble.step), trouble]));
  const blocked = new Map(plan.blocked.map((finding) => [finding.span.start, finding]));
  const waiting = new Set(
    plan.notices.flatMap(({ code, span }) => (code === 'waiting' ? [span.start] : [])),
  );
  return (guest) => {
    const entry = entries.get(guest.email)?.findLast((other) => saysSame(guest, other));
    const key = addressKey(guest.email);
    if (!entry || !live.addresses.has(key)) return undefined;
    return {
      reading,
      steps: steps.get(key) ?? [],
      trouble: troubles.get(key),
      blocked: blocked.get(entry.span.start) ?? blocked.get(entry.emailSpan.start),
      invited: waiting.has(entry.emailSpan.start),
    };
  };
});

type FactsOf = (guest: Guest) => GuestFacts | undefined;

/** Whom a step is about, if it is about a guest rather than a page. */
function keyOf(step: Step): string | undefined {
  if ('page' in step || step.who.email === undefined) return undefined;
  return addressKey(step.who.email);
}
