import { say } from '../../src/document/sentence';
import type { Outcome } from '../../src/sync/outcome';
import type { Round } from './settle';
import type { World } from './worlds';

/** What a site refuses for good, and in which worlds; nothing else may remain undone. */
interface Refusal {
  readonly says: RegExp;
  readonly where: (world: World) => boolean;
}

const noPlace = /no free place|did not invite this address/;

const refusals: readonly Refusal[] = [
  {
    // The Free plan has neither guests nor restrictions.
    says: /paid plan|on the Free plan/,
    where: ({ seed }) => seed.site.plan === 'free',
  },
  {
    // There are as many guests as the paid seats allow, or as many people as the site does.
    says: noPlace,
    where: ({ seed: { site } }) => site.userLimit === 5 || Number(site.guestsPerPaidUser) < 5,
  },
  {
    // The caller is no administrator of the space.
    says: /may not change who uses this space|finds no space/,
    where: ({ seed }) =>
      seed.spaces?.some(({ access }) => access?.['lee@acme.com'] !== 'admin') ?? false,
  },
  {
    // The caller sees the page and may not edit it.
    says: /may not change the restrictions of this page/,
    where: () => true,
  },
  {
    // The guest has a space that the file does not own, so nobody but its owner can make room.
    says: /take away the other space|could not be processed/,
    where: ({ seed: { switches } }) => switches?.guestSpaces !== 'many',
  },
  {
    says: /cannot be assigned to guests/,
    where: ({ seed: { site, switches } }) =>
      site.mode === 'ROLES' && switches?.guestRoles === 'viewerOnly',
  },
  {
    // The Guest role comes with a group, and the site answers that it has taken it away, or that it does not.
    says: /does not show it yet|through a group/,
    where: ({ seed: { switches } }) => switches?.roleMethod === 'groupDirect',
  },
];

/** What the last of several syncs left undone without one of the reasons above. */
export function unexplained(world: World, rounds: readonly Round[]): readonly string[] {
  const applied = rounds.at(-1)?.applied;
  if (applied?.state !== 'applied') return ['the last sync was refused'];
  return applied.outcomes
    .filter((outcome) => !isExplained(outcome, world, applied.outcomes))
    .map(({ step, state, reason }) => `${state} ${step.id}: ${reason ? say(reason) : ''}`);
}

/** Whether somebody could not be invited because the site had no place for another guest. */
export function wasFull(rounds: readonly Round[]): boolean {
  return rounds.some(
    ({ applied }) =>
      applied.state === 'applied' &&
      applied.outcomes.some(({ reason }) => reason !== undefined && noPlace.test(say(reason))),
  );
}

function isExplained({ step, reason }: Outcome, world: World, all: readonly Outcome[]): boolean {
  const why = reason ? say(reason) : '';
  if (refusals.some(({ says, where }) => says.test(why) && where(world))) return true;
  // One that waits for another that the site refuses.
  const before = all.filter((other) => step.after.includes(other.step.id));
  if (why.startsWith('Not tried, because an earlier step')) {
    return before.some((other) => other.state !== 'done');
  }
  // A guest is taken off a restriction only when staff are on it, whom the site would not put there.
  return (
    why.includes('has changed since the plan was made') &&
    all.some(
      (other) =>
        'page' in step &&
        'page' in other.step &&
        other.step.page.id === step.page.id &&
        isExplained(other, world, []),
    )
  );
}
