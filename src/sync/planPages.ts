import type { SharedPage } from '../document/model';
import { closePage } from './closePage';
import { blocked, join, nothing, take, type Draft } from './draft';
import { hasStaff, isOpen } from './live';
import { foundIn } from './look';
import type { Operation, Page } from './model';
import { entriesToAdd, entriesToRemove } from './pageEntries';
import { resolveList, stepsByAddress, type Resolved, type StepsByAddress } from './pageList';
import { planAncestors, type Above } from './planAncestors';
import { noticesOf } from './planNotices';
import type { PageName, Step } from './step';
import type { World } from './world';

/** The restrictions of the shared pages; their guest entries come after the guests' own steps. */
export function planPages(world: World, guestSteps: readonly Step[]): Draft {
  const steps = stepsByAddress(guestSteps);
  const above: Above = new Set();
  const draft = join(
    (world.document.pages ?? []).flatMap((shared) => [
      planPage(shared, steps, above, world),
      ...(shared.tree ? planTree(shared, steps, above, world) : []),
    ]),
  );
  const mayOverlap = world.document.pages?.some(
    ({ tree, grantAncestors }) => tree || grantAncestors,
  );
  return mayOverlap ? { ...draft, steps: reconcile(draft.steps, above) } : draft;
}

/** Several pages may need the same entry on a page above, which stays even if that page's own list lacks it. */
function reconcile(steps: readonly Step[], above: Above): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return [...byId.values()].filter(
    (step) =>
      step.kind !== 'disallow' ||
      step.operation !== 'view' ||
      !above.has(`${step.page.id} ${step.who.accountId ?? ''}`),
  );
}

/** The edit list of a page on every page below it that the file does not list itself. */
function planTree(
  shared: SharedPage,
  steps: StepsByAddress,
  above: Above,
  world: World,
): readonly Draft[] {
  const below = world.live.below.get(shared.id);
  if (below?.state === 'unread') {
    return [
      blocked('pageUnread', shared.idSpan, 'The pages below {page} could not be checked: {why}', {
        page: shared.title ?? shared.id,
        why: below.why,
      }),
    ];
  }
  const listed = new Set(world.document.pages?.map(({ id }) => id));
  return foundIn(below)
    .filter((id) => !listed.has(id))
    .map((id) =>
      planPage({ ...shared, id, title: undefined, view: undefined }, steps, above, world),
    );
}

function planPage(shared: SharedPage, steps: StepsByAddress, above: Above, world: World): Draft {
  const looked = world.live.pages.get(shared.id);
  const facts = { page: shared.title ?? shared.id };
  if (!looked || looked.state === 'missing') {
    return blocked(
      'pageMissing',
      shared.idSpan,
      'Page {page} is not there or not visible to you: check its id, or ask for access',
      facts,
    );
  }
  if (looked.state === 'unread') {
    return blocked('pageUnread', shared.idSpan, 'Page {page} could not be checked: {why}', {
      ...facts,
      why: looked.why,
    });
  }
  const page = looked.value;
  if (!world.document.spaces.has(page.spaceKey)) {
    return blocked(
      'pageOutsideSpaces',
      shared.idSpan,
      'Page “{title}” is in space {space}, which this file does not own: add the space under `spaces:` or remove the page',
      { title: page.title, space: page.spaceKey },
    );
  }
  const edit = resolveList(shared.edit, page, steps, world);
  // Whoever shall edit must see the page too.
  const view =
    shared.view && resolveList([...shared.view, ...(shared.edit ?? [])], page, steps, world);
  const guests = view?.guests ?? edit?.guests ?? [];
  return join([
    view?.draft ?? edit?.draft ?? nothing,
    planRestriction('view', shared, page, view, world),
    planRestriction('edit', shared, page, edit, world),
    shared.tree && !view && edit ? letEditorsView(shared, page, edit) : nothing,
    shared.grantAncestors ? planAncestors(page, guests, above, world) : nothing,
    noticesOf(shared, page, guests, world.live),
  ]);
}

/** In a tree whoever may edit is let onto the view restrictions of its pages as well. */
function letEditorsView(shared: SharedPage, page: Page, editors: Resolved): Draft {
  const { id, title, spaceKey, view } = page;
  if (isOpen(view)) return nothing;
  const base = { page: { id, title, spaceKey }, operation: 'view', before: view } as const;
  return take(...entriesToAdd(shared, editors, view, base));
}

function planRestriction(
  operation: Operation,
  shared: SharedPage,
  page: Page,
  list: Resolved | undefined,
  world: World,
): Draft {
  const restriction = page[operation];
  const name: PageName = { id: page.id, title: page.title, spaceKey: page.spaceKey };
  const base = { page: name, operation, before: restriction };
  if (isOpen(restriction)) return list ? closePage(shared, page, list, base, world) : nothing;
  const additions = list ? entriesToAdd(shared, list, restriction, base) : [];
  const removals = entriesToRemove(shared, list, restriction, base, world);
  const steps = [...additions, ...removals];
  const getsStaff = list !== undefined && list.staff.length + list.groups.length > 0;
  if (steps.length === 0 || getsStaff || hasStaff(restriction, world.live)) return take(...steps);
  return blocked(
    'noStaff',
    shared.idSpan,
    operation === 'view'
      ? 'Viewing “{title}” is restricted to guests alone, so nothing is changed there: add a group or a user who shall see it'
      : 'Editing “{title}” is restricted to guests alone, so nothing is changed there: add a group or a user who shall edit it',
    { title: page.title },
  );
}
