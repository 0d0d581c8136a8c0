import { record } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { numberOf } from './paging';
import { entriesOf } from './restrictionBody';
import { hashOf, restrictionShape } from './shapes';
import type { Operation, Page, Restriction } from './state';
import { admits, canRestrictPage, canViewPage } from './visibility';

/** `GET /wiki/rest/api/content/{id}/restriction`: both operations always come back, empty is open. */
export function readRestrictions(call: PersonCall): Answer {
  return restrictionsAnswer(call, viewedPage(call));
}

/** `POST`: adds to what is there. */
export function addRestrictions(call: PersonCall): Answer {
  const page = restrictedPage(call);
  const added = entriesOf(call).map(({ operation, users, groups }) => {
    const before = page.restrictions[operation];
    return {
      operation,
      users: new Set([...before.users, ...users]),
      groups: new Set([...before.groups, ...groups]),
    };
  });
  replace(call, page, added);
  record(call, 'addRestrictions', { page: page.id, body: call.body });
  return restrictionsAnswer(call, page);
}

/** `PUT`: replaces the operations that it names. */
export function replaceRestrictions(call: PersonCall): Answer {
  const page = restrictedPage(call);
  const supplied = entriesOf(call).map(({ operation, users, groups }) => ({
    operation,
    users: new Set(users),
    groups: new Set(groups),
  }));
  replace(call, page, supplied);
  record(call, 'replaceRestrictions', { page: page.id, body: call.body });
  return restrictionsAnswer(call, page);
}

/** `DELETE`: opens the page. */
export function clearRestrictions(call: PersonCall): Answer {
  const page = restrictedPage(call);
  page.restrictions.read = { users: new Set(), groups: new Set() };
  page.restrictions.update = { users: new Set(), groups: new Set() };
  record(call, 'clearRestrictions', { page: page.id });
  return restrictionsAnswer(call, page);
}

/** Sets restrictions. @throws Refusal 400 where the site keeps the caller from leaving themselves out. */
export function replace(
  { world, person }: PersonCall,
  page: Page,
  changes: readonly (Restriction & { readonly operation: Operation })[],
): void {
  const leavesOut = (after: Restriction) => !admits(world, after, person);
  if (world.switches.leaveSelfOut === 'refused' && changes.some(leavesOut)) {
    throw refusal('v1', 400, 'You cannot remove your own access to this content');
  }
  for (const { operation, users, groups } of changes) {
    page.restrictions[operation] = { users, groups };
  }
}

export function viewedPage({ world, person, place }: PersonCall): Page {
  const page = world.pages.get(place('id'));
  if (page === undefined || !canViewPage(world, page, person)) throw noContent(place('id'));
  return page;
}

export function restrictedPage(call: PersonCall): Page {
  const page = viewedPage(call);
  if (call.world.site.plan === 'free') {
    throw refusal(
      'v1',
      403,
      'PermissionException: Restrictions are not available on the Free plan',
    );
  }
  if (!canRestrictPage(call.world, page, call.person)) {
    throw refusal(
      'v1',
      403,
      `PermissionException: Not enough permissions to alter ContentRestrictions on content ${page.id}`,
    );
  }
  return page;
}

function noContent(id: string) {
  return refusal(
    'v1',
    404,
    `No content found with id : ${id}, or you do not have permission to view it`,
  );
}

function restrictionsAnswer(call: PersonCall, page: Page): Answer {
  const start = numberOf(call, 'start', 0, Number.MAX_SAFE_INTEGER, 'v1');
  const limit = numberOf(call, 'limit', 100, call.world.switches.innerPageSize, 'v1');
  const expand = call.query.get('expand')?.split(',') ?? [
    'restrictions.user',
    'restrictions.group',
  ];
  const results = (['read', 'update'] as const).map((operation) => {
    const wants = (kind: string) =>
      [`restrictions.${kind}`, `${operation}.restrictions.${kind}`].some((one) =>
        expand.includes(one),
      );
    return restrictionShape(call.world, page, operation, {
      user: wants('user'),
      group: wants('group'),
      start,
      limit,
    });
  });
  const self = `${call.origin}${call.path}`;
  return {
    status: 200,
    body: {
      results,
      start,
      limit,
      size: results.length,
      restrictionsHash: hashOf(page),
      _links: { base: `${call.origin}/wiki`, context: '/wiki', self },
    },
  };
}
