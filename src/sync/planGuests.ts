import type { Guest } from '../document/model';
import { siteSpan } from '../document/site';
import type { DesiredGuest } from './desired';
import { blocked, join, nothing, notice, take, type Draft } from './draft';
import { beforeIn, leave } from './leave';
import { accessOf, personAt, type Live } from './live';
import { planRevoked } from './planRevoked';
import { planUnlisted } from './planUnlisted';
import { hasRole, pairsOf, targetFor } from './role';
import type { Who } from './step';
import { accountOf, ownedBy, type World } from './world';

/** Invitations, spaces and the Guest role. Nothing when the file manages no guests. */
export function planGuests(world: World): Draft {
  if (!world.document.guests) return nothing;
  if (world.live.peopleUnread !== undefined) {
    return blocked(
      'notChecked',
      siteSpan(world.document),
      'Who is a guest on the site could not be checked, so no guest is changed: {why}',
      { why: world.live.peopleUnread },
    );
  }
  return join([
    ...spacesToReport(world),
    ...[...world.desired.values()].map((guest) => planGuest(guest, world)),
    ...[...world.document.spaces.values()].map((space) => planUnlisted(space, world)),
  ]);
}

function planGuest(guest: DesiredGuest, world: World): Draft {
  const facts = { who: guest.email };
  if (world.shared.has(guest.key)) {
    return blocked(
      'sharedAccount',
      guest.span,
      '{who} leads to the same Atlassian account as another address of the file, so nothing is changed for either: keep one of them',
      facts,
    );
  }
  if (accountOf(world.live, guest.email) === world.live.caller.accountId) {
    return blocked(
      'paidUser',
      guest.span,
      '{who} is the account that runs the sync, which never changes its own access: remove the entry',
      facts,
    );
  }
  return guest.granted.length > 0 ? planGranted(guest, world) : planRevoked(guest, world);
}

function spacesToReport({ document, live }: World): readonly Draft[] {
  return [...document.spaces.values()].flatMap(({ key, span }) => {
    const space = live.spaces.get(key);
    if (space?.state === 'missing') {
      return [
        blocked(
          'spaceMissing',
          span,
          'Space {space} is not there or not visible to you: check its key, or ask its administrator for access',
          { space: key },
        ),
      ];
    }
    const unread =
      space?.state === 'unread'
        ? space.why
        : space?.state === 'found' && space.value.access.state === 'unread'
          ? space.value.access.why
          : undefined;
    return unread === undefined
      ? []
      : [
          blocked('spaceUnread', span, 'Who may use space {space} could not be checked: {why}', {
            space: key,
            why: unread,
          }),
        ];
  });
}

function planGranted(guest: DesiredGuest, world: World): Draft {
  const { live, memory } = world;
  const { span } = guest;
  const facts = { who: guest.email };
  const address = live.addresses.get(guest.key);
  const person = personAt(live, guest.email);
  const invited = memory.invited.get(guest.key);
  if (!live.organization && (!person || person.kind === 'none')) {
    return invited?.sure ? waitingNotice(guest) : toBeInvited(guest);
  }
  if (!address || address.state === 'unread') {
    return blocked('notChecked', span, '{who} could not be looked up: {why}', {
      ...facts,
      why: address?.why ?? '',
    });
  }
  if (person?.state === 'inactive' && !invited) {
    return blocked(
      'deactivated',
      span,
      'The Atlassian account of {who} is deactivated or suspended: an organization admin must restore it first',
      facts,
    );
  }
  if (person?.kind === 'user') {
    return blocked(
      'paidUser',
      span,
      '{who} already is a Confluence user and takes a paid seat, so nothing is changed: remove the entry, or have the User role taken away first',
      facts,
    );
  }
  const absent = address.state === 'missing' || person?.kind === 'none';
  if (absent && !invited?.sure) return planInvitation(guest, invited !== undefined, world);
  const known = address.state === 'found' && (person?.kind === 'guest' || invited !== undefined);
  if (!known) {
    if (invited) return waitingNotice(guest);
    return person?.state === 'waiting'
      ? hiddenNotice(guest)
      : blocked(
          'notChecked',
          span,
          'Whether {who} is a guest could not be checked: try again',
          facts,
        );
  }
  const accountId = address.value;
  const waiting = person?.state !== 'active' || invited?.refused === true;
  const who: Who = { email: guest.email, accountId, label: guest.email };
  const spaces = planSpaces(guest, who, waiting, [], world);
  return waiting && person?.state !== 'active' ? join([spaces, waitingNotice(guest)]) : spaces;
}

