import { addressKey } from '../address';
import type { Member, Principal, Problem } from '../model';
import { moveSpan } from '../move';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { entriesOf, mayHold } from './rule';

/** Guests and teams that are used must be declared, or nobody would get what the page promises. */
export function* unknownNames(index: Index): Iterable<Problem> {
  const guest = unknownGuest(index);
  const team = unknownTeam(index);
  for (const { at, content } of index.teams.entries)
    for (const one of content.members) yield* guest(one, at);
  for (const { at, content } of index.pages.entries)
    for (const one of content.principals) {
      if (one.kind === 'guest') yield* guest(one, at);
      if (one.kind === 'team') yield* team(one, at);
      if (one.kind === 'user') yield* guestAsStaff(index, one, at);
    }
}

type Found = Iterable<Problem>;
const none: Found = [];

function unknownGuest(index: Index): (member: Member, at: number) => Found {
  const { byAddress, guests } = index;
  const nearest = nearestOf(byAddress.keys());
  return ({ email, span }, at) => {
    if (entriesOf(index, email).length > 0) return none;
    const key = addressKey(email);
    if (mayHold(guests, key)) return none;
    const meant = nearest(key);
    const text = !guests.present
      ? sentence('`{email}` is no guest, for this file has no `guests:`: add the guest there.', {
          email,
        })
      : meant === undefined
        ? sentence('`{email}` is not under `guests:`: add the guest there.', { email })
        : sentence('`{email}` is not under `guests:`: did you mean `{meant}`?', { email, meant });
    return [problem('unknownGuest', moveSpan(span, at), text)];
  };
}

function unknownTeam({ teams, byTeam }: Index): (team: NamedTeam, at: number) => Found {
  const nearest = nearestOf(byTeam.keys());
  return ({ name, span }, at) => {
    if (byTeam.has(name) || mayHold(teams, name)) return none;
    const meant = nearest(name);
    const text =
      meant === undefined
        ? sentence('There is no team `{name}` under `teams:`: add it there.', { name })
        : sentence('There is no team `{name}` under `teams:`: did you mean `{meant}`?', {
            name,
            meant,
          });
    return [problem('unknownTeam', moveSpan(span, at), text)];
  };
}

type NamedTeam = Principal & { kind: 'team' };

/** A guest named as staff would make a page of guests alone look as if staff were on it. */
function guestAsStaff(
  index: Index,
  { user, span }: Principal & { kind: 'user' },
  at: number,
): Found {
  const guest = entriesOf(index, user)[0]?.content;
  // Of staff among the guests it is the entry there that is wrong.
  if (!guest || index.header.internalDomains.includes(guest.domain)) return none;
  const { email } = guest.guest;
  return [
    problem(
      'invalidPrincipal',
      moveSpan(span, at),
      sentence('`{email}` is a guest and not staff: write the address without `user:`.', { email }),
    ),
  ];
}
