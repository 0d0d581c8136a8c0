import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { pageOperations } from './operations';
import { cursorOf, numberOf, offsetOf, slice } from './paging';
import { contentShape, restrictionShape, spaceShape } from './shapes';
import { ancestorsOf } from './state';
import type { Operation, Page, World } from './state';
import { canViewPage } from './visibility';

/**
 * `GET /wiki/rest/api/content/search` for CQL of the form `id in (1,2)` or `id = 1`. It finds what
 * the index knows and the caller may see.
 */
export function searchContent(call: PersonCall): Answer {
  const { world, person, query } = call;
  const ids = idsOf(query.get('cql') ?? '');
  const hits = [...world.pages.values()].filter(
    (page) => ids.has(page.id) && isIndexed(world, page) && canViewPage(world, page, person),
  );
  const limit = Math.max(1, numberOf(call, 'limit', 25, world.switches.searchPageSize, 'v1'));
  const page = slice(hits, offsetOf(query.get('cursor'), 'v1'), limit);
  const results = page.rows.map((hit) => expanded(call, hit));
  return {
    status: 200,
    body: {
      results,
      start: page.start,
      limit,
      size: results.length,
      _links: {
        base: `${call.origin}/wiki`,
        context: '/wiki',
        self: `${call.origin}${call.path}`,
        ...(page.next === undefined ? {} : { next: nextOf(call, page.next) }),
      },
    },
  };
}

/** Relative to the context `/wiki`, unlike v2's. */
function nextOf({ query }: PersonCall, next: number): string {
  const following = new URLSearchParams(query);
  following.set('cursor', cursorOf(next));
  return `/rest/api/content/search?${following.toString()}`;
}

function idsOf(cql: string): ReadonlySet<string> {
  const quoted = '["\']?\\d+["\']?';
  const form = new RegExp(
    `^\\s*id\\s*(?:=\\s*${quoted}|in\\s*\\(\\s*${quoted}(?:\\s*,\\s*${quoted})*\\s*\\))\\s*$`,
    'i',
  );
  if (!form.test(cql)) throw refusal('v1', 400, `Could not parse cql : ${cql}`);
  return new Set(cql.match(/\d+/g));
}

function isIndexed({ switches }: World, page: Page): boolean {
  return switches.searchIndex === 'asMarked' && !page.unindexed;
}

function expanded(call: PersonCall, page: Page): object {
  const { world, person, query } = call;
  const paths = query.get('expand')?.split(',') ?? [];
  const wants = (path: string) =>
    paths.some((one) => one.trim() === path || one.trim().startsWith(`${path}.`));
  const space = world.spaces.get(page.spaceKey);
  const restriction = (operation: Operation) =>
    wants(`restrictions.${operation}`)
      ? {
          [operation]: restrictionShape(world, page, operation, {
            user: wants(`restrictions.${operation}.restrictions.user`),
            group: wants(`restrictions.${operation}.restrictions.group`),
            start: 0,
            limit: world.switches.innerPageSize,
          }),
        }
      : {};
  const expandable = ['space', 'ancestors', 'operations', 'restrictions'].filter(
    (path) => !wants(path),
  );
  return {
    ...contentShape(page),
    ...(wants('space') && space !== undefined ? { space: spaceShape(space) } : {}),
    ...(wants('ancestors') ? { ancestors: ancestorsOf(world, page).map(contentShape) } : {}),
    ...(wants('operations') ? { operations: pageOperations(world, page, person) } : {}),
    ...(wants('restrictions')
      ? {
          restrictions: {
            ...restriction('read'),
            ...restriction('update'),
            _expandable: {},
            _links: {},
          },
        }
      : {}),
    _expandable: Object.fromEntries(expandable.map((path) => [path, ''])),
  };
}
