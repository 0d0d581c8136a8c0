import { mergePages } from '../../document/edit/merge';
import { addToList } from '../../document/edit/list';
import { addSpace } from '../../document/edit/space';
import { wordsAt, writeText } from '../../document/edit/value';
import type { SharedPage } from '../../document/model';
import { ownedSpaceKey } from '../../document/schema';
import { sentence } from '../../document/sentence';
import type { Known } from '../known';
import { groupsFor, ownersFor, pageAround } from './declared';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { mergeTitle, removeAround } from './guest';

export function duplicatePage({ text, problem: { span, related } }: Asked): readonly Fix[] {
  const remove = fix(sentence('Remove this entry'), removeAround(text, span));
  const first = related[0]?.span;
  const merged = first && mergePages(text, first, span);
  if (!merged) return [remove];
  const preferred = merged.differing.length === 0;
  return [fix(mergeTitle(text, merged), merged.edits, { preferred }), remove];
}

export function pageOutsideSpaces({ text, problem, known }: Asked): readonly Fix[] {
  const { span, sentence: told } = problem;
  const { meant } = told.facts;
  const space = pageAround(known, span)?.spaceKey ?? '';
  const isKey = ownedSpaceKey.safeParse(space).success;
  const address = wordsAt(text, span) ?? '';
  const to = address.replace(`/spaces/${space}/`, `/spaces/${String(meant)}/`);
  const isMeant = meant !== undefined && to !== address;
  return [
    fix(sentence('Change to `{to}`', { to }), isMeant ? writeText(text, span, to) : [], {
      preferred: true,
    }),
    fix(
      sentence('Add the space `{space}` to this file', { space }),
      isKey ? addSpace(text, space) : [],
      { preferred: true },
    ),
    fix(sentence('Remove this page from the file'), removeAround(text, span)),
  ];
}

export function noStaff({ text, problem: { span, sentence: told }, known }: Asked): readonly Fix[] {
  const { list } = told.facts;
  const page = pageAround(known, span);
  return page && (list === 'view' || list === 'edit') ? addGroup(text, page, list, known) : [];
}

/** The groups of which one may be the staff on a list, or those who answer for guests when no group is known. */
export function addGroup(
  text: string,
  page: SharedPage,
  list: 'view' | 'edit',
  known: Known,
): readonly Fix[] {
  const { names, used } = groupsFor(known);
  const groups = names.map((name, index) =>
    fix(
      sentence('Add the group `{name}` to `{list}`', { name, list }),
      addToList(text, page.span, list, `group:${name}`),
      { preferred: used && index === 0 },
    ),
  );
  if (groups.length > 0) return groups;
  return ownersFor(known).map((owner) => {
    const who = `user:${owner}`;
    return fix(
      sentence('Add `{who}` to `{list}`', { who, list }),
      addToList(text, page.span, list, who),
    );
  });
}
