import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { pageOperations } from './operations';
import { numberOf, pageV2 } from './paging';
import { ancestorsOf } from './state';
import type { Page, World } from './state';
import { listOf, oneOf, viewedSpace } from './v2Spaces';
import { canViewPage } from './visibility';

/** `GET /wiki/api/v2/pages`: pages that are missing or invisible are just absent. */
export function listPages(call: PersonCall): Answer {
  const { world, person, query } = call;
  const ids = listOf(query, 'id');
  const spaceIds = listOf(query, 'space-id');
  const title = query.get('title');
  const pages = [...world.pages.values()].filter(
    (page) =>
      (ids === undefined || ids.includes(page.id)) &&
      (spaceIds === undefined || spaceIds.includes(spaceIdOf(world, page))) &&
      (title === null || page.title === title) &&
      canViewPage(world, page, person),
  );
  return answerPages(call, pages);
}

/** `GET /wiki/api/v2/spaces/{id}/pages`: the visible pages of a space, or those at its root. */
export function listSpacePages(call: PersonCall): Answer {
  const { world, person, query } = call;
  const space = viewedSpace(call);
  const depth = oneOf(query, 'depth', ['all', 'root']) ?? 'all';
  const title = query.get('title');
  const pages = [...world.pages.values()].filter(
    (page) =>
      page.spaceKey === space.key &&
      (depth === 'all' || page.parent === undefined) &&
      (title === null || page.title === title) &&
      canViewPage(world, page, person),
  );
  return answerPages(call, pages);
}

/** The pages in the order that is asked for. The seed's order is that in which they were made and last changed. */
function answerPages(call: PersonCall, pages: readonly Page[]): Answer {
  const { world, query } = call;
  const statuses = listOf(query, 'status') ?? ['current'];
  const shown = statuses.includes('current') ? pages : [];
  const sort = oneOf(query, 'sort', orders) ?? 'id';
  const key = sort.replace('-', '');
  const sorted =
    key === 'id' || key === 'title'
      ? [...shown].sort((one, other) => compare(one[key], other[key]))
      : shown;
  return pageV2(
    call,
    (sort.startsWith('-') ? sorted.toReversed() : sorted).map((page) => shape(world, page)),
  );
}

const orders = ['id', 'created-date', 'modified-date', 'title'].flatMap((key) => [key, `-${key}`]);

/** Ids by number, titles by their words. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/**
 * `GET /wiki/api/v2/pages/{id}/ancestors`: top-most first. There is no cursor: a full answer is
 * continued by asking for the ancestors of its first row.
 */
export function listAncestors(call: PersonCall): Answer {
  const limit = Math.max(1, numberOf(call, 'limit', 25, 250, 'v2'));
  const nearest = ancestorsOf(call.world, viewedPage(call)).slice(-limit);
  const results = nearest.map(({ id }) => ({ id, type: 'page' }));
  return { status: 200, body: { results, _links: { base: `${call.origin}/wiki` } } };
}

/** `GET /wiki/api/v2/pages/{id}/descendants`: the visible pages below, highest first, down to a depth. */
export function listDescendants(call: PersonCall): Answer {
  const { world, person } = call;
  const top = viewedPage(call);
  const deepest = numberOf(call, 'depth', 2, 10, 'v2');
  const below = [...world.pages.values()]
    .filter((page) => canViewPage(world, page, person))
    .map((page) => ({ page, depth: depthBelow(world, page, top) }))
    .filter(({ depth }) => depth >= 1 && depth <= deepest)
    .sort((a, b) => a.depth - b.depth);
  return pageV2(
    call,
    below.map(({ page: { id, title, parent }, depth }, childPosition) => ({
      id,
      status: 'current',
      title,
      type: 'page',
      parentId: parent,
      depth,
      childPosition,
    })),
  );
}

/** How far a page lies below another; 0 when it does not. */
function depthBelow(world: World, page: Page, top: Page): number {
  const above = ancestorsOf(world, page).toReversed();
  return above.findIndex(({ id }) => id === top.id) + 1;
}

/** `GET /wiki/api/v2/pages/{id}/operations`: what the caller may do. */
export function listPageOperations(call: PersonCall): Answer {
  const operations = pageOperations(call.world, viewedPage(call), call.person);
  return { status: 200, body: { operations } };
}

function viewedPage({ world, person, place }: PersonCall): Page {
  const page = world.pages.get(place('id'));
  if (page === undefined || !canViewPage(world, page, person)) {
    throw refusal('v2', 404, 'Not Found');
  }
  return page;
}

function spaceIdOf(world: World, page: Page): string {
  return world.spaces.get(page.spaceKey)?.id ?? '';
}

function shape(world: World, page: Page) {
  return {
    id: page.id,
    status: 'current',
    title: page.title,
    spaceId: spaceIdOf(world, page),
    ...(page.parent === undefined ? {} : { parentId: page.parent, parentType: 'page' }),
    _links: { webui: `/spaces/${page.spaceKey}/pages/${page.id}` },
  };
}
