import { join, nothing, take, type Draft } from './draft';
import { isOpen } from './live';
import { found } from './look';
import type { Page } from './model';
import { allowGuest } from './pageEntries';
import type { ResolvedGuest } from './pageList';
import type { World } from './world';

/** Page and account ids, `PAGE ACCOUNT`, of the guests whom a page above must let in. */
export type Above = Set<string>;

/** View restrictions of every page above apply too: let the guests onto those that are restricted. */
export function planAncestors(
  page: Page,
  guests: readonly ResolvedGuest[],
  above: Above,
  { document, live }: World,
): Draft {
  return join(
    page.ancestors.map((id) => {
      const ancestor = found(live.pages.get(id));
      if (!ancestor || !document.spaces.has(ancestor.spaceKey)) return nothing;
      const { title, spaceKey, view } = ancestor;
      if (isOpen(view)) return nothing;
      for (const { who } of guests) above.add(`${id} ${who.accountId ?? ''}`);
      const base = { page: { id, title, spaceKey }, operation: 'view', before: view } as const;
      return take(
        ...guests
          .filter(({ who }) => !who.accountId || !view.users.includes(who.accountId))
          .map((guest) => allowGuest(guest, base, [])),
      );
    }),
  );
}
