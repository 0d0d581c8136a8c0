import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { numberOf, slice } from './paging';
import { groupShape, userShape } from './shapes';
import { isGuestOnly } from './state';

/** `GET /wiki/rest/api/user/current`; people see their own address. */
export function currentUser({ person, query }: PersonCall): Answer {
  const operations = [
    { operation: 'use', targetType: 'application' },
    ...(person.siteAdmin ? [{ operation: 'administer', targetType: 'application' }] : []),
  ];
  const wantsOperations = query.get('expand')?.split(',').includes('operations') ?? false;
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
  const { world, person, query } = call;
  if (isGuestOnly(person.roles)) throw refusal('v1', 403, 'Guests cannot view groups');
  const wanted = query.get('query');
  if (wanted === null) throw refusal('v1', 400, 'query is required');
  const start = numberOf(call, 'start', 0, Number.MAX_SAFE_INTEGER, 'v1');
  const limit = numberOf(call, 'limit', 200, 200, 'v1');
  const hits = [...world.groups.values()].filter(({ name }) =>
    name.toLowerCase().includes(wanted.toLowerCase()),
  );
  const page = slice(hits, start, limit);
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
          : {
              next: `/rest/api/group/picker?${new URLSearchParams({ query: wanted, start: String(page.next), limit: String(limit) }).toString()}`,
            }),
      },
    },
  };
}
