import type { SharedPage } from '../document/model';
import { blocked, take, type Draft } from './draft';
import type { Live } from './live';
import { found } from './look';
import type { Page } from './model';
import { allowGuest, type EntryBase } from './pageEntries';
import type { Resolved } from './pageList';
import { whoIs, type CloseStep } from './step';
import type { World } from './world';

/**
 * Restrict an open page: first, in one request, the caller, the staff named and the staff who are
 * on the page's other restriction; then the guests one by one.
 */
export function closePage(
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
  if (base.operation === 'view' && isHome(page, live)) {
    return blocked(
      'restrictsHome',
      shared.idSpan,
      '“{title}” is the home page of space {space} and is left open, for restricting it hides every page below it: restrict those instead',
      { title: page.title, space: page.spaceKey },
    );
  }
  if (list.incomplete) {
    return blocked(
      'notChecked',
      shared.idSpan,
      '“{title}” is left open, because not everybody on its list could be found and closing it would shut them out',
      { title: page.title },
    );
  }
  const other = base.operation === 'view' ? page.edit : { users: [], groups: [] };
  const users = new Map([[live.caller.accountId, live.caller.name]]);
  for (const person of list.staff) users.set(person.accountId, whoIs(person).label);
  for (const id of other.users) {
    const person = live.people.get(id);
    if (person?.kind !== 'guest' && person?.state !== 'inactive')
      users.set(id, person ? whoIs(person).label : id);
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

function isHome(page: Page, live: Live): boolean {
  return found(live.spaces.get(page.spaceKey))?.homepageId === page.id;
}
