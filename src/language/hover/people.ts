import { pagesNaming } from '../../access/sharing';
import { sentence } from '../../document/sentence';
import { personAt } from '../../sync/live';
import { foundIn } from '../../sync/look';
import type { Person } from '../../sync/model';
import type { Known } from '../known';
import { fact, heading, readAt, several, text, type Line } from './lines';
import { personFacts } from './person';
import { sharingWords } from './sharing';

export function teamLines(name: string, known: Known): readonly Line[] {
  const team = known.document.teams.get(name);
  const members = team?.members.map(({ email }) => email) ?? [];
  return [
    heading(name),
    ...(team
      ? fact(sentence('Members'), ...several(members, sentence('none')))
      : [text(sentence('No team under `teams:` that could be understood has this name.'))]),
    ...usedOn({ kind: 'team', name }, known),
    ...(known.reading ? [readAt(known.reading.live)] : []),
  ];
}

export function groupLines(name: string, known: Known): readonly Line[] {
  return [heading(name), ...usedOn({ kind: 'group', name }, known), ...groupOnSite(name, known)];
}

const groupOfSite = text(sentence('A group of the site.'));

function groupOnSite(name: string, { reading, lists }: Known): readonly Line[] {
  const looked = reading?.live.groups.get(name);
  if (reading && looked) {
    switch (looked.state) {
      case 'found':
        return [groupOfSite, readAt(reading.live)];
      case 'missing':
        return [text(sentence('The site shows no such group.')), readAt(reading.live)];
      case 'unread':
        return [
          text(sentence('It could not be checked: {why}', { why: looked.why })),
          readAt(reading.live),
        ];
    }
  }
  return lists && foundIn(lists.groups).some((group) => group.name === name)
    ? [groupOfSite, readAt(lists)]
    : [text(sentence('The site was not asked for it.'))];
}

/** Who answers for a guest; nothing when nobody has told who it is. */
export function ownerLines(owner: string, known: Known): readonly Line[] | undefined {
  return personOf(owner, known) && userLines(owner, known);
}

/** Staff by account id or address. */
export function userLines(user: string, known: Known): readonly Line[] {
  const live = known.reading?.live;
  const person = personOf(user, known);
  return [
    heading(person?.name ?? user),
    text(sentence('Staff, by account ID or address.')),
    ...usedOn({ kind: 'user', user }, known),
    ...(person ? personFacts(person) : [text(sentence('The site has not told who it is.'))]),
    ...(live ? [readAt(live)] : []),
  ];
}

function personOf(user: string, { reading }: Known): Person | undefined {
  const live = reading?.live;
  return live && (user.includes('@') ? personAt(live, user) : live.people.get(user));
}

type Named = Parameters<typeof pagesNaming>[0];

function usedOn(principal: Named, { document, reading }: Known): readonly Line[] {
  if (!document.pages) return [];
  const pages = pagesNaming(principal, document).map((page) => sharingWords(page, reading));
  return fact(sentence('Pages'), ...several(pages, sentence('none')));
}
