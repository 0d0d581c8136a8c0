import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { connect } from '../../src/confluence/connection';
import type { Runtime } from '../../src/confluence/runtime';
import type { Document } from '../../src/document/model';
import { parse } from '../../src/document/parse';
import { say } from '../../src/document/sentence';
import type { State } from '../../src/sandbox/dump';
import type { Steering } from '../../src/sandbox/steering';
import { apply, preview, type Applied, type SyncPorts } from '../../src/sync/apply';
import type { Journal } from '../../src/sync/journal';
import type { Plan } from '../../src/sync/plan';
import type { World } from './worlds';

export const today = '2026-06-01';

/** One sync: the plan and what became of it. */
export interface Round {
  readonly plan: Plan;
  readonly applied: Applied;
}

/** The world's file, which has no problem that would keep it from being synced. */
export function documentOf({ file }: World, origin: string): Document {
  const text = JSON.stringify({ version: 1, site: origin, organization: 'org-1', ...file });
  const { document, problems } = parse(text, today);
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map((problem) => say(problem.sentence)),
    [],
    'the file is drawn wrong',
  );
  return document;
}

export function portsTo(
  { adminKey }: World,
  origin: string,
  runtime: Runtime,
  journal: Journal,
): SyncPorts {
  const connection = {
    origin,
    email: 'lee@acme.com',
    token: 'canary-secret-of-lee',
    organization: 'org-1',
    ...(adminKey && { adminKey: 'canary-secret-key-of-acme' }),
  };
  const now = (): Date => new Date(runtime.now());
  return { ...connect(connection, runtime), journal, now };
}

/** Plan, and apply with the plan's own number of removals allowed. */
export async function syncOnce(document: Document, ports: SyncPorts): Promise<Round> {
  const options = { today, signal: new AbortController().signal };
  const { plan } = await preview(document, ports, options);
  const allowRemovals = plan.removals.guests;
  return { plan, applied: await apply(document, plan, ports, { ...options, allowRemovals }) };
}

/** More syncs than any world takes. */
const mostRounds = 12;

/**
 * Sync until a sync changes nothing any more, every invitation accepted in between.
 * @throws AssertionError when that never comes
 */
export async function settle(
  document: Document,
  ports: SyncPorts,
  site: Steering,
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  while (rounds.length < mostRounds) {
    const before = essence(site.state());
    const round = await syncOnce(document, ports);
    rounds.push(round);
    const accepted = acceptAll(site);
    const isStill = accepted === 0 && isDeepStrictEqual(essence(site.state()), before);
    if (isStill && !wasHeldBack(round)) return rounds;
  }
  assert.fail(`still changing after ${mostRounds} syncs`);
}

/** Everybody who was invited accepts; how many that are. */
export function acceptAll(site: Steering): number {
  const waiting = site.state().people.filter(({ state }) => state === 'invited');
  for (const { email } of waiting) site.accept(email);
  return waiting.length;
}

/** A site that asks for fewer requests a second is asked again. */
function wasHeldBack({ applied }: Round): boolean {
  return (
    applied.state === 'applied' &&
    applied.outcomes.some(
      ({ reason }) => reason !== undefined && say(reason).includes('too many requests'),
    )
  );
}

/** What counts of a site's state: not when and in which order it came about. Some people may be left out. */
export function essence({ people, spaces, pages }: State, except: readonly string[] = []): object {
  const counts = (name: string): boolean => !except.includes(name.toLowerCase());
  return {
    people: people
      .filter(({ email }) => counts(email))
      .map(({ email, roles, state }) => ({ email, roles, state })),
    spaces: spaces.map(({ key, access }) => ({
      key,
      access: Object.fromEntries(Object.entries(access).filter(([name]) => counts(name))),
    })),
    pages: pages.map(({ id, view, edit }) => ({
      id,
      view: view.filter(counts),
      edit: edit.filter(counts),
    })),
  };
}