function waitingNotice({ email, span }: DesiredGuest): Draft {
  return notice('waiting', span, '{who} has been invited and has not accepted yet', { who: email });
}

/** Somebody else may have invited them, or Confluence may merely not show them. */
function hiddenNotice({ email, span }: DesiredGuest): Draft {
  return notice(
    'waiting',
    span,
    'The organization knows {who} and Confluence does not show them, as before an invitation is accepted',
    { who: email },
  );
}

/** Without the organization's word somebody who cannot be seen may be invited already. */
function toBeInvited({ email, account, span }: DesiredGuest): Draft {
  return blocked(
    'noOrganization',
    span,
    account === undefined
      ? '{who} must be invited by an organization admin; if that is done and Confluence hides the address, write the `account` id'
      : '{who} must be invited by an organization admin: Confluence does not show the account of the entry',
    { who: email },
  );
}

function planInvitation(guest: DesiredGuest, uncertain: boolean, world: World): Draft {
  const id = `invite ${guest.key}`;
  const who: Who = { email: guest.email, accountId: undefined, label: guest.email };
  return join([
    take({
      kind: 'invite',
      id,
      span: guest.span,
      after: [],
      waiting: false,
      who,
      notify: !uncertain,
    }),
    planSpaces(guest, who, false, [id], world),
  ]);
}

/** The spaces and roles of somebody who is, or is about to be, a guest. */
function planSpaces(
  guest: DesiredGuest,
  who: Who,
  waiting: boolean,
  after: readonly string[],
  world: World,
): Draft {
  const wanted = new Set(guest.granted.map(({ space }) => space));
  const { spacesPerGuest } = world.document.limits;
  const owned = ownedBy(who.accountId, world);
  const spare = owned.filter((key) => !wanted.has(key));
  // A guest who has all the spaces that Atlassian allows must leave one to enter another.
  const full = owned.length >= spacesPerGuest;
  const drafts = guest.granted.map((entry): Draft => {
    const target = targetFor(entry.role, world.live);
    if (!target) return blockedRole(entry, world.live);
    if (!canRead(entry.space, world.live)) return nothing;
    const access = who.accountId && accessOf(world.live, entry.space, who.accountId);
    if (access && hasRole(access, target)) return nothing;
    const base = { who, waiting, after, span: entry.span, space: entry.space, role: entry.role };
    if (access) {
      return take({
        ...base,
        kind: 'changeRole',
        id: `changeRole ${guest.key} ${entry.space}`,
        from: undefined,
        before: pairsOf(access),
      });
    }
    const from = full ? spare.shift() : undefined;
    return take({
      ...base,
      kind: from === undefined ? 'grant' : 'move',
      id: `${from === undefined ? 'grant' : 'move'} ${guest.key} ${entry.space}`,
      from,
      before: from === undefined ? [] : beforeIn(from, who, world.live),
    });
  });
  return join([
    ...drafts,
    ...spare
      .filter(
        (key) => guest.ended.includes(key) || world.document.spaces.get(key)?.manage === 'strict',
      )
      .map((key) => take(leave(guest.key, who, key, guest.span, world.live))),
  ]);
}

function blockedRole(entry: Guest, live: Live): Draft {
  if (live.roles.state === 'unread') {
    return blocked(
      'notChecked',
      entry.span,
      'The space roles of the site could not be read: {why}',
      {
        why: live.roles.why,
      },
    );
  }
  const names =
    live.mode === 'roles' && live.roles.state === 'found'
      ? live.roles.value.map(({ name }) => name).join(', ')
      : 'viewer, contributor';
  return blocked(
    'unknownRole',
    entry.span,
    'This site has no role “{role}” that a guest could get this way: write one of {names}',
    { role: entry.role, names },
  );
}

function canRead(key: string, live: Live): boolean {
  const space = live.spaces.get(key);
  return space?.state === 'found' && space.value.access.state === 'found';
}
