import type { State } from '../../src/sandbox/dump';
import type { Switches } from '../../src/sandbox/switches';
import { caller } from './cast';
import type { SentRequest } from './site';
import { isGranted, isRevoked, namesOn } from './wishes';
import type { World } from './worlds';

/** What a sync was given, and the site before and after it. */
export interface Watched {
  readonly world: World;
  readonly switches: Switches;
  readonly before: State;
  readonly after: State;
  readonly sent: readonly SentRequest[];
}

/** Every promise that did not hold, in words; none is as it should be. */
export function complaintsOf(watched: Watched): readonly string[] {
  return [
    ...seatsBought(watched),
    ...otherRoles(watched),
    ...rolesChanged(watched),
    ...spacesTouched(watched),
    ...pagesTouched(watched),
    ...pagesLeftToGuests(watched),
    ...callerLockedOut(watched),
    ...mailedTwice(watched),
  ];
}

function seatsBought({ before, after }: Watched): readonly string[] {
  return before.seats === after.seats ? [] : [`seats: ${before.seats} → ${after.seats}`];
}

function otherRoles({ sent }: Watched): readonly string[] {
  return sent
    .flatMap(({ body }) => body.match(/atlassian\/\w+/g) ?? [])
    .filter((role) => role !== 'atlassian/guest')
    .map((role) => `sent the role ${role}`);
}

/** Guest is given to whom the file grants access and who has no role; it is taken from whom the file revokes and who had a space of it. */
function rolesChanged({ world, before, after }: Watched): readonly string[] {
  return after.people.flatMap(({ email, roles }) => {
    const had = rolesOf(before, email);
    const given = had.length === 0 && same(roles, ['guest']) && isGranted(world.file, email);
    const isOurs = before.spaces.some(({ key, access }) => world.file.spaces[key] && access[email]);
    const taken =
      same(had, ['guest']) && roles.length === 0 && isOurs && isRevoked(world.file, email);
    return same(had, roles) || given || taken
      ? []
      : [`roles of ${email}: ${had.join()} → ${roles.join()}`];
  });
}

function spacesTouched(watched: Watched): readonly string[] {
  const { before, after } = watched;
  return after.spaces.flatMap(({ key, access }) => {
    const old = before.spaces.find((space) => space.key === key)?.access ?? {};
    const names = new Set([...Object.keys(old), ...Object.keys(access)]);
    return [...names].flatMap((name) => {
      const had = [old[name] ?? []].flat();
      const has = [access[name] ?? []].flat();
      const gained = has.some((each) => !had.includes(each));
      const lost = had.some((each) => !has.includes(each));
      return [
        ...(gained && !mayGain(watched, key, name) ? [`${name} gained in ${key}`] : []),
        ...(lost && !mayLose(watched, key, name) ? [`${name} lost in ${key}`] : []),
      ];
    });
  });
}

/** Whom the file gives the space; and where the site itself puts new guests. */
function mayGain({ world, before }: Watched, key: string, name: string): boolean {
  const { site } = world.seed;
  const isUser = rolesOf(before, name).some((role) => role !== 'guest');
  if (isUser || !isGranted(world.file, name)) return false;
  return site.defaultGuestSpace === key || isGranted(world.file, name, key);
}

/** In an owned space the listed, and in a strict one every guest; and what the site drops with the role. */
function mayLose(watched: Watched, key: string, name: string): boolean {
  const { world, before, switches } = watched;
  const { file } = world;
  if (rolesOf(before, name).some((role) => role !== 'guest') || name.startsWith('group:')) {
    return false;
  }
  // The site takes every space with the last role. One that the file does not own is among them only
  // where a guest has two while the file says that a guest has one.
  if (hasLostRole(watched, name) && switches.revokedSpace === 'dropped') return true;
  const owned = file.spaces[key];
  if (!owned) return false;
  const isGone =
    watched.after.spaces.find((space) => space.key === key)?.access[name] === undefined;
  if (isGranted(file, name, key) && isGone) return false;
  const isListed = isGranted(file, name) || isRevoked(file, name);
  return isListed || (owned.manage === 'strict' && file.guests !== undefined);
}

