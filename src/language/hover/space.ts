import { guestRows } from '../../access/guestRows';
import type { GuestState } from '../../access/guestState';
import type { Manage } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import type { SiteLists } from '../../sync/lists';
import type { Live } from '../../sync/live';
import { found, foundIn } from '../../sync/look';
import type { Known } from '../known';
import { changedSince, fact, heading, notRead, readAt, text, type Line, type Words } from './lines';

export function spaceLines(key: string, known: Known): readonly Line[] {
  const { document, lists, reading } = known;
  const owned = document.spaces.get(key);
  const site = document.site && new URL(document.site.origin).host;
  const isListed = nameIn(lists, key) !== undefined;
  const source = reading && (owned || !isListed) ? reading.live : isListed ? lists : undefined;
  return [
    heading(nameOf(key, known) ?? key),
    ...fact(sentence('Space'), key),
    ...fact(sentence('Site'), site),
    text(
      owned
        ? manageWords(owned.manage)
        : sentence('No entry under `spaces:` that could be understood has this key.'),
    ),
    ...(owned ? counts(key, known) : []),
    ...(owned && reading ? gaps(key, reading.live) : []),
    ...(owned && !reading ? [notRead] : []),
    ...(source ? [readAt(source)] : []),
  ];
}

export function manageWords(manage: Manage): Sentence {
  return manage === 'strict'
    ? sentence(
        'Owned by this file, strict: it lists every guest of the space, and a sync removes the others.',
      )
    : sentence('Owned by this file, additive: a sync adds its guests and leaves the others alone.');
}

/** A space by its name and key, as far as the site was asked. */
export function spaceName(key: string, known: Known): Words {
  const name = nameOf(key, known);
  return name === undefined ? key : sentence('{name} ({key})', { name, key });
}

function nameOf(key: string, { reading, lists }: Known): string | undefined {
  return found(reading?.live.spaces.get(key))?.name ?? nameIn(lists, key);
}

function nameIn(lists: SiteLists | undefined, key: string): string | undefined {
  return foundIn(lists?.spaces).find((space) => space.key === key)?.name;
}

/** What of the space the site has not told, so that its guests may be others than those counted. */
function gaps(key: string, { spaces, peopleUnread }: Live): readonly Line[] {
  const space = spaces.get(key);
  if (!space) return [changedSince];
  if (space.state === 'missing') {
    return [
      text(sentence('The site shows no such space: it is not there, or not visible to you.')),
    ];
  }
  const unread = space.state === 'found' ? space.value.access : space;
  const why = unread.state === 'unread' ? unread.why : peopleUnread;
  return why === undefined
    ? []
    : [text(sentence('Its guests on the site could not be checked: {why}', { why }))];
}

function counts(key: string, { document, reading, today }: Known): readonly Line[] {
  const states = new Map<GuestState, number>();
  for (const { space, state } of guestRows(document, reading, today))
    if (space === key) states.set(state, (states.get(state) ?? 0) + 1);
  const words = [...states].map(([state, count]) => countWords(state, count));
  return fact(sentence('Guests'), ...(words.length > 0 ? words : [sentence('none')]));
}

function countWords(state: GuestState, count: number): Sentence {
  switch (state) {
    case 'toInvite':
      return sentence('{count} to invite', { count });
    case 'toChange':
      return sentence('{count} to change', { count });
    case 'waiting':
      return sentence('{count} waiting', { count });
    case 'waitingForAdmin':
      return sentence('{count} waiting for the organization admin', { count });
    case 'active':
      return sentence('{count} active', { count });
    case 'expiring':
      return sentence('{count} expiring soon', { count });
    case 'toRemove':
      return sentence('{count} to remove', { count });
    case 'removed':
      return sentence('{count} without access', { count });
    case 'unlisted':
      return sentence('{count} not in the file', { count });
    case 'unidentified':
      return sentence('{count} perhaps in the file', { count });
    case 'trouble':
      return sentence('{count} not possible now', { count });
    case 'notChecked':
      return sentence('{count} not checked', { count });
  }
}
