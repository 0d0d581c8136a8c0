import { ConfluenceError } from './error';
import { hasStaff, isOpen, isStaff } from './live';
import type { Operation, Restriction } from './model';
import type { RestrictionPrincipal } from './ports';
import { accountIn, untilDone, type PageRestrictions, type Run } from './run';
import type { CloseStep, EntryStep } from './step';

/**
 * Carry out one step about a page's restriction. The restriction is read again right before the
 * first change of each page, so that a page that somebody opened or emptied in the meantime is
 * never left to guests alone. Throws a `ConfluenceError` when the site refuses or has changed.
 */
export async function changePage(step: CloseStep | EntryStep, run: Run): Promise<void> {
  const restrictions = await restrictionsOf(step.page.id, run);
  const current = restrictions[step.operation];
  switch (step.kind) {
    case 'close':
      restrictions[step.operation] = await close(step, current, run);
      return;
    case 'open':
      restrictions[step.operation] = await open(step, current, run);
      return;
    case 'allow':
      restrictions[step.operation] = await allow(step, current, run);
      return;
    case 'disallow':
      restrictions[step.operation] = await disallow(step, current, run);
  }
}

function restrictionsOf(pageId: string, run: Run): Promise<PageRestrictions> {
  const known = run.restrictions.get(pageId);
  if (known) return known;
  const reading = run.reader
    .restrictions(pageId, run.signal)
    .then(({ view, edit }): PageRestrictions => ({ view, edit }));
  run.restrictions.set(pageId, reading);
  return reading;
}

async function close(step: CloseStep, current: Restriction, run: Run): Promise<Restriction> {
  if (current.users.length > 0 || current.groups.length > 0) throw changed(step);
  const users = step.users.map(({ id }) => id);
  const groups = step.groups.map(({ id, label }) => ({ id, name: label }));
  await run.writer.addRestrictions(
    step.page.id,
    step.operation,
    { users, groups: groups.map(({ id }) => id) },
    untilDone,
  );
  return { users, groups };
}

/** Guests go first and the caller last, for whoever is not on the restriction cannot change it. */
async function open(step: CloseStep, current: Restriction, run: Run): Promise<Restriction> {
  const entries = new Set([...step.users, ...step.groups].map(({ id }) => id));
  const added = [...current.users, ...current.groups.map(({ id }) => id)];
  if (!added.every((id) => entries.has(id))) throw changed(step);
  const caller = run.live.caller.accountId;
  const last = (id: string): number => (id === caller ? 2 : isStaff(id, run.live) ? 1 : 0);
  const principals: readonly RestrictionPrincipal[] = [
    ...current.users.map((id) => ({ kind: 'user', id }) as const),
    ...current.groups.map(({ id }) => ({ kind: 'group', id }) as const),
  ].sort((a, b) => last(a.id) - last(b.id));
  for (const principal of principals) {
    await run.writer.removeFromRestriction(step.page.id, step.operation, principal, untilDone);
  }
  return { users: [], groups: [] };
}

async function allow(step: EntryStep, current: Restriction, run: Run): Promise<Restriction> {
  if (step.groupId !== undefined) {
    const group = { id: step.groupId, name: step.who.label };
    if (current.groups.some(({ id }) => id === group.id)) return current;
    if (isOpen(current)) throw changed(step);
    await add(step, 'group', group.id, run);
    return { ...current, groups: [...current.groups, group] };
  }
  const accountId = accountIn(run, step.who);
  if (accountId === undefined) {
    throw new ConfluenceError(
      'notFound',
      `The site does not show an account for ${step.who.label} before the invitation is accepted`,
    );
  }
  if (current.users.includes(accountId)) return current;
  const staff = isStaff(accountId, run.live);
  if (isOpen(current) || (!staff && !hasStaff(current, run.live))) throw changed(step);
  await add(step, 'user', accountId, run);
  return { ...current, users: [...current.users, accountId] };
}

async function add(step: EntryStep, kind: 'user' | 'group', id: string, run: Run): Promise<void> {
  await run.writer.addToRestriction(step.page.id, step.operation, { kind, id }, untilDone);
}

async function disallow(step: EntryStep, current: Restriction, run: Run): Promise<Restriction> {
  const id = step.groupId ?? accountIn(run, step.who) ?? '';
  const rest = {
    users: current.users.filter((user) => user !== id),
    groups: current.groups.filter((group) => group.id !== id),
  };
  const wasThere =
    rest.users.length + rest.groups.length < current.users.length + current.groups.length;
  if (!wasThere) return current;
  if (!hasStaff(rest, run.live)) throw changed(step);
  const principal = { kind: step.principal, id };
  await run.writer.removeFromRestriction(step.page.id, step.operation, principal, untilDone);
  return rest;
}

function changed(step: {
  readonly page: { readonly title: string };
  readonly operation: Operation;
}): ConfluenceError {
  return new ConfluenceError(
    'conflict',
    `Who may ${step.operation} “${step.page.title}” has changed since the plan was made: sync again`,
  );
}
