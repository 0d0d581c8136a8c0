import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { numberOf, slice } from './paging';
import { groupShape, userShape } from './shapes';
import { isGuestOnly } from './state';
import type { Group } from './state';

/** `GET /wiki/rest/api/user/current`; people see their own address. */
export function currentUser({ world, person, query }: PersonCall): Answer {
  const operations = [
    { operation: 'use', targetType: 'application' },
    ...(person.siteAdmin ? [{ operation: 'administer', targetType: 'application' }] : []),
  ];
  const wantsOperations =
    world.switches.callerOperations === 'listed' &&
    (query.get('expand')?.split(',').includes('operations') ?? false);
  return {
    status: 200,
    body: {
      ...userShape(person),
      email: person.email,
      ...(wantsOperations ? { operations } : {}),
    },
  };
}

/** `GET /wiki/rest/api/group/picker`: groups whose name contains the query; guests see none. */
export function pickGroups(call: PersonCall): Answer {
  const groups = visibleGroups(call);
  const wanted = call.query.get('query');
  if (wanted === null) throw refusal('v1', 400, 'query is required');
  return pageGroups(
    call,
    groups.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())),
  );
}

/** `GET /wiki/rest/api/group`: every group, by name; guests see none. */
export function listGroups(call: PersonCall): Answer {
  const groups = visibleGroups(call);
  return pageGroups(
    call,
    [...groups].sort((one, other) => (one.name < other.name ? -1 : 1)),
  );
}

function visibleGroups({ world, person }: PersonCall): readonly Group[] {
  if (isGuestOnly(person.roles)) throw refusal('v1', 403, 'Guests cannot view groups');
  return [...world.groups.values()];
}

function pageGroups(call: PersonCall, groups: readonly Group[]): Answer {
  const start = numberOf(call, 'start', 0, Number.MAX_SAFE_INTEGER, 'v1');
  const limit = numberOf(call, 'limit', 200, 200, 'v1');
  const page = slice(groups, start, limit);
  const following = new URLSearchParams(call.query);
  following.set('start', String(page.next));
  return {
    status: 200,
    body: {
      results: page.rows.map(groupShape),
      start,
      limit,
      size: page.rows.length,
      _links: {
        base: `${call.origin}/wiki`,
        context: '/wiki',
        ...(page.next === undefined
          ? {}
          : { next: `${call.path.replace(/^\/wiki/, '')}?${following.toString()}` }),
      },
    },
  };
}
