import type { SharedPage } from '../document/model';
import type { Person, Restriction } from './model';
import type { Resolved, ResolvedGuest } from './pageList';
import { whoIs, type EntryStep } from './step';
import { doubtsAbout, type World } from './world';

export type EntryBase = Pick<EntryStep, 'page' | 'operation' | 'before'>;

const entryId = (kind: string, { page, operation }: EntryBase, key: string): string =>
  `${kind} ${operation} ${page.id} ${key}`;

/** The entry of one guest. */
export function allowGuest(
  guest: ResolvedGuest,
  base: EntryBase,
  after: readonly string[],
): EntryStep {
  return {
    page: base.page,
    operation: base.operation,
    before: base.before,
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

/** Who is named and not on the restriction yet. */
export function entriesToAdd(
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
export function entriesToRemove(
  shared: SharedPage,
  list: Resolved | undefined,
  restriction: Restriction,
  base: EntryBase,
  world: World,
): readonly EntryStep[] {
  const { document, accounts, shared: ambiguous, unidentified, live } = world;
  const strict = list !== undefined && document.spaces.get(base.page.spaceKey)?.manage === 'strict';
  return restriction.users.flatMap((accountId): EntryStep[] => {
    const person = live.people.get(accountId);
    if (!person || person.kind === 'user' || accountId === live.caller.accountId) return [];
    const listed = accounts.get(accountId);
    const revoked = listed?.granted.length === 0 && !ambiguous.has(listed.key);
    // Whoever has lost the Guest role has left entries behind; only the file's word takes them away.
    if (list?.wanted.has(accountId) || (person.kind !== 'guest' && !revoked)) return [];
    const mayBeListed = !listed && unidentified && person.email === undefined;
    if (!revoked && (!strict || mayBeListed)) return [];
    return [
      {
        ...base,
        kind: 'disallow',
        id: entryId('disallow', base, accountId),
        span: revoked ? listed.span : shared.idSpan,
        after: listed ? [] : doubtsAbout(person, world),
        waiting: false,
        principal: 'user',
        who: listed ? { email: listed.email, accountId, label: listed.email } : whoIs(person),
        groupId: undefined,
      },
    ];
  });
}