function pagesTouched(watched: Watched): readonly string[] {
  const { file } = watched.world;
  return lists(watched).flatMap(({ page, operation, had, has }) => {
    const owned = file.spaces[page.space];
    const wanted = owned && namesOn(file, page.id, operation);
    const where = `${operation} of page ${page.id}`;
    const mayCome = (name: string): boolean =>
      wanted?.names.includes(name) === true ||
      // A page that is closed keeps its staff: the caller and those on its other list.
      (wanted !== undefined && had.length === 0 && isStaff(watched, name));
    const mayGo = (name: string): boolean => {
      // Somebody without any role, whom the file revokes, has only left an entry behind.
      const isFormer = rolesOf(watched.before, name).length === 0 && !name.startsWith('group:');
      if (isStaff(watched, name) && !(isFormer && isRevoked(file, name))) return false;
      // The site takes whoever has lost the last role off every page.
      const isDropped = watched.switches.revokedRestrictions === 'dropped';
      if (isDropped && hasLostRole(watched, name)) return true;
      if (!owned || !file.pages) return false;
      const isMoved = !isGranted(file, name, page.space);
      const isUnlisted = wanted?.exact === true && (!wanted.names.includes(name) || isMoved);
      return isRevoked(file, name) || (owned.manage === 'strict' && isUnlisted);
    };
    return [
      ...has
        .filter((name) => !had.includes(name) && !mayCome(name))
        .map((name) => `${name} was added to ${where}`),
      ...had
        .filter((name) => !has.includes(name) && !mayGo(name))
        .map((name) => `${name} was taken off ${where}`),
    ];
  });
}

function pagesLeftToGuests(watched: Watched): readonly string[] {
  return lists(watched).flatMap(({ page, operation, had, has }) => {
    const where = `${operation} of page ${page.id}`;
    const hasStaff = (names: readonly string[]): boolean =>
      names.some((name) => isStaff(watched, name));
    const wasAlone = had.length > 0 && !hasStaff(had);
    // A page of one guest alone is opened by the site when it drops the guest with the role.
    const byTheSite =
      watched.switches.revokedRestrictions === 'dropped' &&
      had.every((name) => hasLostRole(watched, name));
    return [
      ...(has.length > 0 && !hasStaff(has) && !wasAlone ? [`${where} is left to guests`] : []),
      ...(had.length > 0 && has.length === 0 && !byTheSite ? [`${where} was opened`] : []),
    ];
  });
}

function callerLockedOut({ before, after }: Watched): readonly string[] {
  const now = new Set(sightOf(after, caller));
  return sightOf(before, caller)
    .filter((right) => !now.has(right))
    .map((right) => `the caller lost: ${right}`);
}

/** The view restrictions of every ancestor count, and for editing the page's own edit restriction. */
function sightOf(state: State, email: string): readonly string[] {
  const groups = state.groups
    .filter(({ members }) => members.includes(email))
    .map(({ name }) => `group:${name}`);
  const admits = (names: readonly string[]): boolean =>
    names.length === 0 || names.some((name) => name === email || groups.includes(name));
  const sees = (id: string | undefined): boolean => {
    const page = state.pages.find((one) => one.id === id);
    return !page || (admits(page.view) && sees(page.parent));
  };
  return state.pages.flatMap(({ id, edit }) =>
    sees(id) ? [`view ${id}`, ...(admits(edit) ? [`edit ${id}`] : [])] : [],
  );
}

function mailedTwice({ after }: Watched): readonly string[] {
  const mailed = after.mail.map(({ email }) => email.toLowerCase());
  return mailed
    .filter((email, index) => mailed.indexOf(email) < index)
    .map((email) => `${email} was mailed again`);
}

/** How many guests have lost every owned space, or the Guest role. */
export function removedGuests({ world, before, after }: Watched): number {
  const spacesOf = (state: State, email: string): number =>
    state.spaces.filter(({ key, access }) => world.file.spaces[key] && access[email]).length;
  return before.people.filter(({ email, roles }) => {
    const isOut = spacesOf(before, email) > 0 && spacesOf(after, email) === 0;
    return same(roles, ['guest']) && (isOut || rolesOf(after, email).length === 0);
  }).length;
}

/** Both lists of every page, before and after. */
function lists({ before, after }: Watched) {
  const lower = (names: readonly string[] = []): readonly string[] =>
    names.map((name) => name.toLowerCase());
  return after.pages.flatMap((page) => {
    const old = before.pages.find(({ id }) => id === page.id);
    return (['view', 'edit'] as const).map((operation) => ({
      page,
      operation,
      had: lower(old?.[operation]),
      has: lower(page[operation]),
    }));
  });
}

/** Everybody but a guest who is nothing else, by the words that the product uses. */
function isStaff({ before, after }: Watched, name: string): boolean {
  if (name.startsWith('group:')) return true;
  const isGuest = [before, after].some((state) => same(rolesOf(state, name), ['guest']));
  return !isGuest;
}

function hasLostRole({ before, after }: Watched, email: string): boolean {
  return same(rolesOf(before, email), ['guest']) && rolesOf(after, email).length === 0;
}

function rolesOf({ people }: State, email: string): readonly string[] {
  return people.find((person) => person.email.toLowerCase() === email.toLowerCase())?.roles ?? [];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
