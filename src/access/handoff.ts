import { entriesOf } from '../document/entries';
import { groupBy } from '../document/groupBy';
import type { Guest } from '../document/model';
import { isGranted } from '../sync/desired';
import { waitsForAdmin, type Finding } from '../sync/finding';
import { personAt } from '../sync/live';
import type { Outcome } from '../sync/outcome';
import type { Step } from '../sync/step';
import type { Reading } from './reading';

/** What of a file somebody else has to do before a sync can go on. */
export interface Handoff {
  /** For an organization admin. */
  readonly guests: readonly GuestTask[];
  /** For an admin of the space, by its key: what the site would not let the syncing account do. */
  readonly spaces: ReadonlyMap<string, readonly Step[]>;
}

export interface GuestTask {
  readonly kind: 'invite' | 'takeRole' | 'restore' | 'takeSeat';
  readonly email: string;
  readonly account: string | undefined;
  /** What the file says of this address. */
  readonly entries: readonly Guest[];
}

/** What needs somebody else, by the last reading of the site. `today` is `YYYY-MM-DD`. */
export function handoffOf(reading: Reading, today: string): Handoff {
  const { document, plan, outcomes } = reading;
  const places = new Map(document.guests?.map(({ email, emailSpan }) => [emailSpan.start, email]));
  const guests = plan.blocked.flatMap((finding) => {
    const email = places.get(finding.span.start);
    if (email === undefined) return [];
    const own = entriesOf(email, document);
    const kind = kindOf(finding, own, reading, today);
    const account = personAt(reading.live, email)?.accountId ?? own[0]?.account;
    return kind ? [{ kind, email, account, entries: own }] : [];
  });
  const refused = outcomes.filter(isRefused).map(({ step }) => step);
  return { guests, spaces: groupBy(refused, spaceOf) };
}

/** Whether something waits until somebody else has done their part. */
export function takesOthers({ plan, outcomes }: Pick<Reading, 'plan' | 'outcomes'>): boolean {
  return plan.blocked.some(waitsForAdmin) || outcomes.some(isRefused);
}

function isRefused({ code }: Outcome): boolean {
  return code === 'notSpaceAdmin' || code === 'notRestricting';
}

function kindOf(
  { code }: Finding,
  entries: readonly Guest[],
  { live }: Reading,
  today: string,
): GuestTask['kind'] | undefined {
  switch (code) {
    case 'noOrganization':
      return entries.some((entry) => isGranted(entry, today)) ? 'invite' : 'takeRole';
    case 'deactivated':
      return 'restore';
    case 'paidUser': {
      // The syncing account is nobody's guest.
      const isCaller = entries.some(
        ({ email }) => personAt(live, email)?.accountId === live.caller.accountId,
      );
      return isCaller ? undefined : 'takeSeat';
    }
    default:
      return undefined;
  }
}

function spaceOf(step: Step): string {
  if ('page' in step) return step.page.spaceKey;
  return 'space' in step ? step.space : '';
}
