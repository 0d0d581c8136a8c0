import { addressKey } from '../document/address';
import type { Principal } from '../document/model';
import { expandTeams, type DesiredGuest, type Entry } from './desired';
import { blocked, join, type Draft } from './draft';
import { accessOf, personAt, type Live } from './live';
import type { Group, Page, Person } from './model';
import type { SpaceStep, Step, Who } from './step';
import { accountOf, type World } from './world';

/** The steps that give, change or take a space, by the guest's `addressKey`. */
export type StepsByAddress = ReadonlyMap<string, readonly SpaceStep[]>;

export function stepsByAddress(steps: readonly Step[]): StepsByAddress {
  const byAddress = new Map<string, SpaceStep[]>();
  for (const step of steps) {
    if (!('space' in step) || step.who.email === undefined) continue;
    const key = addressKey(step.who.email);
    byAddress.set(key, [...(byAddress.get(key) ?? []), step]);
  }
  return byAddress;
}

/** Whom a list names, as far as the site knows them. */
export interface Resolved {
  readonly guests: readonly ResolvedGuest[];
  /** The accounts of the guests who belong on it, also of those who cannot be put there now. */
  readonly wanted: ReadonlySet<string>;
  readonly staff: readonly Person[];
  readonly groups: readonly Group[];
  /** Somebody on it could not be found, so that a restriction made from it would shut them out. */
  readonly incomplete: boolean;
  /** What is wrong with the other names. */
  readonly draft: Draft;
}

export interface ResolvedGuest {
  readonly who: Who;
  readonly entry: Entry;
  readonly after: readonly string[];
  readonly waiting: boolean;
}

/** Everybody on a list, teams expanded, with the steps that entries must come after. */
export function resolveList(
  list: readonly Principal[] | undefined,
  page: Page,
  steps: StepsByAddress,
  world: World,
): Resolved | undefined {
  if (!list) return undefined;
  const entries = expandTeams(list, world.document);
  const guests: ResolvedGuest[] = [];
  const wanted = new Set<string>();
  const staff: Person[] = [];
  const groups: Group[] = [];
  const drafts: Draft[] = [];
  let incomplete = false;
  for (const entry of entries) {
    switch (entry.kind) {
      case 'guest': {
        const guest = world.desired.get(addressKey(entry.email));
        if (!guest || guest.granted.length === 0) break;
        if (!guest.granted.some(({ space }) => space === page.spaceKey)) {
          drafts.push(
            blocked(
              'guestOutsidePageSpace',
              entry.span,
              '{who} cannot see “{title}”, which is in space {space}: a guest has one space, and theirs is {other}',
              {
                who: guest.email,
                title: page.title,
                space: page.spaceKey,
                other: guest.granted.map(({ space }) => space).join(', '),
              },
            ),
          );
          break;
        }
        incomplete ||= world.live.addresses.get(guest.key)?.state === 'unread';
        const accountId = accountOf(world.live, guest.email);
        if (accountId !== undefined) wanted.add(accountId);
        const found = resolveGuest(guest, entry, page, steps, world);
        if (found) guests.push(found);
        break;
      }
      case 'group': {
        const group = world.live.groups.get(entry.name);
        if (group?.state === 'found') groups.push(group.value);
        else {
          incomplete = true;
          drafts.push(
            blocked(
              'unknownGroup',
              entry.span,
              group?.state === 'unread'
                ? 'Group {name} could not be looked up: {why}'
                : 'The site shows no group {name}: check its name',
              { name: entry.name, why: group?.state === 'unread' ? group.why : '' },
            ),
          );
        }
        break;
      }
      case 'user': {
        const person = staffBehind(entry.user, world.live);
        if (person?.kind === 'user' && person.state === 'inactive') {
          drafts.push(
            blocked(
              'deactivated',
              entry.span,
              'The account of {name} is deactivated, so the site lets nobody put it on a page: take it off the list',
              { name: entry.user },
            ),
          );
        } else if (person?.kind === 'user') staff.push(person);
        else {
          incomplete = true;
          drafts.push(
            blocked(
              'unknownUser',
              entry.span,
              'The site shows no Confluence user {name}: check it, or write the account id behind `user:`',
              { name: entry.user },
            ),
          );
        }
        break;
      }
    }
  }
  return { guests, wanted, staff, groups, incomplete, draft: join(drafts) };
}

function staffBehind(user: string, live: Live): Person | undefined {
  return user.includes('@') ? personAt(live, user) : live.people.get(user);
}

/** A guest who is, or by the guest steps will be, able to use the page's space. */
function resolveGuest(
  guest: DesiredGuest,
  entry: Entry,
  page: Page,
  steps: StepsByAddress,
  { live }: World,
): ResolvedGuest | undefined {
  const entering = steps
    .get(guest.key)
    ?.find(({ kind, space }) => (kind === 'grant' || kind === 'move') && space === page.spaceKey);
  const accountId = accountOf(live, guest.email);
  const inside = accountId !== undefined && accessOf(live, page.spaceKey, accountId);
  const person = inside && live.people.get(accountId);
  const isInside = person && person.kind === 'guest' && person.state !== 'inactive';
  if (!entering && !isInside) return undefined;
  return {
    who:
      entering && 'who' in entering
        ? entering.who
        : { email: guest.email, accountId, label: guest.email },
    entry,
    after: entering ? [...entering.after, entering.id] : [],
    waiting: entering?.waiting ?? false,
  };
}
