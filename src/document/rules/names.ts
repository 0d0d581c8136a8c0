import { addressKey } from '../address';
import type { Member, Principal, Problem } from '../model';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { mayHold } from './rule';

/** Guests and teams that are used must be declared, or nobody would get what the page promises. */
export function* unknownNames(index: Index): Iterable<Problem> {
  const guest = unknownGuest(index);
  const team = unknownTeam(index);
  for (const { members } of index.teams.entries) for (const one of members) yield* guest(one);
  for (const { page } of index.pages.entries)
    for (const one of [...(page.view ?? []), ...(page.edit ?? [])]) {
      if (one.kind === 'guest') yield* guest(one);
      if (one.kind === 'team') yield* team(one);
      if (one.kind === 'user') yield* guestAsStaff(index, one);
    }
}

function unknownGuest({ byAddress, guests }: Index): (member: Member) => Iterable<Problem> {
  const nearest = nearestOf(byAddress.keys());
  return function* ({ email, span }) {
    const key = addressKey(email);
    if (byAddress.has(key) || mayHold(guests, key)) return;
    const meant = nearest(key);
    const text = !guests.present
      ? sentence('`{email}` is no guest, for this file has no `guests:`: add the guest there.', {
          email,
        })
      : meant === undefined
        ? sentence('`{email}` is not under `guests:`: add the guest there.', { email })
        : sentence('`{email}` is not under `guests:`: did you mean `{meant}`?', { email, meant });
    yield problem('unknownGuest', span, text);
  };
}

function unknownTeam({ teams, document }: Index) {
  const nearest = nearestOf(document.teams.keys());
  return function* ({ name, span }: Principal & { kind: 'team' }): Iterable<Problem> {
    if (document.teams.has(name) || mayHold(teams, name)) return;
    const meant = nearest(name);
    yield problem(
      'unknownTeam',
      span,
      meant === undefined
        ? sentence('There is no team `{name}` under `teams:`: add it there.', { name })
        : sentence('There is no team `{name}` under `teams:`: did you mean `{meant}`?', {
            name,
            meant,
          }),
    );
  };
}

/** A guest named as staff would make a page of guests alone look as if staff were on it. */
function* guestAsStaff(
  { byAddress }: Index,
  { user, span }: Principal & { kind: 'user' },
): Iterable<Problem> {
  const email = byAddress.get(addressKey(user))?.[0]?.guest.email;
  if (email !== undefined)
    yield problem(
      'invalidPrincipal',
      span,
      sentence('`{email}` is a guest and not staff: write the address without `user:`.', { email }),
    );
}
