import type { SharedPage } from '../document/model';
import { join, notice, type Draft } from './draft';
import { isOpen, type Live } from './live';
import { found } from './look';
import type { Page } from './model';
import type { ResolvedGuest } from './pageList';

/** What the reader of a plan should know about one page. */
export function noticesOf(
  shared: SharedPage,
  page: Page,
  guests: readonly ResolvedGuest[],
  live: Live,
): Draft {
  return join([
    ...titleNotice(shared, page),
    ...(shared.grantAncestors ? [] : ancestorNotices(shared, page, guests, live)),
    ...viewNotice(shared, page, guests),
  ]);
}

function titleNotice(shared: SharedPage, page: Page): readonly Draft[] {
  if (shared.title === undefined || shared.title === page.title) return [];
  return [
    notice(
      'titleChanged',
      shared.idSpan,
      'Page {id} is called “{title}” on the site, not “{written}”: check that it is the page you mean',
      { id: page.id, title: page.title, written: shared.title },
    ),
  ];
}

/** View restrictions of every ancestor apply too, so a guest must be on each of them. */
function ancestorNotices(
  shared: SharedPage,
  page: Page,
  guests: readonly ResolvedGuest[],
  live: Live,
): readonly Draft[] {
  return page.ancestors.flatMap((id) => {
    const ancestor = found(live.pages.get(id));
    if (!ancestor || isOpen(ancestor.view)) return [];
    const { title, view } = ancestor;
    const out = guests.filter(({ who }) => !who.accountId || !view.users.includes(who.accountId));
    if (out.length === 0) return [];
    return [
      notice(
        'blockedByAncestor',
        shared.idSpan,
        'The page above, “{ancestor}”, is restricted too and does not list {who}, who will not see “{title}” until it does: add `ancestors: grant` to let them onto it',
        { ancestor: title, title: page.title, who: out.map(({ who }) => who.label).join(', ') },
      ),
    ];
  });
}

/** An edit list alone gives no view. */
function viewNotice(
  shared: SharedPage,
  page: Page,
  guests: readonly ResolvedGuest[],
): readonly Draft[] {
  const { view } = page;
  if (shared.view || shared.tree || isOpen(view)) return [];
  const out = guests.filter(({ who }) => !who.accountId || !view.users.includes(who.accountId));
  if (out.length === 0) return [];
  return [
    notice(
      'viewRestricted',
      shared.idSpan,
      'Viewing “{title}” is restricted and does not list {who}: add a `view` list to the page',
      { title: page.title, who: out.map(({ who }) => who.label).join(', ') },
    ),
  ];
}
