import type { PageEntry } from '../page';
import type { Principal, Problem, Span } from '../model';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { mayHold } from './rule';

export function* repeatedPages({ pages }: Index): Iterable<Problem> {
  const firsts = new Map<string, PageEntry>();
  for (const entry of pages.entries) {
    const { id, idSpan } = entry.page;
    const first = firsts.get(id);
    if (!first) firsts.set(id, entry);
    else
      yield problem(
        'duplicatePage',
        idSpan,
        sentence('The page {id} is already listed: keep one of the two entries.', { id }),
        {
          related: [
            {
              span: first.page.idSpan,
              sentence: sentence('The page {id} is first here.', { id }),
            },
          ],
        },
      );
  }
}

export function* pagesOutsideSpaces({ pages, spaces, document }: Index): Iterable<Problem> {
  const nearest = nearestOf(document.spaces.keys());
  for (const { page } of pages.entries) {
    const { spaceKey: space, idSpan } = page;
    if (space === undefined || document.spaces.has(space) || mayHold(spaces, space)) continue;
    const meant = nearest(space);
    yield problem(
      'pageOutsideSpaces',
      idSpan,
      meant === undefined
        ? sentence(
            'This page is in the space `{space}`, which is not under `spaces:`: add it there or take the page out.',
            { space },
          )
        : sentence(
            'This page is in the space `{space}`, which is not under `spaces:`: did you mean `{meant}` there?',
            { space, meant },
          ),
    );
  }
}

/** A sync never leaves a page with guests alone, so it restricts no open page for a list without staff. */
export function* pagesWithoutStaff({ pages }: Index): Iterable<Problem> {
  for (const { page, viewSpan, editSpan } of pages.entries) {
    if (page.view && !page.view.some(isStaff)) yield noStaff('view', viewSpan);
    if (page.edit && !page.edit.some(isStaff)) yield noStaff('edit', editSpan);
  }
}

function isStaff({ kind }: Principal): boolean {
  return kind === 'group' || kind === 'user';
}

function noStaff(list: 'view' | 'edit', span: Span): Problem {
  return problem(
    'noStaff',
    span,
    sentence(
      '`{list}` names no staff or group: if the page is open today, the sync will not restrict it.',
      { list },
    ),
    { severity: 'warning' },
  );
}
