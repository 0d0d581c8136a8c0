import { sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import { verbatim } from '../ask/question';
import { manageLines } from '../hover/key';
import { spaceLines, spaceName } from '../hover/space';
import type { Known } from '../known';
import type { Place } from '../place';
import { literalKey } from './form';
import type { Offer } from './offer';
import { value } from './offer';

/** The spaces that the file owns. */
export function ownedSpaces(known: Known): readonly Offer[] {
  return [...known.document.spaces.keys()].map((key) => {
    const name = spaceName(key, known);
    return value('space', 'space', key, {
      ...(typeof name !== 'string' && { detail: () => name, search: String(name.facts['name']) }),
      about: () => spaceLines(key, known),
    });
  });
}

/** The spaces of the site that the file does not own yet. */
export function otherSpaces({ siblings, colon }: Place, known: Known): readonly Offer[] {
  const { lists, document } = known;
  return foundIn(lists?.spaces)
    .filter(({ key }) => !document.spaces.has(key) && !siblings.includes(key))
    .map(({ key, name }) => ({
      kind: 'space',
      label: key,
      ...{ detail: () => verbatim(name), search: name, readAt: lists?.readAt },
      about: () => spaceLines(key, known),
      write: (form) => ({
        text: `${literalKey(key, form)}${colon ? '' : ': { manage: additive }'}`,
      }),
    }));
}

export function manageOffers(): readonly Offer[] {
  return [
    ['additive', sentence('guests who are not listed are left alone')] as const,
    ['strict', sentence('guests who are not listed are removed')] as const,
  ].map(([manage, detail]) =>
    value('value', 'manage', manage, { detail: () => detail, about: () => manageLines(manage) }),
  );
}
