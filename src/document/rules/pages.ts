import type { PageEntry } from '../page';
import type { Principal, Problem, Span } from '../model';
import type { Placed } from '../move';
import { moveSpan } from '../move';
import { nearestOf } from '../nearest';
import { problem } from '../problem';
import { sentence } from '../sentence';
import type { Index } from './rule';
import { mayHold } from './rule';

export function* repeatedPages({ pages }: Index): Iterable<Problem> {
  const firsts = new Map<string, Placed<PageEntry>>();
  for (const entry of pages.entries) {
    const { id } = entry.content.page;
    const first = firsts.get(id);
    if (!first) firsts.set(id, entry);
    else
      yield problem(
        'duplicatePage',
        idSpanOf(entry),
        sentence('The page {id} is already listed: keep one of the two entries.', { id }),
        {
          related: [
            {
              span: idSpanOf(first),
              sentence: sentence('The page {id} is first here.', { id }),
            },
          ],
        },
      );
  }
}

export function* pagesOutsideSpaces({ pages, spaces, bySpace }: Index): Iterable<Problem> {
  const nearest = nearestOf(bySpace.keys());
  for (const entry of pages.entries) {
    const { spaceKey: space } = entry.content.page;
    if (space === undefined || bySpace.has(space) || mayHold(spaces, space)) continue;
    const meant = nearest(space);
    yield problem(
      'pageOutsideSpaces',
      idSpanOf(entry),
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
  for (const { at, content } of pages.entries) {
    const { page, whole, viewSpan, editSpan } = content;
    if (!whole) continue;
    if (page.view && !page.view.some(isStaff)) yield noStaff('view', moveSpan(viewSpan, at));
    if (page.edit && !page.edit.some(isStaff)) yield noStaff('edit', moveSpan(editSpan, at));
  }
}

function idSpanOf({ at, content }: Placed<PageEntry>): Span {
  return moveSpan(content.page.idSpan, at);
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
