import { losesComment } from '../../document/edit/comment';
import type { Merged } from '../../document/edit/merge';
import { mergeGuests } from '../../document/edit/merge';
import { removeEntry } from '../../document/edit/remove';
import { addSpace } from '../../document/edit/space';
import { entryAt, wordsAt, writeText } from '../../document/edit/value';
import type { Span } from '../../document/model';
import type { Sentence } from '../../document/sentence';
import { sentence } from '../../document/sentence';
import { maxChoices } from './declared';
import type { Asked, Fix } from './fix';
import { fix } from './fix';

export function duplicateGuest({ text, problem: { span, related } }: Asked): readonly Fix[] {
  const remove = fix(sentence('Remove this entry'), removeAround(text, span));
  const first = related[0]?.span;
  const merged = first && mergeGuests(text, first, span);
  if (!merged) return [remove];
  const isPlain = merged.differing.length === 0;
  return [
    fix(mergeTitle(text, merged), merged.edits, { preferred: isPlain, safe: isPlain }),
    remove,
  ];
}

/** Names what the entries say differently, as it will be. */
export function mergeTitle(text: string, { edits, differing }: Merged): Sentence {
  const values = differing.join(', ');
  if (losesComment(text, edits))
    return values === ''
      ? sentence('Merge into the first entry, without the comments here')
      : sentence('Merge into the first entry with `{values}`, without the comments here', {
          values,
        });
  return values === ''
    ? sentence('Merge into the first entry')
    : sentence('Merge into the first entry with `{values}`', { values });
}

export function tooManySpaces({ text, problem: { span, related }, known }: Asked): readonly Fix[] {
  const first = related[0]?.span;
  const spaceAt = (place: Span | undefined): string =>
    known.document.guests?.find(({ emailSpan }) => emailSpan.start === place?.start)?.space ?? '';
  return [
    fix(
      sentence('Keep only the entry for `{space}`', { space: spaceAt(first) }),
      removeAround(text, span),
    ),
    fix(
      sentence('Keep only the entry for `{space}`', { space: spaceAt(span) }),
      first ? removeAround(text, first) : [],
    ),
  ];
}

export function internalGuest({ text, problem: { span } }: Asked): readonly Fix[] {
  return [fix(sentence('Remove this entry'), removeAround(text, span))];
}

export function spaceNotOwned({ text, problem, known }: Asked): readonly Fix[] {
  const { span, sentence: told } = problem;
  const space = wordsAt(text, span) ?? '';
  const meant = told.facts['meant'];
  const owned = [...known.document.spaces.keys()];
  const nearFirst = [
    ...owned.filter((key) => key === meant),
    ...owned.filter((key) => key !== meant),
  ];
  const change = nearFirst.slice(0, maxChoices).map((key) =>
    fix(sentence('Change to `{space}`', { space: key }), writeText(text, span, key), {
      preferred: key === meant,
      safe: key === meant && key.toLowerCase() === space.toLowerCase(),
    }),
  );
  const add = fix(
    sentence('Add the space `{space}` to this file', { space }),
    addSpace(text, space),
    { preferred: true },
  );
  return meant === undefined ? [add, ...change] : [...change, add];
}

/** The edits that take out the entry around a place. */
export function removeAround(text: string, span: Span) {
  const entry = entryAt(text, span.start);
  return entry ? removeEntry(text, entry) : [];
}
