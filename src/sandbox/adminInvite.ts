import * as z from 'zod/mini';
import { roleNamed } from './adminRoles';
import { scopedKey } from './adminUsers';
import { bodyOf, record } from './call';
import type { AdminCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { freeGuestPlaces, landInDefaultSpace } from './guests';
import { accountIdOf } from './stableId';
import { guestsOf, isGuestOnly, personByEmail, resourceOf, seatsOf } from './state';
import type { Person, Role, World } from './state';

const request = z.object({
  emails: z.array(z.string()).check(z.minLength(1), z.maxLength(25)),
  permissionRules: z._default(z.array(z.object({ resource: z.string(), role: z.string() })), []),
  additionalGroups: z._default(z.array(z.string()), []),
  sendNotification: z._default(z.boolean(), false),
  notificationText: z._default(z.string(), ''),
});

type Request = z.infer<typeof request>;

/**
 * `POST /admin/v2/orgs/{orgId}/users/invite`: each address by itself, 206 when at least one failed.
 * It gives every role that it is asked for, the paid ones too.
 */
export function invite(call: AdminCall): Answer {
  const { world } = call;
  if (call.scoped && world.switches.scopedKeyInvite === 'refused') throw scopedKey();
  const asked = bodyOf(call, request, 'admin');
  const roles = rolesOf(world, asked);
  const isOverQuota = roles.includes('guest') && needed(world, asked) > freeGuestPlaces(world);
  if (isOverQuota && world.switches.quotaAnswer === '409') throw overLimit();
  if (roles.some((role) => role !== 'guest') && isFull(world, asked)) throw overLimit();
  const data = asked.emails.map((email) => {
    const failure = inviteOne(call, email, roles, asked);
    return resultOf(world, email, asked, failure);
  });
  const failed = data.some(({ failed }) => failed);
  return { status: failed ? 206 : 200, body: { data: data.map(({ shape }) => shape) } };
}

/** Checks what concerns the request as a whole. */
function rolesOf(world: World, asked: Request): readonly Role[] {
  if (world.site.plan === 'free') {
    throw refusal('admin', 402, 'A paid subscription is needed', 'ADMIN-UAM-402-1');
  }
  for (const group of asked.additionalGroups) {
    if (!world.groups.has(group)) {
      throw refusal('admin', 404, 'Group not found', 'ADMIN-UAM-404-3');
    }
  }
  if (
    asked.sendNotification &&
    asked.notificationText === '' &&
    world.switches.notificationText === 'required'
  ) {
    throw refusal('admin', 400, 'notificationText is required');
  }
  return asked.permissionRules.map(({ resource, role: name }) => {
    if (resource !== resourceOf(world)) {
      throw refusal('admin', 404, 'Resource not found', 'ADMIN-UAM-404-1');
    }
    const role = roleNamed(name);
    if (role === undefined) {
      throw refusal('admin', 400, 'The role is not valid for the resource', 'ADMIN-UAM-400-3');
    }
    return role;
  });
}

type Failure = 'INVALID_EMAIL' | 'USER_DEACTIVATED' | 'LICENSE_LIMIT' | 'ALREADY_HAS_ACCESS';

const sentences: Readonly<Record<Failure, string>> = {
  INVALID_EMAIL: 'This is not a valid email address.',
  USER_DEACTIVATED: 'This account is deactivated.',
  LICENSE_LIMIT: 'You have reached the limit of users or guests of this app.',
  ALREADY_HAS_ACCESS: 'This user already has access to this app.',
};

/** Invites one address, unless it fails. */
function inviteOne(
  call: AdminCall,
  email: string,
  roles: readonly Role[],
  asked: Request,
): Failure | undefined {
  const { world } = call;
  const { inviteOfGuest, inviteOfUser } = world.switches;
  const known = personByEmail(world, email);
  const wantsGuest = roles.includes('guest');
  const failure = failureOf(world, email, known, wantsGuest);
  if (failure !== undefined) return failure;
  const invitesUser = wantsGuest && standingOf(known) === 'user';
  if (invitesUser && inviteOfUser === 'staysUser') return undefined;
  const isSilent = wantsGuest && standingOf(known) === 'guest' && inviteOfGuest === 'silent';
  const person = known ?? newcomer(world, email);
  if (invitesUser && inviteOfUser === 'becomesGuest') person.roles.clear();
  for (const role of roles) person.roles.add(role);
  for (const group of asked.additionalGroups) {
    world.groups.get(group)?.members.add(person.accountId);
  }
  if (isGuestOnly(person.roles)) landInDefaultSpace(world, person);
  if (!isSilent) notify(call, person, asked);
  record(call, 'invite', { email: person.email, roles });
  return undefined;
}

function failureOf(
  world: World,
  email: string,
  known: Person | undefined,
  wantsGuest: boolean,
): Failure | undefined {
  const { inviteOfGuest, inviteOfUser } = world.switches;
  if (!z.safeParse(z.email(), email).success) return 'INVALID_EMAIL';
  if (known?.state === 'deactivated') return 'USER_DEACTIVATED';
  if (!wantsGuest) return undefined;
  switch (standingOf(known)) {
    case 'outsider':
      return freeGuestPlaces(world) < 1 ? 'LICENSE_LIMIT' : undefined;
    case 'guest':
      return inviteOfGuest === 'error' ? 'ALREADY_HAS_ACCESS' : undefined;
    case 'user':
      return inviteOfUser === 'error' ? 'ALREADY_HAS_ACCESS' : undefined;
  }
}

function standingOf(known: Person | undefined): 'outsider' | 'guest' | 'user' {
  if (known === undefined || known.roles.size === 0) return 'outsider';
  return known.roles.has('guest') ? 'guest' : 'user';
}

function newcomer(world: World, email: string): Person {
  const person: Person = {
    accountId: accountIdOf(email),
    email,
    name: email.slice(0, email.indexOf('@')),
    roles: new Set(),
    state: world.switches.acceptInvites === 'atOnce' ? 'active' : 'invited',
    siteAdmin: false,
    orgAdmin: false,
    otherApp: false,
    emailVisible: false,
  };
  world.people.set(person.accountId, person);
  return person;
}

function notify({ world, now }: AdminCall, { email }: Person, asked: Request): void {
  const isLost = asked.notificationText === '' && world.switches.notificationText === 'silent';
  if (!asked.sendNotification || isLost) return;
  world.mail.push({ email, at: new Date(now).toISOString(), text: asked.notificationText });
}

function resultOf(world: World, email: string, asked: Request, failure: Failure | undefined) {
  const { switches } = world;
  const id = personByEmail(world, email)?.accountId;
  const showsId = id !== undefined && (failure === undefined || switches.idOnError === 'present');
  const reason = { code: failure, sentence: failure && sentences[failure], absent: undefined };
  const outcome = {
    status: failure === undefined ? 'INVITED' : 'ERROR',
    statusReason: reason[switches.statusReason] ?? null,
  };
  const result = {
    roleAssignmentResult: asked.permissionRules.map((rule) => ({ ...rule, ...outcome })),
    groupAssignmentResult: asked.additionalGroups.map((group) => ({ group, ...outcome })),
  };
  return {
    failed: failure !== undefined,
    shape: { email, ...(showsId ? { id } : {}), results: [result] },
  };
}

/** How many of the addresses would take a guest's place that they have not. */
function needed(world: World, { emails }: Request): number {
  const unique = new Set(emails.map((email) => email.toLowerCase()));
  return [...unique].filter((email) => standingOf(personByEmail(world, email)) === 'outsider')
    .length;
}

function isFull(world: World, { emails }: Request): boolean {
  return seatsOf(world) + guestsOf(world) + emails.length > world.site.userLimit;
}

function overLimit() {
  return refusal('admin', 409, 'The limit of users of this app is exceeded', 'ADMIN-UAM-409-3');
}
