import type { SharedPage } from '../document/model';
import { blocked, join, nothing, take, type Draft } from './draft';
import type { Operation, Page, Person, Restriction } from './model';
import { resolveList, stepsByAddress, type Resolved, type ResolvedGuest } from './pageList';
import { noticesOf } from './planNotices';
import { whoIs, type CloseStep, type EntryStep, type PageName, type Step } from './step';
import type { World } from './world';

/** The restrictions of the shared pages; their guest entries come after the guests' own steps. */
export function planPages(world: World, guestSteps: readonly Step[]): Draft {
  const steps = stepsByAddress(guestSteps);
  return join((world.document.pages ?? []).map((shared) => planPage(shared, steps, world)));
}

function planPage(
  shared: SharedPage,
  steps: ReturnType<typeof stepsByAddress>,
  world: World,
): Draft {
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
  return join([
    view?.draft ?? edit?.draft ?? nothing,
    planRestriction('view', shared, page, view, world),
    planRestriction('edit', shared, page, edit, world),
    noticesOf(shared, page, view?.guests ?? edit?.guests ?? [], world.live),
  ]);
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
  const open = restriction.users.length === 0 && restriction.groups.length === 0;
  if (open) return list ? closePage(shared, page, list, base, world) : nothing;
  const additions = list ? entriesToAdd(shared, list, restriction, base) : [];
  const removals = entriesToRemove(shared, list, restriction, base, world);
  return take(...additions, ...removals);
}

type EntryBase = Pick<EntryStep, 'page' | 'operation' | 'before'>;

const entryId = (kind: string, { page, operation }: EntryBase, key: string): string =>
  `${kind} ${operation} ${page.id} ${key}`;

/**
 * Restrict an open page: first, in one request, the caller, the staff named and the staff who are
 * on the page's other restriction; then the guests one by one.
 */
function closePage(
  shared: SharedPage,
  page: Page,
  list: Resolved,
  base: EntryBase,
  { live }: World,
): Draft {
  if (list.staff.length === 0 && list.groups.length === 0) {
    return blocked(
      'noStaff',
      shared.idSpan,
      base.operation === 'view'
        ? '“{title}” is open to everybody in its space and its `view` list names no staff, so it is left open: add a group or a user who shall keep seeing it'
        : '“{title}” can be edited by everybody in its space and its `edit` list names no staff, so it is left so: add a group or a user who shall keep editing it',
      { title: page.title },
    );
  }
  if (list.unread) {
    return blocked(
      'notChecked',
      shared.idSpan,
      '“{title}” is left open, because not every guest on its list could be looked up and closing it would shut them out',
      { title: page.title },
    );
  }
  const other = base.operation === 'view' ? page.edit : { users: [], groups: [] };
  const users = new Map([[live.caller.accountId, live.caller.name]]);
  for (const person of list.staff) users.set(person.accountId, whoIs(person).label);
  for (const id of other.users) {
    const person = live.people.get(id);
    if (person?.kind === 'user') users.set(id, whoIs(person).label);
  }
  const groups = new Map([...list.groups, ...other.groups].map(({ id, name }) => [id, name]));
  const close: CloseStep = {
    ...base,
    kind: 'close',
    id: `close ${base.operation} ${page.id}`,
    span: shared.idSpan,
    after: [],
    waiting: false,
    users: named(users),
    groups: named(groups),
  };
  const guests = list.guests.map((guest) => allowGuest(guest, base, [close.id]));
  return take(close, ...guests);
}

function named(labels: ReadonlyMap<string, string>): CloseStep['users'] {
  return [...labels].map(([id, label]) => ({ id, label }));
}

function allowGuest(guest: ResolvedGuest, base: EntryBase, after: readonly string[]): EntryStep {
  return {
    ...base,
    kind: 'allow',
    id: entryId('allow', base, guest.who.email ?? guest.who.label),
    span: guest.entry.span,
    after: [...after, ...guest.after],
    waiting: guest.waiting,
    principal: 'user',
    who: guest.who,
    groupId: undefined,
  };
}

function entriesToAdd(
  shared: SharedPage,
  list: Resolved,
  restriction: Restriction,
  base: EntryBase,
): readonly EntryStep[] {
  const staff = list.staff
    .filter(({ accountId }) => !restriction.users.includes(accountId))
    .map((person) => allowUser(person, shared, base));
  const groups = list.groups
    .filter(({ id }) => !restriction.groups.some((group) => group.id === id))
    .map((group): EntryStep => ({
      ...base,
      kind: 'allow',
      id: entryId('allow', base, `group ${group.id}`),
      span: shared.idSpan,
      after: [],
      waiting: false,
      principal: 'group',
      who: { email: undefined, accountId: undefined, label: `group ${group.name}` },
      groupId: group.id,
    }));
  const guests = list.guests
    .filter(({ who }) => !who.accountId || !restriction.users.includes(who.accountId))
    .map((guest) => allowGuest(guest, base, []));
  return [...groups, ...staff, ...guests];
}

function allowUser(person: Person, shared: SharedPage, base: EntryBase): EntryStep {
  return {
    ...base,
    kind: 'allow',
    id: entryId('allow', base, person.accountId),
    span: shared.idSpan,
    after: [],
    waiting: false,
    principal: 'user',
    who: whoIs(person),
    groupId: undefined,
  };
}

/** In a strict space the guests who are not listed; everywhere those whose access the file revokes. */
function entriesToRemove(
  shared: SharedPage,
  list: Resolved | undefined,
  restriction: Restriction,
  base: EntryBase,
  { document, accounts, unidentified, live }: World,
): readonly EntryStep[] {
  const strict = list !== undefined && document.spaces.get(base.page.spaceKey)?.manage === 'strict';
  const wantedIds = new Set(list?.guests.map(({ who }) => who.accountId));
  return restriction.users.flatMap((accountId): EntryStep[] => {
    const person = live.people.get(accountId);
    if (person?.kind !== 'guest' || wantedIds.has(accountId)) return [];
    const listed = accounts.get(accountId);
    const revoked = listed?.granted.length === 0;
    const mayBeListed = !listed && unidentified && person.email === undefined;
    if (!revoked && (!strict || mayBeListed)) return [];
    return [
      {
        ...base,
        kind: 'disallow',
        id: entryId('disallow', base, accountId),
        span: revoked ? listed.span : shared.idSpan,
        after: [],
        waiting: false,
        principal: 'user',
        who: listed ? { email: listed.email, accountId, label: listed.email } : whoIs(person),
        groupId: undefined,
      },
    ];
  });
}
