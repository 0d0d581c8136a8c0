import type { DesiredGuest } from './desired';
import { blocked, join, nothing, notice, take, type Draft } from './draft';
import { leave } from './leave';
import type { Who } from './step';
import { ownedBy, type World } from './world';

/** Somebody whose entries give no access: past their date or revoked. */
export function planRevoked(guest: DesiredGuest, world: World): Draft {
  const { live, memory, document } = world;
  const address = live.addresses.get(guest.key);
  if (!address || address.state === 'missing') {
    return memory.invited.has(guest.key)
      ? notice(
          'waiting',
          guest.span,
          '{who} was invited and the site does not show them, so the invitation can still be accepted: withdraw it in admin.atlassian.com',
          { who: guest.email },
        )
      : nothing;
  }
  if (address.state === 'unread') {
    return blocked('notChecked', guest.span, '{who} could not be looked up: {why}', {
      who: guest.email,
      why: address.why,
    });
  }
  const accountId = address.value;
  const person = live.people.get(accountId);
  const invited = memory.invited.has(guest.key);
  // Whom a sync has taken the space from was a guest then, and Confluence shows that no more.
  const isOver = !live.organization && memory.revoking.has(accountId) && person?.kind !== 'guest';
  if (isOver) return nothing;
  if (person?.kind === 'none') {
    // The role is gone; what it left behind in the owned spaces goes too.
    const who: Who = { email: guest.email, accountId, label: guest.email };
    return take(
      ...ownedBy(accountId, world).map((key) => leave(guest.key, who, key, guest.span, live)),
    );
  }
  if (person?.kind !== 'guest' && person?.kind !== 'user' && !invited) {
    return blocked(
      'notChecked',
      guest.span,
      'Whether {who} is a guest could not be checked: try again',
      {
        who: guest.email,
      },
    );
  }
  if (person?.kind === 'user') {
    return notice(
      'paidUser',
      guest.span,
      '{who} is a Confluence user rather than a guest, so no access is taken away',
      { who: guest.email },
    );
  }
  const who: Who = { email: guest.email, accountId, label: guest.email };
  const owned = ownedBy(accountId, world);
  const leaves = owned.map((key) => leave(guest.key, who, key, guest.span, live));
  // One space a guest: whoever has an owned one, or has not accepted, can have no other.
  const pending = invited && person?.state !== 'active';
  const ours = owned.length > 0 || pending || memory.revoking.has(accountId);
  if (!ours || document.limits.spacesPerGuest > 1) {
    return join([
      take(...leaves),
      notice(
        'guestElsewhere',
        guest.span,
        '{who} keeps the Guest role, which may be for a space that this file does not own: an organization admin can take it away',
        { who: guest.email },
      ),
    ]);
  }
  if (!live.organization) {
    return join([
      take(...leaves.map((step) => ({ ...step, roleFollows: true }))),
      blocked(
        'noOrganization',
        guest.span,
        'The Guest role of {who} must be taken away by an organization admin',
        { who: guest.email },
      ),
    ]);
  }
  return take(...leaves, {
    kind: 'revoke',
    id: `revoke ${guest.key}`,
    span: guest.span,
    after: leaves.map(({ id }) => id),
    waiting: false,
    who,
  });
}
