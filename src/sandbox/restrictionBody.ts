import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Operation, World } from './state';

const entry = z.object({
  operation: z.enum(['read', 'update']),
  restrictions: z.object({
    user: z.optional(z.array(z.object({ type: z.literal('known'), accountId: z.string() }))),
    group: z.optional(z.array(z.object({ type: z.literal('group'), id: z.string() }))),
  }),
});

const request = z.union([z.array(entry), z.object({ results: z.array(entry) })]);

interface Entry {
  readonly operation: Operation;
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/**
 * What a POST or PUT of restrictions asks for, in either of its two forms, one entry for each
 * operation that it names, once all of it is known to be right.
 */
export function entriesOf(call: PersonCall): readonly Entry[] {
  const body = bodyOf(call, request, 'v1');
  const asked = Array.isArray(body) ? body : body.results;
  for (const { operation, restrictions } of asked) {
    const { user, group } = restrictions;
    if ((user === undefined && group === undefined) || user?.length === 0 || group?.length === 0) {
      throw refusal('v1', 400, `${operation} must have valid non empty map of subject types`);
    }
    for (const { accountId } of user ?? []) checkUser(call.world, accountId);
    for (const { id } of group ?? []) checkGroup(call.world, id);
  }
  return (['read', 'update'] as const).flatMap((operation) => {
    const own = asked.filter((one) => one.operation === operation);
    const users = own.flatMap(({ restrictions }) => restrictions.user ?? []);
    const groups = own.flatMap(({ restrictions }) => restrictions.group ?? []);
    const ids = {
      users: users.map(({ accountId }) => accountId),
      groups: groups.map(({ id }) => id),
    };
    return own.length === 0 ? [] : [{ operation, ...ids }];
  });
}

/** @throws Refusal 400 when the account cannot be put on a restriction. */
export function checkUser(world: World, accountId: string): void {
  const person = world.people.get(accountId);
  if (person === undefined || person.state === 'deactivated') {
    throw refusal('v1', 400, `No user found with account id ${accountId}`);
  }
  if (person.state === 'invited' && world.switches.pendingRestriction === 'refused') {
    throw refusal('v1', 400, `${person.name} has not accepted the invitation`);
  }
}

/** @throws Refusal 400 when there is no such group. */
export function checkGroup(world: World, id: string): void {
  if (!world.groups.has(id)) throw refusal('v1', 400, `No group found with id ${id}`);
}
