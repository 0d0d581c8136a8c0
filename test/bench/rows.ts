import type { Measured } from './client';
import { fewestFirstSync, fewestReads } from './fewest';
import type { World } from './world';

/** What the site with a limit answers. */
export const ratePerSecond = 10;

/** What was measured in one world. */
export interface Result {
  readonly world: World;
  readonly first: Measured;
  readonly again: Measured;
  readonly limited: Measured;
  readonly serial: { readonly ms: number; readonly requests: number };
  /** Shares of one processor that the site used during the first sync and the plan without changes. */
  readonly load: { readonly first: number; readonly again: number };
}

export const header = [
  'guests / pages, model',
  'what',
  'time',
  'requests',
  'fewest',
  'ratio',
  'serial takes',
  'comparing alone',
  'memory growth',
  'load of the site',
  'result',
];

/** The rows of one world. */
export function rowsOf({
  world,
  first,
  again,
  limited,
  serial,
  load,
}: Result): readonly string[][] {
  const name = `${world.size.guests} / ${world.size.pages}, ${world.mode}`;
  const sync = first.sync ?? { ms: 0, requests: 0, undone: 0 };
  const row = (
    what: string,
    ms: number,
    requests: number,
    fewest: number,
    ...rest: readonly string[]
  ): string[] => [
    name,
    what,
    seconds(ms),
    String(requests),
    String(fewest),
    (requests / fewest).toFixed(2),
    ...rest,
  ];
  const plans = ({ plan }: Measured): string => `${plan.comparing.toFixed(0)} ms`;
  return [
    row(
      'first plan',
      first.plan.ms,
      first.plan.requests,
      fewestReads(world, 'before'),
      '',
      plans(first),
      '',
      '',
      `${first.plan.steps} steps`,
    ),
    row(
      'first sync',
      sync.ms,
      sync.requests,
      fewestFirstSync(world),
      '',
      '',
      `${first.memory.toFixed(0)} MB`,
      percent(load.first),
      `${sync.undone} not done`,
    ),
    row(
      'plan without changes',
      again.plan.ms,
      again.plan.requests,
      fewestReads(world, 'synced'),
      `${(serial.ms / again.plan.ms).toFixed(0)} ×`,
      plans(again),
      `${again.memory.toFixed(0)} MB`,
      percent(load.again),
      `${again.plan.steps} steps`,
    ),
    row(
      `the same at ${ratePerSecond} a second`,
      limited.plan.ms,
      limited.plan.requests,
      fewestReads(world, 'synced'),
      '',
      '',
      '',
      '',
      `${percent(limited.plan.refused / limited.plan.requests)} refused`,
    ),
    [name, 'serial script', seconds(serial.ms), String(serial.requests)],
  ];
}

/** The row of a first plan and sync on a site with a limit. */
export function underLimitRow({ size, mode }: World, { plan, sync }: Measured): string[] {
  const requests = plan.requests + (sync?.requests ?? 0);
  const refused = plan.refused + (sync?.refused ?? 0);
  return [
    `${size.guests} / ${size.pages}, ${mode}`,
    `first plan and sync at ${ratePerSecond} a second`,
    seconds(plan.ms + (sync?.ms ?? 0)),
    String(requests),
    ...['', '', '', '', '', ''],
    `${percent(refused / requests)} refused, ${sync?.undone ?? 0} not done`,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
