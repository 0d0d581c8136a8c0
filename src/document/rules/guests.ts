import { domainOf } from '../address';
import type { GuestEntry } from '../guest';
import type { Problem, ProblemCode } from '../model';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import type { Sentence } from '../sentence';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { mayHold } from './rule';

/** A guest has one entry for each space, and no more spaces than Atlassian allows. */
export function* repeatedGuests({ byAddress, document: { limits } }: Index): Iterable<Problem> {
  for (const entries of byAddress.values()) {
    const spaces = new Map<string, GuestEntry>();
    for (const entry of entries) {
      const { space } = entry.guest;
      const same = spaces.get(space);
      if (same) {
        yield repeated('duplicateGuest', entry, same, listedTwice(entry));
        continue;
      }
      const [first = entry] = spaces.values();
      spaces.set(space, entry);
      if (spaces.size > limits.spacesPerGuest)
        yield repeated('tooManySpaces', entry, first, tooMany(first, limits.spacesPerGuest));
    }
  }
}

function listedTwice({ guest: { email, space } }: GuestEntry): Sentence {
  return sentence('`{email}` is already listed for `{space}`: keep one of the two entries.', {
    email,
    space,
  });
}

function tooMany({ guest: { email, space } }: GuestEntry, most: number): Sentence {
  return most === 1
    ? sentence('`{email}` already has the space `{space}`, and a guest can have only one.', {
        email,
        space,
      })
    : sentence('`{email}` has more spaces than the {most} that `spacesPerGuest` allows.', {
        email,
        most,
      });
}

function repeated(
  code: ProblemCode,
  entry: GuestEntry,
  first: GuestEntry,
  text: Sentence,
): Problem {
  const { email } = first.guest;
  const related = [
    { span: first.guest.emailSpan, sentence: sentence('`{email}` is first here.', { email }) },
  ];
  return problem(code, entry.guest.emailSpan, text, { related });
}

export function* guestsOutsideSpaces({ guests, spaces, document }: Index): Iterable<Problem> {
  const nearest = nearestOf(document.spaces.keys());
  for (const { guest, spaceSpan } of guests.entries) {
    const { space } = guest;
    if (document.spaces.has(space) || mayHold(spaces, space)) continue;
    const meant = nearest(space);
    yield problem(
      'spaceNotOwned',
      spaceSpan,
      meant === undefined
        ? sentence('`{space}` is not under `spaces:`: add it there if this file shall own it.', {
            space,
          })
        : sentence('`{space}` is not under `spaces:`: did you mean `{meant}`?', { space, meant }),
    );
  }
}

export function* internalGuests({ guests, document }: Index): Iterable<Problem> {
  const domains = new Set(document.internalDomains);
  for (const { guest } of guests.entries) {
    const domain = domainOf(guest.email);
    if (domains.has(domain))
      yield problem(
        'internalGuest',
        guest.emailSpan,
        sentence(
          '`{email}` is staff, for `{domain}` is among `internalDomains`: take the entry out.',
          { email: guest.email, domain },
        ),
      );
  }
}
