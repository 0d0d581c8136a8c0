import type { GuestEntry } from '../guest';
import type { Problem, ProblemCode, Span } from '../model';
import type { Placed } from '../move';
import { moveSpan } from '../move';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import type { Sentence } from '../sentence';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { mayHold } from './rule';

/** A guest has one entry for each space, and no more spaces than Atlassian allows. */
export function* repeatedGuests({ byAddress, header: { limits } }: Index): Iterable<Problem> {
  for (const entries of byAddress.values()) {
    if (entries.length === 1) continue;
    const spaces = new Map<string, Placed<GuestEntry>>();
    for (const entry of entries) {
      const { space } = entry.content.guest;
      const same = spaces.get(space);
      if (same) {
        yield repeated('duplicateGuest', entry, same, listedTwice(entry.content));
        continue;
      }
      const [first = entry] = spaces.values();
      spaces.set(space, entry);
      if (spaces.size > limits.spacesPerGuest)
        yield repeated(
          'tooManySpaces',
          entry,
          first,
          tooMany(first.content, limits.spacesPerGuest),
        );
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
  entry: Placed<GuestEntry>,
  first: Placed<GuestEntry>,
  text: Sentence,
): Problem {
  const { email } = first.content.guest;
  const related = [
    { span: emailSpanOf(first), sentence: sentence('`{email}` is first here.', { email }) },
  ];
  return problem(code, emailSpanOf(entry), text, { related });
}

function emailSpanOf({ at, content }: Placed<GuestEntry>): Span {
  return moveSpan(content.guest.emailSpan, at);
}

export function* guestsOutsideSpaces({ guests, spaces, bySpace }: Index): Iterable<Problem> {
  const nearest = nearestOf(bySpace.keys());
  for (const { at, content } of guests.entries) {
    const { space, spaceSpan } = content.guest;
    if (bySpace.has(space) || mayHold(spaces, space)) continue;
    const meant = nearest(space);
    yield problem(
      'spaceNotOwned',
      moveSpan(spaceSpan, at),
      meant === undefined
        ? sentence('`{space}` is not under `spaces:`: add it there if this file shall own it.', {
            space,
          })
        : sentence('`{space}` is not under `spaces:`: did you mean `{meant}`?', { space, meant }),
    );
  }
}

export function* internalGuests({ guests, header }: Index): Iterable<Problem> {
  const domains = new Set(header.internalDomains);
  if (domains.size === 0) return;
  for (const entry of guests.entries) {
    const { guest, domain } = entry.content;
    if (domains.has(domain))
      yield problem(
        'internalGuest',
        emailSpanOf(entry),
        sentence(
          '`{email}` is staff, for `{domain}` is among `internalDomains`: take the entry out.',
          { email: guest.email, domain },
        ),
      );
  }
}
